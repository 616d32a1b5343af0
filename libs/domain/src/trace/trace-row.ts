import type { TraceCost } from '../cost/span-cost.ts';

export type TraceState = 'OK' | 'ERROR' | 'IN_PROGRESS';

/** Sums over the spans of a trace, in disjoint buckets; all absent buckets count as 0. */
export interface TraceTokens {
  readonly input: number;
  readonly cacheRead: number;
  readonly cacheWrite: number;
  readonly output: number;
  readonly reasoning: number;
  readonly inputAudio: number;
  readonly outputAudio: number;
  readonly total: number;
}

/** One trace, recomputed from its de-duplicated spans and entries. Never summed incrementally. */
export interface TraceRow {
  readonly workspaceId: string;
  readonly experimentId: number;
  readonly traceId: string;
  /** Highest sequence among the spans and entries it was computed from. */
  readonly version: bigint;
  /**
   * Highest sequence among its spans, the log records that became their content, and what start-trace said: it changes only
   * when what a judge reads changes. A tag, metadata, a link or an assessment leaves it as it is.
   */
  readonly contentVersion: bigint;
  readonly name: string;
  readonly state: TraceState;
  readonly requestTimeUnixNano: bigint;
  readonly durationNano: bigint;
  readonly rootSpanId: string | undefined;
  /** True once a root span has arrived or start-trace has closed the trace. */
  readonly isRootEnded: boolean;
  readonly spanCount: number;
  readonly errorCount: number;
  readonly services: readonly string[];
  readonly models: readonly string[];
  /** Absent when no span and no client reported tokens. */
  readonly tokens: TraceTokens | undefined;
  /** Absent when the price of no span is known and no client told one. */
  readonly cost: TraceCost | undefined;
  readonly sessionId: string | undefined;
  readonly userId: string | undefined;
  readonly clientRequestId: string | undefined;
  readonly requestPreview: string | undefined;
  readonly responsePreview: string | undefined;
  readonly tags: ReadonlyMap<string, string>;
  readonly metadata: ReadonlyMap<string, string>;
  /** The stored form of each assessment by id (see assessment-text.ts), in the order they were told. */
  readonly assessments: ReadonlyMap<string, string>;
  /** Of its spans and linked to it, each as `promptText` spells it. */
  readonly promptVersions: readonly string[];
  /** Ids of its spans, and of its metadata. */
  readonly loggedModels: readonly string[];
  /** Linked run ids. */
  readonly runIds: readonly string[];
  /** Bounds of the starts of its spans, for lookups in `spans`; absent when it has no span. */
  readonly minSpanStartUnixNano: bigint | undefined;
  readonly maxSpanStartUnixNano: bigint | undefined;
  /** Every experiment under which a span of it is stored. */
  readonly spanExperimentIds: readonly number[];
}
