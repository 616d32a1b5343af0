import { z } from 'zod';
import { defineBuiltIn } from '../built-in-scorer.ts';
import { makeCheck, needs, passed, scored } from '../check.ts';

const parameters = z.strictObject({
  max_ms: z
    .number()
    .positive()
    .optional()
    .describe(
      'With it the verdict is yes up to this many milliseconds, else no; without it the milliseconds.',
    ),
});

export const latency = defineBuiltIn({
  name: 'latency',
  title: 'Latency',
  description: 'How long the trace took, in milliseconds, or whether that was fast enough.',
  level: 'trace',
  parameters,
  needsExpectations: [],
  reads: ['duration'],
  isJudge: false,
  create: (name, { max_ms }) =>
    makeCheck({
      name,
      score: ({ durationMs, state }) => {
        if (state === 'IN_PROGRESS') return needs('a trace that has ended');
        if (max_ms === undefined) return scored({ name, value: durationMs });
        return passed(
          name,
          durationMs <= max_ms,
          `It took ${durationMs} ms; at most ${max_ms} ms are asked.`,
        );
      },
    }),
});
