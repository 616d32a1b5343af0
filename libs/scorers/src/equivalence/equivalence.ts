import type { JsonValue } from '@millrace/domain';
import { defineBuiltIn } from '../built-in-scorer.ts';
import { needs, needsExpectation, passed, scored } from '../check.ts';
import { judgeParameters } from '../judging/judge-parameters.ts';
import { makeTraceJudge } from '../judging/make-judge.ts';
import { responseText } from '../judging/trace-texts.ts';
import { quote } from '../quote.ts';
import { EXPECTED_RESPONSE } from '../shared-parameters.ts';
import { textOf } from '../text-of.ts';
import prompt from './prompt.md';

/** Relative, as Python's math.isclose has it. */
const TOLERANCE = 1e-9;

export const equivalence = defineBuiltIn({
  name: 'equivalence',
  title: 'Equivalence',
  description: 'Whether the response means the same as the expected one and has its form.',
  level: 'trace',
  parameters: judgeParameters,
  needsExpectations: [EXPECTED_RESPONSE],
  reads: ['outputs'],
  isJudge: true,
  mlflowClass: 'Equivalence',
  create: (name, parameters) =>
    makeTraceJudge({
      ...{ name, prompt, parameters, needsExpectations: [EXPECTED_RESPONSE] },
      score: async (trace, ask) => {
        const expected = trace.expectations[EXPECTED_RESPONSE];
        const expectedText = textOf(expected);
        const response = responseText(trace);
        if (expectedText === undefined) return needsExpectation(EXPECTED_RESPONSE);
        if (response === undefined) return needs('outputs');
        const numbers = [trace.outputs, expected].map(numberOf);
        const [actual, wanted] = numbers;
        if (actual !== undefined && wanted !== undefined) {
          const isClose =
            Math.abs(actual - wanted) <= TOLERANCE * Math.max(Math.abs(actual), Math.abs(wanted));
          return passed(name, isClose, isClose ? 'The numbers are the same.' : `${actual} is not ${wanted}.`);
        }
        if (response === expectedText)
          return passed(name, true, `The texts are the same: ${quote(response)}.`);
        return scored(await ask({ blocks: { response, expected: expectedText } }));
      },
    }),
});

/** True is 1, as for MLflow. */
function numberOf(value: JsonValue | undefined): number | undefined {
  return typeof value === 'number' || typeof value === 'boolean' ? Number(value) : undefined;
}
