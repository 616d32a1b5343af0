import { defineBuiltIn } from '../built-in-scorer.ts';
import prompt from '../guidelines/prompt.md';
import { guidelinesText, judgeGuidelines } from '../judging/guidelines.ts';
import { judgeParameters } from '../judging/judge-parameters.ts';
import { makeTraceJudge } from '../judging/make-judge.ts';
import { readExchange } from '../judging/trace-texts.ts';

const EXPECTATION = 'guidelines';

export const expectationsGuidelines = defineBuiltIn({
  name: 'expectations_guidelines',
  title: 'Expectations guidelines',
  description: 'Whether the response follows the guidelines that are expected of this trace.',
  level: 'trace',
  parameters: judgeParameters,
  needsExpectations: [EXPECTATION],
  reads: ['inputs', 'outputs'],
  isJudge: true,
  mlflowClass: 'ExpectationsGuidelines',
  create: (name, parameters) =>
    makeTraceJudge({
      ...{ name, prompt, parameters, needsExpectations: [EXPECTATION] },
      score: (trace, ask) =>
        judgeGuidelines(readExchange(trace), guidelinesText(trace.expectations[EXPECTATION]), ask),
    }),
});
