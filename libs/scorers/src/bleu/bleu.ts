import { z } from 'zod';
import { defineBuiltIn } from '../built-in-scorer.ts';
import { makeCheck, needs, needsExpectation, scored } from '../check.ts';
import { EXPECTED_RESPONSE, expectationName } from '../shared-parameters.ts';
import { textOf, textsOf } from '../text-of.ts';
import { sentenceBleu } from './sentence-bleu.ts';

export const bleu = defineBuiltIn({
  name: 'bleu',
  title: 'BLEU',
  description: 'How much of the answer is, word by word, in the expected one (or several), from 0 to 1.',
  level: 'trace',
  parameters: z.strictObject({ expectation: expectationName }),
  needsExpectations: [EXPECTED_RESPONSE],
  reads: ['outputs'],
  isJudge: false,
  create: (name, { expectation }) =>
    makeCheck({
      name,
      needsExpectations: [expectation],
      score: ({ outputs, expectations }) => {
        const references = textsOf(expectations[expectation]);
        const answer = textOf(outputs);
        if (references.length === 0) return needsExpectation(expectation);
        return answer === undefined
          ? needs('outputs')
          : scored({ name, value: sentenceBleu(answer, references) });
      },
    }),
});
