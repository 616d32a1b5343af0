import { z } from 'zod';
import { defineBuiltIn } from '../built-in-scorer.ts';
import { makeCheck, passed } from '../check.ts';
import { mlflowTextOf, noOutputs } from '../mlflow-text-of.ts';

/** White space as Python's `str.split` knows it: Unicode's, and four separators of ASCII. */
const [FIRST, LAST] = [String.fromCharCode(0x1c), String.fromCharCode(0x1f)];
const SPACES = new RegExp(`[\\p{White_Space}${FIRST}-${LAST}]+`, 'u');

const bound = z.number().int().min(0).nullish();

const parameters = z
  .strictObject({
    min_length: bound.describe('Length that is long enough; absent: any.'),
    max_length: bound.describe('Length that is not too long; absent: any.'),
    unit: z.enum(['chars', 'words']).default('chars').describe('What is counted.'),
  })
  .refine(({ min_length, max_length }) => typeof (min_length ?? max_length) === 'number', {
    message: 'ResponseLength requires at least one of `min_length` or `max_length`',
  })
  .refine(({ min_length, max_length }) => (min_length ?? 0) <= (max_length ?? Infinity), {
    message: '`min_length` must be <= `max_length`',
  });

export const responseLength = defineBuiltIn({
  name: 'response_length',
  title: 'Response length',
  description: 'Whether the answer is neither too short nor too long, in characters or words.',
  level: 'trace',
  parameters,
  needsExpectations: [],
  reads: ['outputs'],
  isJudge: false,
  mlflowClass: 'ResponseLength',
  create: (name, { min_length, max_length, unit }) => {
    const most = max_length ?? Infinity;
    const least = min_length ?? 0;
    return makeCheck({
      name,
      score: ({ outputs }) => {
        const text = mlflowTextOf(outputs);
        if (text === undefined) return noOutputs(name);
        const length = unit === 'words' ? countWords(text) : [...text].length;
        const found = `Output length (${length} ${unit})`;
        if (length < least) return passed(name, false, `${found} is below the minimum (${least} ${unit})`);
        if (length > most) return passed(name, false, `${found} exceeds the maximum (${most} ${unit})`);
        return passed(name, true, `${found} is within bounds`);
      },
    });
  },
});

function countWords(text: string): number {
  return text.split(SPACES).filter((word) => word !== '').length;
}
