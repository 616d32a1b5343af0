import { z } from 'zod';

/** What the public API of Langfuse answers, and its exports hold; unknown fields are left out. */
const text = z.string().nullish();
const json = z.unknown().optional();
const amounts = z.record(z.string(), z.coerce.number().nullish()).nullish();

export const langfuseObservation = z.object({
  id: z.string(),
  traceId: text,
  type: z.string(),
  name: text,
  startTime: z.string(),
  endTime: text,
  completionStartTime: text,
  model: text,
  modelParameters: json,
  input: json,
  output: json,
  metadata: json,
  version: text,
  level: text,
  statusMessage: text,
  parentObservationId: text,
  promptName: text,
  promptVersion: z.coerce.number().nullish(),
  usageDetails: amounts,
  costDetails: amounts,
  /** Of servers before version 3; `unit` is no amount. */
  usage: z
    .looseObject({ input: z.number().nullish(), output: z.number().nullish(), total: z.number().nullish() })
    .nullish(),
  calculatedInputCost: z.coerce.number().nullish(),
  calculatedOutputCost: z.coerce.number().nullish(),
  calculatedTotalCost: z.coerce.number().nullish(),
});

export const langfuseScore = z.object({
  id: z.string(),
  traceId: text,
  observationId: text,
  name: z.string(),
  value: z.union([z.number(), z.string(), z.boolean()]).nullish(),
  stringValue: text,
  dataType: text,
  source: text,
  comment: text,
  timestamp: text,
  authorUserId: text,
});

export const langfuseTrace = z.object({
  id: z.string(),
  timestamp: z.string(),
  name: text,
  input: json,
  output: json,
  metadata: json,
  sessionId: text,
  userId: text,
  release: text,
  version: text,
  environment: text,
  tags: z.array(z.string()).nullish(),
  /** Lists of traces name them by id alone. */
  observations: z.union([z.array(langfuseObservation), z.array(z.string())]).nullish(),
  scores: z.union([z.array(langfuseScore), z.array(z.string())]).nullish(),
});

export type LangfuseObservation = z.output<typeof langfuseObservation>;
export type LangfuseScore = z.output<typeof langfuseScore>;
export type LangfuseTrace = z.output<typeof langfuseTrace>;

/** A trace with all that is known of it. */
export interface WholeLangfuseTrace {
  readonly trace: LangfuseTrace;
  readonly observations: readonly LangfuseObservation[];
  readonly scores: readonly LangfuseScore[];
}

/** Without what is named by id alone. */
export function objectsOf<Item extends object>(list: readonly (Item | string)[] | null | undefined): Item[] {
  return (list ?? []).filter((item): item is Item => typeof item === 'object');
}
