import type { AttributeValue, OtlpSpan, SpanEvent, SpanLink, SpanOrigin, StatusCode } from '@millrace/domain';
import { keys, readKeyValue } from './any-value.ts';
import { WireReader } from './wire-reader.ts';

/** Field tags of opentelemetry/proto/trace/v1/trace.proto: field number * 8 + wire type. */
const LIST = 10;
const RESOURCE = 10;
const SCOPE_SPANS = 18;
const SCOPE = 10;
const SPANS = 18;

/**
 * Decodes TracesData (or ExportTraceServiceRequest, the same on the wire). Spans of one resource and scope share one `origin`.
 * Throws Rejected for bytes that `splitTraces` would refuse. Text that is not UTF-8 has its bad bytes replaced by U+FFFD.
 */
export function decodeTraces(bytes: Uint8Array): OtlpSpan[] {
  const reader = new WireReader(bytes);
  const end = reader.bytes.length;
  const spans: OtlpSpan[] = [];
  while (reader.position < end) {
    const tag = reader.uint32(end);
    if (tag === LIST) readResourceSpans(reader, reader.lengthEnd(end), spans);
    else reader.skip(tag, end);
  }
  return spans;
}

/** The resource may stand after its spans, so it is looked for first. */
function readResourceSpans(reader: WireReader, end: number, spans: OtlpSpan[]): void {
  const begin = reader.position;
  const resource = new Map<string, AttributeValue>();
  eachField(reader, end, RESOURCE, (stop) => readAttributes(reader, stop, 10, resource));
  reader.position = begin;
  eachField(reader, end, SCOPE_SPANS, (stop) => readScopeSpans(reader, stop, resource, spans));
}

function readScopeSpans(
  reader: WireReader,
  end: number,
  resource: SpanOrigin['resource'],
  spans: OtlpSpan[],
): void {
  const begin = reader.position;
  let origin: SpanOrigin = { resource, scopeName: '', scopeVersion: '' };
  eachField(reader, end, SCOPE, (stop) => {
    origin = { resource, ...readScope(reader, stop) };
  });
  reader.position = begin;
  eachField(reader, end, SPANS, (stop) => spans.push(readSpan(reader, stop, origin)));
}

function eachField(reader: WireReader, end: number, wanted: number, read: (stop: number) => void): void {
  while (reader.position < end) {
    const tag = reader.uint32(end);
    if (tag === wanted) read(reader.lengthEnd(end));
    else reader.skip(tag, end);
  }
}

function readAttributes(
  reader: WireReader,
  end: number,
  tagOfAttribute: number,
  target: Map<string, AttributeValue>,
): void {
  eachField(reader, end, tagOfAttribute, (stop) => readKeyValue(reader, stop, target, 0));
}

function readScope(reader: WireReader, end: number): { scopeName: string; scopeVersion: string } {
  let scopeName = '';
  let scopeVersion = '';
  while (reader.position < end) {
    const tag = reader.uint32(end);
    if (tag === 10) scopeName = readText(reader, end);
    else if (tag === 18) scopeVersion = readText(reader, end);
    else reader.skip(tag, end);
  }
  return { scopeName, scopeVersion };
}

function readText(reader: WireReader, end: number): string {
  const stop = reader.lengthEnd(end);
  const text = keys.decode(reader.bytes, reader.position, stop);
  reader.position = stop;
  return text;
}

function readId(reader: WireReader, end: number): string {
  const stop = reader.lengthEnd(end);
  const id = reader.bytes.toString('hex', reader.position, stop);
  reader.position = stop;
  return id;
}

type Building<T> = { -readonly [K in keyof T]: T[K] };

const NO_EVENTS: readonly SpanEvent[] = [];
const NO_LINKS: readonly SpanLink[] = [];
const ZERO_SPAN_ID = '0000000000000000';

function readSpan(reader: WireReader, end: number, origin: SpanOrigin): OtlpSpan {
  const attributes = new Map<string, AttributeValue>();
  let events: SpanEvent[] | undefined;
  let links: SpanLink[] | undefined;
  const span: Building<OtlpSpan> = {
    traceId: '',
    spanId: '',
    parentSpanId: undefined,
    name: '',
    kind: 0,
    startTimeUnixNano: 0n,
    endTimeUnixNano: 0n,
    statusCode: 0,
    statusMessage: '',
    traceState: '',
    attributes,
    events: NO_EVENTS,
    links: NO_LINKS,
    origin,
  };
  while (reader.position < end) {
    const tag = reader.uint32(end);
    if (tag === 74) readKeyValue(reader, reader.lengthEnd(end), attributes, 0);
    else if (tag === 90) (events ??= []).push(readEvent(reader, reader.lengthEnd(end)));
    else if (tag === 106) (links ??= []).push(readLink(reader, reader.lengthEnd(end)));
    else readSpanField(reader, tag, end, span);
  }
  if (span.parentSpanId === '' || span.parentSpanId === ZERO_SPAN_ID) span.parentSpanId = undefined;
  if (events) span.events = events;
  if (links) span.links = links;
  return span;
}

function readSpanField(reader: WireReader, tag: number, end: number, span: Building<OtlpSpan>): void {
  switch (tag) {
    case 10:
      span.traceId = readId(reader, end);
      break;
    case 18:
      span.spanId = readId(reader, end);
      break;
    case 26:
      span.traceState = readText(reader, end);
      break;
    case 34:
      span.parentSpanId = readId(reader, end);
      break;
    case 42:
      span.name = readText(reader, end);
      break;
    case 48:
      span.kind = smallEnum(reader.int64(end), 5);
      break;
    case 57:
      span.startTimeUnixNano = reader.fixed64(end);
      break;
    case 65:
      span.endTimeUnixNano = reader.fixed64(end);
      break;
    case 122:
      readStatus(reader, reader.lengthEnd(end), span);
      break;
    default:
      reader.skip(tag, end);
  }
}

function readStatus(reader: WireReader, end: number, span: Building<OtlpSpan>): void {
  while (reader.position < end) {
    const tag = reader.uint32(end);
    if (tag === 18) span.statusMessage = readText(reader, end);
    else if (tag === 24) span.statusCode = smallEnum(reader.int64(end), 2) as StatusCode;
    else reader.skip(tag, end);
  }
}

/** An enum value this version does not know counts as unspecified. */
function smallEnum(value: bigint, highest: number): number {
  return value >= 0n && value <= BigInt(highest) ? Number(value) : 0;
}

function readEvent(reader: WireReader, end: number): SpanEvent {
  const attributes = new Map<string, AttributeValue>();
  let timeUnixNano = 0n;
  let name = '';
  while (reader.position < end) {
    const tag = reader.uint32(end);
    if (tag === 9) timeUnixNano = reader.fixed64(end);
    else if (tag === 18) name = readText(reader, end);
    else if (tag === 26) readKeyValue(reader, reader.lengthEnd(end), attributes, 0);
    else reader.skip(tag, end);
  }
  return { timeUnixNano, name, attributes };
}

function readLink(reader: WireReader, end: number): SpanLink {
  const attributes = new Map<string, AttributeValue>();
  let traceId = '';
  let spanId = '';
  while (reader.position < end) {
    const tag = reader.uint32(end);
    if (tag === 10) traceId = readId(reader, end);
    else if (tag === 18) spanId = readId(reader, end);
    else if (tag === 34) readKeyValue(reader, reader.lengthEnd(end), attributes, 0);
    else reader.skip(tag, end);
  }
  return { traceId, spanId, attributes };
}
