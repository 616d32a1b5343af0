import type { JsonValue, StatusCode, TraceState } from '@millrace/domain';

/** A span as scorers read it: whole, in GenAI terms. */
export interface ScoredSpan {
  readonly spanId: string;
  readonly parentSpanId: string | undefined;
  readonly name: string;
  /** As `SpanMeaning` tells it: RETRIEVER, TOOL, CHAT_MODEL, AGENT … */
  readonly type: string;
  readonly inputs: JsonValue | undefined;
  readonly outputs: JsonValue | undefined;
  readonly startTimeUnixNano: bigint;
  readonly endTimeUnixNano: bigint;
  readonly statusCode: StatusCode;
  readonly statusMessage: string;
  readonly model: string | undefined;
  /** Definitions of the tools on offer, as the client wrote them, where they are told apart from the inputs. */
  readonly tools?: JsonValue | undefined;
  /** What a retriever found, where it is told apart from the outputs. */
  readonly documents?: JsonValue | undefined;
}

/** A trace as scorers read it: payloads whole, never previews. */
export interface ScoredTrace {
  readonly traceId: string;
  /** Of the root span. */
  readonly inputs: JsonValue | undefined;
  readonly outputs: JsonValue | undefined;
  /** Root first, then by start time. */
  readonly spans: readonly ScoredSpan[];
  readonly state: TraceState;
  readonly requestTimeUnixNano: bigint;
  readonly durationMs: number;
  /** Undefined when nobody reported tokens. */
  readonly totalTokens: number | undefined;
  /** US dollars; undefined when no price is known. */
  readonly costUsd: number | undefined;
  readonly tags: ReadonlyMap<string, string>;
  readonly metadata: ReadonlyMap<string, string>;
  /** What should be so, by name: from the trace's assessments, or from the record it is evaluated for, which wins. */
  readonly expectations: Readonly<Record<string, JsonValue>>;
}

/** What is scored: a trace, or the traces of a session in order of time. */
export type Subject =
  | { readonly level: 'trace'; readonly trace: ScoredTrace }
  | { readonly level: 'session'; readonly sessionId: string; readonly traces: readonly ScoredTrace[] };
