import type { AttributeMap } from './attribute-value.ts';
import type { BlobReference } from './normal-span.ts';

/** OTLP status code: 0 unset, 1 ok, 2 error. */
export type StatusCode = 0 | 1 | 2;

export interface SpanEvent {
  readonly timeUnixNano: bigint;
  readonly name: string;
  readonly attributes: AttributeMap;
}

export interface SpanLink {
  /** 32 lower-case hex digits. */
  readonly traceId: string;
  /** 16 lower-case hex digits. */
  readonly spanId: string;
  readonly attributes: AttributeMap;
}

/** Who made a span: shared by all spans of one ResourceSpans/ScopeSpans pair. */
export interface SpanOrigin {
  readonly resource: AttributeMap;
  /** Attributes of the resource that are kept by reference only; they are not in `resource`. */
  readonly resourceBlobs?: ReadonlyMap<string, BlobReference>;
  readonly scopeName: string;
  readonly scopeVersion: string;
}

/** A span as the client sent it, decoded from OTLP without interpretation. */
export interface OtlpSpan {
  /** 32 lower-case hex digits, never all zero. */
  readonly traceId: string;
  /** 16 lower-case hex digits, never all zero. */
  readonly spanId: string;
  /** Absent on a root span. */
  readonly parentSpanId: string | undefined;
  readonly name: string;
  /** OTLP SpanKind: 0 unspecified, 1 internal, 2 server, 3 client, 4 producer, 5 consumer. */
  readonly kind: number;
  readonly startTimeUnixNano: bigint;
  readonly endTimeUnixNano: bigint;
  readonly statusCode: StatusCode;
  readonly statusMessage: string;
  readonly traceState: string;
  readonly attributes: AttributeMap;
  readonly events: readonly SpanEvent[];
  readonly links: readonly SpanLink[];
  readonly origin: SpanOrigin;
}
