import { dollarsNumber, totalTokens } from '@millrace/domain';
import type { SpanSkeleton } from './trace-reader.ts';

const NANOS_PER_US = 1000;

/** Spans of a trace by column, in order of start time, then span id: enough to draw a tree and timeline of any size. */
export interface TraceOutline {
  readonly spanIds: readonly string[];
  /** Empty for a root. */
  readonly parentSpanIds: readonly string[];
  readonly names: readonly string[];
  readonly types: readonly string[];
  readonly services: readonly string[];
  /** Empty where none is known. */
  readonly models: readonly string[];
  /** Microseconds after the first span of the trace began. */
  readonly startOffsetsUs: readonly number[];
  /** Microseconds; negative where a span ended before it began. */
  readonly durationsUs: readonly number[];
  /** As in OTLP. */
  readonly statusCodes: readonly number[];
  /** As reported in total, else the sum of the buckets; 0 where nothing was reported. */
  readonly tokens: readonly number[];
  /** US dollars; 0 where no price is known. */
  readonly costs: readonly number[];
}

/** @param from when the first span of the trace began */
export function toTraceOutline(spans: readonly SpanSkeleton[], from: bigint): TraceOutline {
  return {
    spanIds: spans.map(({ spanId }) => spanId),
    parentSpanIds: spans.map(({ parentSpanId = '' }) => parentSpanId),
    names: spans.map(({ name }) => name),
    types: spans.map(({ type }) => type),
    services: spans.map(({ service }) => service),
    models: spans.map(({ model = '' }) => model),
    startOffsetsUs: spans.map(({ startTimeUnixNano: start }) => Number(start - from) / NANOS_PER_US),
    durationsUs: spans.map(
      ({ startTimeUnixNano: start, endTimeUnixNano: end }) => Number(end - start) / NANOS_PER_US,
    ),
    statusCodes: spans.map(({ statusCode }) => statusCode),
    tokens: spans.map(({ tokens }) => (tokens ? totalTokens(tokens) : 0)),
    costs: spans.map(({ cost }) => (cost ? dollarsNumber(cost.total) : 0)),
  };
}
