import { z } from 'zod';
import { defineBuiltIn } from '../built-in-scorer.ts';
import { makeCheck, needs, needsExpectation, scored } from '../check.ts';
import { EXPECTED_RESPONSE, expectationName } from '../shared-parameters.ts';
import { textOf, textsOf } from '../text-of.ts';
import { rougeScores, rougeTokens, type RougeScores } from './rouge-scores.ts';

/** The work of rougeL grows with the product of both lengths. */
const MOST_WORDS = 10_000;

const parameters = z.strictObject({
  expectation: expectationName,
  type: z
    .enum(['rouge1', 'rouge2', 'rougeL'])
    .default('rougeL')
    .describe('What is compared: single words, pairs of words, or the longest common sequence.'),
  measure: z
    .enum(['precision', 'recall', 'fmeasure'])
    .default('fmeasure')
    .describe('The share of the answer, of the expected one, or the harmonic mean of both.'),
});

export const rouge = defineBuiltIn({
  name: 'rouge',
  title: 'ROUGE',
  description: 'How much of the expected answer (of several the nearest) is in the answer, from 0 to 1.',
  level: 'trace',
  parameters,
  needsExpectations: [EXPECTED_RESPONSE],
  reads: ['outputs'],
  isJudge: false,
  create: (name, { expectation, type, measure }) =>
    makeCheck({
      name,
      needsExpectations: [expectation],
      score: ({ outputs, expectations }) => {
        const references = textsOf(expectations[expectation]).map(rougeTokens);
        const answer = textOf(outputs);
        if (references.length === 0) return needsExpectation(expectation);
        if (answer === undefined) return needs('outputs');
        const found = rougeTokens(answer);
        if ([found, ...references].some(({ length }) => length > MOST_WORDS)) {
          return needs(`an answer and an expectation of at most ${MOST_WORDS} words`);
        }
        const [best, ...others] = references.map((expected) => rougeScores(type, expected, found));
        const nearest = others.reduce((a, b) => (b.fmeasure > (a?.fmeasure ?? 0) ? b : a), best);
        return scored({ name, value: nearest?.[measure] ?? 0, rationale: nearest && explain(nearest) });
      },
    }),
});

function explain({ precision, recall, fmeasure }: RougeScores): string {
  return `Precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, F-measure ${fmeasure.toFixed(3)}.`;
}
