import { z } from 'zod';
import { defineBuiltIn } from '../built-in-scorer.ts';
import { makeCheck, needs, scored } from '../check.ts';

export const cost = defineBuiltIn({
  name: 'cost',
  title: 'Cost',
  description: 'What the models of the trace cost, in US dollars.',
  level: 'trace',
  parameters: z.strictObject({}),
  needsExpectations: [],
  reads: ['cost'],
  isJudge: false,
  create: (name) =>
    makeCheck({
      name,
      score: ({ costUsd }) =>
        costUsd === undefined ? needs('models of a known price') : scored({ name, value: costUsd }),
    }),
});
