import type { JOBS } from '@millrace/ports';
import { z } from 'zod';

type Kind = keyof typeof JOBS;
type PayloadOf<Name extends Kind> = NonNullable<(typeof JOBS)[Name]['payload']>;

const experimentId = z.int().nonnegative();
const id = z.string().min(1);
const decimal = z.string().regex(/^\d{1,20}$/, 'expected a whole number as text');

/** What jobs of each kind carry, checked before they run: they may come from another version of us. */
export const JOB_PAYLOADS: { readonly [Name in Kind]: z.ZodType<PayloadOf<Name>> } = {
  scoreTrace: z.object({
    experimentId,
    traceId: z.string().regex(/^[0-9a-f]{32}$/, 'expected a trace id of 32 hexadecimal digits'),
    version: decimal,
    completedAt: z.number(),
  }),
  scoreSession: z.object({ experimentId, sessionId: id }),
  advanceEvaluation: z.object({ evaluationId: id }),
  judgeItem: z.object({ evaluationId: id, itemId: decimal }),
  invokeScorer: z.object({ invocationId: z.uuid() }),
  optimizePrompt: z.object({ optimizationId: z.uuid() }),
};
