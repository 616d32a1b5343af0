import { distance } from 'fastest-levenshtein';
import { z } from 'zod';
import { defineBuiltIn } from '../built-in-scorer.ts';
import { makeCheck, needs, needsExpectation, passed, scored } from '../check.ts';
import { EXPECTED_RESPONSE, expectationName } from '../shared-parameters.ts';
import { textOf } from '../text-of.ts';

/** The work grows with the product of both lengths: this takes a third of a second. */
const LONGEST = 50_000;

const parameters = z.strictObject({
  expectation: expectationName,
  threshold: z
    .number()
    .min(0)
    .max(1)
    .optional()
    .describe(
      'With it the verdict is yes from this similarity on, else no; without it the similarity itself.',
    ),
  ignore_case: z.boolean().default(true).describe('Whether A is a.'),
});

export const fuzzyMatch = defineBuiltIn({
  name: 'fuzzy_match',
  title: 'Fuzzy match',
  description:
    'How similar the answer is to the expected one, from 0 to 1, by the letters that would have to change.',
  level: 'trace',
  parameters,
  needsExpectations: [EXPECTED_RESPONSE],
  reads: ['outputs'],
  isJudge: false,
  create: (name, { expectation, threshold, ignore_case }) =>
    makeCheck({
      name,
      needsExpectations: [expectation],
      score: ({ outputs, expectations }) => {
        const texts = [textOf(outputs), textOf(expectations[expectation])];
        const [answer, expected] = ignore_case ? texts.map((text) => text?.toLowerCase()) : texts;
        if (expected === undefined) return needsExpectation(expectation);
        if (answer === undefined) return needs('outputs');
        if (Math.max(answer.length, expected.length) > LONGEST) {
          return needs(`an answer and an expectation of at most ${LONGEST} characters`);
        }
        const similarity = similarityOf(answer, expected);
        const rationale = `Similarity ${similarity.toFixed(3)}.`;
        return threshold === undefined
          ? scored({ name, value: similarity, rationale })
          : passed(name, similarity >= threshold, `${rationale} At least ${threshold} is asked.`);
      },
    }),
});

/** 1 less the share of letters that have to change (Levenshtein). */
function similarityOf(one: string, other: string): number {
  const longest = Math.max(one.length, other.length);
  return longest === 0 ? 1 : 1 - distance(one, other) / longest;
}
