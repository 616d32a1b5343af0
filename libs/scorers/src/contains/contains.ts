import { z } from 'zod';
import { defineBuiltIn } from '../built-in-scorer.ts';
import { makeCheck, needs, needsExpectation, passed } from '../check.ts';
import { quote } from '../quote.ts';
import { EXPECTED_RESPONSE, expectationName } from '../shared-parameters.ts';
import { textOf, textsOf } from '../text-of.ts';

const parameters = z.strictObject({
  texts: z
    .array(z.string().min(1))
    .min(1)
    .optional()
    .describe(
      'What the answer should contain; absent: what the expectation says, a text or a list of texts.',
    ),
  expectation: expectationName,
  mode: z
    .enum(['all', 'any', 'none'])
    .default('all')
    .describe('How many of the texts the answer should contain.'),
  ignore_case: z.boolean().default(true).describe('Whether A is a.'),
});

const RULES = {
  all: { holds: (found: number, asked: number) => found === asked, asks: 'all' },
  any: { holds: (found: number) => found > 0, asks: 'any one' },
  none: { holds: (found: number) => found === 0, asks: 'none' },
};

export const contains = defineBuiltIn({
  name: 'contains',
  title: 'Contains',
  description: 'Whether the answer contains all, any or none of some texts.',
  level: 'trace',
  parameters,
  needsExpectations: [EXPECTED_RESPONSE],
  reads: ['outputs'],
  isJudge: false,
  create: (name, { texts, expectation, mode, ignore_case }) =>
    makeCheck({
      name,
      needsExpectations: texts ? [] : [expectation],
      score: ({ outputs, expectations }) => {
        const asked = texts ?? textsOf(expectations[expectation]);
        const answer = textOf(outputs);
        if (asked.length === 0) return needsExpectation(expectation);
        if (answer === undefined) return needs('outputs');
        const simplify = (text: string) => (ignore_case ? text.toLowerCase() : text);
        const read = simplify(answer);
        const found = asked.filter((text) => read.includes(simplify(text)));
        const { holds, asks } = RULES[mode];
        const list = found.length > 0 ? found.map(quote).join(', ') : 'nothing';
        const rationale = `Of ${asked.length} the answer contains ${found.length} (${list}); ${asks} should be in it.`;
        return passed(name, holds(found.length, asked.length), rationale);
      },
    }),
});
