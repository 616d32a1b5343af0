import { z } from 'zod';
import { defineBuiltIn } from '../built-in-scorer.ts';
import { makeCheck, needs, passed } from '../check.ts';

export const costLimit = defineBuiltIn({
  name: 'cost_limit',
  title: 'Cost limit',
  description: 'Whether the models of the trace cost no more than they may.',
  level: 'trace',
  parameters: z.strictObject({
    max_usd: z.number().positive().describe('US dollars that are not too many.'),
  }),
  needsExpectations: [],
  reads: ['cost'],
  isJudge: false,
  create: (name, { max_usd }) =>
    makeCheck({
      name,
      score: ({ costUsd }) =>
        costUsd === undefined
          ? needs('models of a known price')
          : passed(name, costUsd <= max_usd, `${costUsd} USD; at most ${max_usd} USD are asked.`),
    }),
});
