import type { OtlpSpan, SpanEvent, SpanLink, SpanOrigin } from '@millrace/domain';
import {
  attributesOf,
  field,
  hexOf,
  listOf,
  nanosOf,
  objectAt,
  parseRequest,
  textOf,
  wrong,
  type JsonObject,
} from './json-fields.ts';

const KINDS = ['UNSPECIFIED', 'INTERNAL', 'SERVER', 'CLIENT', 'PRODUCER', 'CONSUMER'];
const STATUSES = ['UNSET', 'OK', 'ERROR'];

/** An enum by number or by name; one that this version does not know counts as unspecified. */
function enumOf(value: unknown, names: readonly string[], prefix: string, path: string): number {
  if (value === undefined) return 0;
  if (typeof value === 'number' && Number.isInteger(value))
    return value >= 0 && value < names.length ? value : 0;
  if (typeof value === 'string') return Math.max(0, names.indexOf(value.replace(prefix, '')));
  return wrong(path, 'an enum value by number or name');
}

/** Spans of an ExportTraceServiceRequest in OTLP/JSON. Throws Rejected naming the path of what is wrong. */
export function jsonToSpans(body: Uint8Array): OtlpSpan[] {
  const request = parseRequest(body, 'an ExportTraceServiceRequest object');
  return listOf(request, 'resourceSpans', '', (resourceSpans, path) => {
    const resource = attributesOf(
      objectAt(field(resourceSpans, 'resource'), `${path}.resource`),
      'attributes',
      `${path}.resource`,
    );
    return listOf(resourceSpans, 'scopeSpans', path, (scopeSpans, at) =>
      scopeSpansOf(scopeSpans, at, resource),
    ).flat();
  }).flat();
}

function scopeSpansOf(scopeSpans: JsonObject, path: string, resource: SpanOrigin['resource']): OtlpSpan[] {
  const scope = objectAt(field(scopeSpans, 'scope'), `${path}.scope`);
  const origin: SpanOrigin = {
    resource,
    scopeName: textOf(scope, 'name', `${path}.scope`),
    scopeVersion: textOf(scope, 'version', `${path}.scope`),
  };
  return listOf(scopeSpans, 'spans', path, (span, at) => spanOf(span, at, origin));
}

function spanOf(span: JsonObject, path: string, origin: SpanOrigin): OtlpSpan {
  const status = objectAt(field(span, 'status'), `${path}.status`);
  const parent = hexOf(span, 'parentSpanId', path);
  return {
    traceId: hexOf(span, 'traceId', path),
    spanId: hexOf(span, 'spanId', path),
    parentSpanId: parent === '' ? undefined : parent,
    name: textOf(span, 'name', path),
    kind: enumOf(field(span, 'kind'), KINDS, 'SPAN_KIND_', `${path}.kind`),
    startTimeUnixNano: nanosOf(span, 'startTimeUnixNano', path),
    endTimeUnixNano: nanosOf(span, 'endTimeUnixNano', path),
    statusCode: enumOf(
      field(status, 'code'),
      STATUSES,
      'STATUS_CODE_',
      `${path}.status.code`,
    ) as OtlpSpan['statusCode'],
    statusMessage: textOf(status, 'message', `${path}.status`),
    traceState: textOf(span, 'traceState', path),
    attributes: attributesOf(span, 'attributes', path),
    events: listOf(span, 'events', path, eventOf),
    links: listOf(span, 'links', path, linkOf),
    origin,
  };
}

function eventOf(event: JsonObject, path: string): SpanEvent {
  return {
    timeUnixNano: nanosOf(event, 'timeUnixNano', path),
    name: textOf(event, 'name', path),
    attributes: attributesOf(event, 'attributes', path),
  };
}

function linkOf(link: JsonObject, path: string): SpanLink {
  return {
    traceId: hexOf(link, 'traceId', path),
    spanId: hexOf(link, 'spanId', path),
    attributes: attributesOf(link, 'attributes', path),
  };
}
