import type { JsonValue } from '@millrace/domain';
import type { ScoredSpan, ScoredTrace, Subject } from '../subject.ts';

const NANOSECONDS_IN_MS = 1_000_000n;

/** What the function of a code scorer is given. */
export function describeSubject(subject: Subject): JsonValue {
  if (subject.level === 'trace') return describeTrace(subject.trace);
  return { session: { session_id: subject.sessionId, traces: subject.traces.map(describeTrace) } };
}

function describeTrace(trace: ScoredTrace): JsonValue {
  return {
    inputs: trace.inputs ?? null,
    outputs: trace.outputs ?? null,
    expectations: trace.expectations,
    trace: {
      trace_id: trace.traceId,
      state: trace.state,
      request_time_ms: toMs(trace.requestTimeUnixNano),
      duration_ms: trace.durationMs,
      total_tokens: trace.totalTokens ?? null,
      cost_usd: trace.costUsd ?? null,
      tags: Object.fromEntries(trace.tags),
      metadata: Object.fromEntries(trace.metadata),
      spans: trace.spans.map(describeSpan),
    },
  };
}

function describeSpan(span: ScoredSpan): JsonValue {
  return {
    span_id: span.spanId,
    parent_span_id: span.parentSpanId ?? null,
    name: span.name,
    type: span.type,
    inputs: span.inputs ?? null,
    outputs: span.outputs ?? null,
    start_time_ms: toMs(span.startTimeUnixNano),
    end_time_ms: toMs(span.endTimeUnixNano),
    status: STATUS_NAMES[span.statusCode],
    status_message: span.statusMessage,
    model: span.model ?? null,
  };
}

const STATUS_NAMES = ['UNSET', 'OK', 'ERROR'] as const;

function toMs(unixNano: bigint): number {
  return Number(unixNano / NANOSECONDS_IN_MS);
}
