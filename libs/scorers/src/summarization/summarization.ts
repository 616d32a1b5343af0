import { readExchange } from '../judging/trace-texts.ts';
import { defineTraceJudge } from '../judging/define-judge.ts';
import prompt from './prompt.md';

export const summarization = defineTraceJudge({
  name: 'summarization',
  title: 'Summarization',
  description: 'Whether the response is a faithful, complete, short and clear summary.',
  reads: ['inputs', 'outputs'],
  mlflowClass: 'Summarization',

  prompt,
  read: readExchange,
});
