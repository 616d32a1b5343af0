import { z } from 'zod';
import { defineBuiltIn } from '../built-in-scorer.ts';
import { makeCheck, needs, scored } from '../check.ts';

export const totalTokens = defineBuiltIn({
  name: 'total_tokens',
  title: 'Tokens',
  description: 'How many tokens the models of the trace read and wrote.',
  level: 'trace',
  parameters: z.strictObject({}),
  needsExpectations: [],
  reads: ['token usage'],
  isJudge: false,
  create: (name) =>
    makeCheck({
      name,
      score: (trace) =>
        trace.totalTokens === undefined ? needs('token usage') : scored({ name, value: trace.totalTokens }),
    }),
});
