import { isOutcome } from '../judging/define-judge.ts';
import { needs } from '../check.ts';
import { expectedClaims, NEEDS_CLAIMS, readExchange } from '../judging/trace-texts.ts';
import { defineTraceJudge } from '../judging/define-judge.ts';
import prompt from './prompt.md';

export const correctness = defineTraceJudge({
  name: 'correctness',
  title: 'Correctness',
  description: 'Whether the response contains what the expected response or facts say.',
  reads: ['inputs', 'outputs'],
  mlflowClass: 'Correctness',

  prompt,
  read: (trace) => {
    const claims = expectedClaims(trace);
    if (claims === undefined) return needs(NEEDS_CLAIMS);
    const exchange = readExchange(trace);
    return isOutcome(exchange) ? exchange : { ...exchange, claims };
  },
});
