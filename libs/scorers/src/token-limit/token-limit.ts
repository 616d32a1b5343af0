import { z } from 'zod';
import { defineBuiltIn } from '../built-in-scorer.ts';
import { makeCheck, needs, passed } from '../check.ts';

export const tokenLimit = defineBuiltIn({
  name: 'token_limit',
  title: 'Token limit',
  description: 'Whether the models of the trace used no more tokens than they may.',
  level: 'trace',
  parameters: z.strictObject({
    max_tokens: z.number().int().positive().describe('Tokens that are not too many, read and written.'),
  }),
  needsExpectations: [],
  reads: ['token usage'],
  isJudge: false,
  create: (name, { max_tokens }) =>
    makeCheck({
      name,
      score: ({ totalTokens }) =>
        totalTokens === undefined
          ? needs('token usage')
          : passed(
              name,
              totalTokens <= max_tokens,
              `${totalTokens} tokens; at most ${max_tokens} are asked.`,
            ),
    }),
});
