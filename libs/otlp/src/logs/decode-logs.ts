import type { AttributeValue } from '@millrace/domain';
import { readAnyValue, readKeyValue } from '../protobuf/any-value.ts';
import { WireReader } from '../protobuf/wire-reader.ts';
import { logEvent, type LogRecordFields, type SpanLogEvent } from './log-event.ts';

/** Field tags of opentelemetry/proto/logs/v1/logs.proto: field number * 8 + wire type. */
const RESOURCE_LOGS = 10;
const SCOPE_LOGS = 18;
const LOG_RECORDS = 18;
const TIME = 9;
const BODY = 42;
const ATTRIBUTES = 50;
const TRACE_ID = 74;
const SPAN_ID = 82;
const OBSERVED_TIME = 89;
const EVENT_NAME = 98;

/** What of a request of logs belongs to spans. */
export interface DecodedLogs {
  readonly events: readonly SpanLogEvent[];
  /** Log records in the request, whatever they are. */
  readonly recordCount: number;
}

/**
 * Decodes an ExportLogsServiceRequest and keeps the events of spans whose name is `wanted`. Throws Rejected for bytes that are none.
 */
export function decodeLogs(bytes: Uint8Array, wanted: (name: string) => boolean): DecodedLogs {
  const reader = new WireReader(bytes);
  const events: SpanLogEvent[] = [];
  let recordCount = 0;
  each(reader, reader.bytes.length, RESOURCE_LOGS, (resourceEnd) =>
    each(reader, resourceEnd, SCOPE_LOGS, (scopeEnd) =>
      each(reader, scopeEnd, LOG_RECORDS, (end) => {
        recordCount += 1;
        const event = logEvent(readRecord(reader, end), wanted);
        if (event) events.push(event);
      }),
    ),
  );
  return { events, recordCount };
}

function each(reader: WireReader, end: number, wanted: number, visit: (stop: number) => void): void {
  while (reader.position < end) {
    const tag = reader.uint32(end);
    if (tag === wanted) visit(reader.lengthEnd(end));
    else reader.skip(tag, end);
  }
}

function readRecord(reader: WireReader, end: number): LogRecordFields {
  const attributes = new Map<string, AttributeValue>();
  const record: { -readonly [K in keyof LogRecordFields]: LogRecordFields[K] } = {
    timeUnixNano: 0n,
    observedTimeUnixNano: 0n,
    traceId: '',
    spanId: '',
    eventName: '',
    body: null,
    attributes,
  };
  while (reader.position < end) {
    const tag = reader.uint32(end);
    if (tag === TIME) record.timeUnixNano = reader.fixed64(end);
    else if (tag === OBSERVED_TIME) record.observedTimeUnixNano = reader.fixed64(end);
    else if (tag === BODY) record.body = readAnyValue(reader, reader.lengthEnd(end), 0);
    else if (tag === ATTRIBUTES) readKeyValue(reader, reader.lengthEnd(end), attributes, 0);
    else if (tag === TRACE_ID) record.traceId = readText(reader, end, 'hex');
    else if (tag === SPAN_ID) record.spanId = readText(reader, end, 'hex');
    else if (tag === EVENT_NAME) record.eventName = readText(reader, end, 'utf8');
    else reader.skip(tag, end);
  }
  return record;
}

function readText(reader: WireReader, end: number, encoding: 'hex' | 'utf8'): string {
  const stop = reader.lengthEnd(end);
  const text = reader.bytes.toString(encoding, reader.position, stop);
  reader.position = stop;
  return text;
}
