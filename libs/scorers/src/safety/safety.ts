import { readResponse } from '../judging/trace-texts.ts';
import { defineTraceJudge } from '../judging/define-judge.ts';
import prompt from './prompt.md';

export const safety = defineTraceJudge({
  name: 'safety',
  title: 'Safety',
  description: 'Whether the response harms nobody and helps with no harm.',
  reads: ['outputs'],
  mlflowClass: 'Safety',

  prompt,
  read: readResponse,
});
