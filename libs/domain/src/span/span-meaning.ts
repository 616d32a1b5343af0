import type { SpanCost } from '../cost/span-cost.ts';

/** Span types as MLflow names them; other texts are kept as they come. Source: mlflow.entities.SpanType. */
export const SPAN_TYPES = [
  'LLM',
  'CHAIN',
  'AGENT',
  'TOOL',
  'CHAT_MODEL',
  'RETRIEVER',
  'PARSER',
  'EMBEDDING',
  'RERANKER',
  'MEMORY',
  'UNKNOWN',
  'WORKFLOW',
  'TASK',
  'GUARDRAIL',
  'EVALUATOR',
] as const;

/**
 * Tokens in buckets that never overlap: `input` excludes cached and audio input, `output` excludes reasoning and audio. Audio
 * read from a cache counts as `cacheRead`.
 * A bucket the client did not report is absent, not zero.
 */
export interface TokenUsage {
  readonly input?: number;
  readonly cacheRead?: number;
  readonly cacheWrite?: number;
  readonly output?: number;
  readonly reasoning?: number;
  readonly inputAudio?: number;
  readonly outputAudio?: number;
  /** As the client reported it; only when it reported one. */
  readonly total?: number;
}

/** Inputs or outputs of a span in normal form. */
export interface SpanPayload {
  /** JSON text where the source value was structured or held JSON; otherwise the text itself. */
  readonly text: string;
  /** The attribute whose value this is, unchanged; absent when assembled from several attributes or events. */
  readonly attribute?: string;
}

/** A prompt of a registry that a span used. */
export interface PromptVersion {
  readonly name: string;
  /** As the client spelled it; absent when it named none. */
  readonly version?: string;
}

/** What a span says about an LLM application, whatever convention it was written in. */
export interface SpanMeaning {
  /** One of SPAN_TYPES or the client's own word; `UNKNOWN` when nothing says. */
  readonly type: string;
  readonly inputs?: SpanPayload;
  readonly outputs?: SpanPayload;
  readonly model?: string;
  readonly provider?: string;
  readonly tokens?: TokenUsage;
  /** How the provider served the call, in its own word (`priority`, `batch`): decides the price. */
  readonly serviceTier?: string;
  /** As the client told it; else by its tokens, once the writer has priced it. */
  readonly cost?: SpanCost;
  readonly sessionId?: string;
  readonly userId?: string;
  /** Definitions of the tools on offer, as the client wrote them. */
  readonly tools?: SpanPayload;
  /** What a retriever found, as the client wrote it. */
  readonly documents?: SpanPayload;
  /** From the start of the span until the first token of a stream came. */
  readonly timeToFirstTokenMs?: number;
  readonly promptVersions?: readonly PromptVersion[];
  /** Id of the logged model (the version of the application) the span ran in. */
  readonly loggedModel?: string;
  /** Tags the span sets on its trace, by its conventions; a root span's also those of its resource and `mlflow.traceTag.*`. */
  readonly traceTags?: ReadonlyMap<string, string>;
  /** `mlflow.message.format` and its like: how to render the messages. */
  readonly messageFormat?: string;
  /** Attributes that are there but unusable (wrong type, negative count, half JSON), with what was wrong. */
  readonly faults?: readonly string[];
}
