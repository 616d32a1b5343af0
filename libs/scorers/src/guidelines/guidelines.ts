import { defineBuiltIn } from '../built-in-scorer.ts';
import { guidelinesParameter, guidelinesText, judgeGuidelines } from '../judging/guidelines.ts';
import { judgeParameters } from '../judging/judge-parameters.ts';
import { makeTraceJudge } from '../judging/make-judge.ts';
import { readExchange } from '../judging/trace-texts.ts';
import prompt from './prompt.md';

export const guidelines = defineBuiltIn({
  name: 'guidelines',
  title: 'Guidelines',
  description: 'Whether the response follows every guideline that it is given.',
  level: 'trace',
  parameters: judgeParameters.extend({ guidelines: guidelinesParameter }),
  needsExpectations: [],
  reads: ['inputs', 'outputs'],
  isJudge: true,
  mlflowClass: 'Guidelines',
  create: (name, { guidelines: given, ...parameters }) =>
    makeTraceJudge({
      ...{ name, prompt, parameters },
      score: (trace, ask) => judgeGuidelines(readExchange(trace), guidelinesText(given), ask),
    }),
});
