import { readExchange } from '../judging/trace-texts.ts';
import { defineTraceJudge } from '../judging/define-judge.ts';
import prompt from './prompt.md';

export const completeness = defineTraceJudge({
  name: 'completeness',
  title: 'Completeness',
  description: 'Whether the response deals with everything that was asked for.',
  reads: ['inputs', 'outputs'],
  mlflowClass: 'Completeness',

  prompt,
  read: readExchange,
});
