import { z } from 'zod';
import { defineBuiltIn } from '../built-in-scorer.ts';
import { makeCheck, needs, needsExpectation, passed } from '../check.ts';
import { quote } from '../quote.ts';
import { EXPECTED_RESPONSE, expectationName } from '../shared-parameters.ts';
import { textOf } from '../text-of.ts';

const parameters = z.strictObject({
  expectation: expectationName,
  ignore_case: z.boolean().default(false).describe('Whether A is a.'),
  ignore_whitespace: z
    .boolean()
    .default(true)
    .describe('Whether white space at the ends is left out and any other counts as one space.'),
});

export const exactMatch = defineBuiltIn({
  name: 'exact_match',
  title: 'Exact match',
  description: 'Whether the answer is the expected one, letter by letter.',
  level: 'trace',
  parameters,
  needsExpectations: [EXPECTED_RESPONSE],
  reads: ['outputs'],
  isJudge: false,
  create: (name, { expectation, ignore_case, ignore_whitespace }) => {
    const simplify = (text: string): string => {
      const spaced = ignore_whitespace ? text.trim().replaceAll(/\s+/g, ' ') : text;
      return ignore_case ? spaced.toLowerCase() : spaced;
    };
    return makeCheck({
      name,
      needsExpectations: [expectation],
      score: ({ outputs, expectations }) => {
        const answer = textOf(outputs);
        const expected = textOf(expectations[expectation]);
        if (expected === undefined) return needsExpectation(expectation);
        if (answer === undefined) return needs('outputs');
        const isSame = simplify(answer) === simplify(expected);
        return passed(
          name,
          isSame,
          isSame ? 'The answer is the expected one.' : `Expected ${quote(expected)}, got ${quote(answer)}.`,
        );
      },
    });
  },
});
