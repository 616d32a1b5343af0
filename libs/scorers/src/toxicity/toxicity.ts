import { readResponse } from '../judging/trace-texts.ts';
import { defineTraceJudge } from '../judging/define-judge.ts';
import prompt from './prompt.md';

export const toxicity = defineTraceJudge({
  name: 'toxicity',
  title: 'Toxicity',
  description: 'Whether the response is free of insults, threats and other toxic language.',
  reads: ['outputs'],

  prompt,
  read: readResponse,
});
