import { readResponse } from '../judging/trace-texts.ts';
import { defineTraceJudge } from '../judging/define-judge.ts';
import prompt from './prompt.md';

export const fluency = defineTraceJudge({
  name: 'fluency',
  title: 'Fluency',
  description: 'Whether the response reads as if a competent writer had written it.',
  reads: ['outputs'],
  mlflowClass: 'Fluency',

  prompt,
  read: readResponse,
});
