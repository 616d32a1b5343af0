import type { AttributeValue, SpanEvent } from '@millrace/domain';

/** What counts of a log record. */
export interface LogRecordFields {
  readonly timeUnixNano: bigint;
  readonly observedTimeUnixNano: bigint;
  /** Lower-case hex digits, of whatever length was sent. */
  readonly traceId: string;
  readonly spanId: string;
  readonly eventName: string;
  readonly body: AttributeValue;
  readonly attributes: ReadonlyMap<string, AttributeValue>;
}

/** A log record that is an event of a span. */
export interface SpanLogEvent {
  /** 32 lower-case hex digits, never all zero. */
  readonly traceId: string;
  /** 16 lower-case hex digits, never all zero. */
  readonly spanId: string;
  readonly event: SpanEvent;
}

/** Where the name stood before LogRecord had a field for it: https://opentelemetry.io/docs/specs/semconv/general/events/. */
const NAME_ATTRIBUTE = 'event.name';
/** Azure's name for a body that is text, understood on span events too. */
const CONTENT_ATTRIBUTE = 'gen_ai.event.content';
const TRACE_ID = /^(?!0{32})[0-9a-f]{32}$/;
const SPAN_ID = /^(?!0{16})[0-9a-f]{16}$/;

/** The record as a span event, fields of its body beside its attributes; undefined when it is none of a span or not wanted. */
export function logEvent(
  record: LogRecordFields,
  wanted: (name: string) => boolean,
): SpanLogEvent | undefined {
  const { traceId, spanId, body } = record;
  const named = record.attributes.get(NAME_ATTRIBUTE);
  const name = record.eventName !== '' ? record.eventName : named;
  if (typeof name !== 'string' || !wanted(name)) return undefined;
  if (!TRACE_ID.test(traceId) || !SPAN_ID.test(spanId)) return undefined;
  const attributes = new Map(record.attributes);
  attributes.delete(NAME_ATTRIBUTE);
  if (body instanceof Map) {
    for (const [key, value] of body as ReadonlyMap<string, AttributeValue>) attributes.set(key, value);
  } else if (typeof body === 'string' && body !== '' && !attributes.has(CONTENT_ATTRIBUTE)) {
    attributes.set(CONTENT_ATTRIBUTE, body);
  }
  const timeUnixNano = record.timeUnixNano === 0n ? record.observedTimeUnixNano : record.timeUnixNano;
  return { traceId, spanId, event: { timeUnixNano, name, attributes } };
}
