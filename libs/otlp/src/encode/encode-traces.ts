import type { AttributeMap, AttributeValue, OtlpSpan } from '@millrace/domain';
import { WireWriter } from './wire-writer.ts';

/** Encodes spans as ExportTraceServiceRequest; neighbours with one origin share a ResourceSpans. */
export function encodeTracesRequest(spans: readonly OtlpSpan[]): Uint8Array {
  const request = new WireWriter();
  for (const group of byOrigin(spans)) {
    const [first] = group;
    if (!first) continue;
    const { resource, scopeName, scopeVersion } = first.origin;
    request.message(1, (resourceSpans) =>
      resourceSpans
        .message(1, (message) => writeAttributes(message, 1, resource))
        .message(2, (scopeSpans) => {
          scopeSpans.message(1, (scope) => scope.textIfAny(1, scopeName).textIfAny(2, scopeVersion));
          for (const span of group) scopeSpans.message(2, (message) => writeSpan(message, span));
        }),
    );
  }
  return request.finish();
}

function byOrigin(spans: readonly OtlpSpan[]): OtlpSpan[][] {
  const groups: OtlpSpan[][] = [];
  for (const span of spans) {
    const last = groups.at(-1);
    if (last?.[0]?.origin === span.origin) last.push(span);
    else groups.push([span]);
  }
  return groups;
}

function writeSpan(writer: WireWriter, span: OtlpSpan): void {
  writer
    .bytes(1, Buffer.from(span.traceId, 'hex'))
    .bytes(2, Buffer.from(span.spanId, 'hex'))
    .textIfAny(3, span.traceState);
  if (span.parentSpanId !== undefined) writer.bytes(4, Buffer.from(span.parentSpanId, 'hex'));
  writer
    .textIfAny(5, span.name)
    .varint(6, span.kind)
    .fixed64(7, span.startTimeUnixNano)
    .fixed64(8, span.endTimeUnixNano);
  writeAttributes(writer, 9, span.attributes);
  for (const event of span.events) {
    writer.message(11, (message) =>
      writeAttributes(message.fixed64(1, event.timeUnixNano).textIfAny(2, event.name), 3, event.attributes),
    );
  }
  for (const link of span.links) {
    writer.message(13, (message) =>
      writeAttributes(
        message.bytes(1, Buffer.from(link.traceId, 'hex')).bytes(2, Buffer.from(link.spanId, 'hex')),
        4,
        link.attributes,
      ),
    );
  }
  if (span.statusCode === 0 && span.statusMessage === '') return;
  writer.message(15, (status) => status.textIfAny(2, span.statusMessage).varint(3, span.statusCode));
}

function writeAttributes(writer: WireWriter, field: number, attributes: AttributeMap): void {
  for (const [key, value] of attributes)
    writer.message(field, (keyValue) => writeKeyValue(keyValue, key, value));
}

/** The fields of a KeyValue; a null value is not written. */
export function writeKeyValue(writer: WireWriter, key: string, value: AttributeValue): void {
  writer.text(1, key);
  if (value !== null) writer.message(2, (any) => writeAnyValue(any, value));
}

function writeAnyValue(writer: WireWriter, value: AttributeValue): void {
  if (value === null) return;
  if (typeof value === 'string') writer.text(1, value);
  else if (typeof value === 'boolean') writer.varint(2, value ? 1 : 0);
  else if (typeof value === 'bigint') writer.varint(3, value);
  else if (typeof value === 'number') writer.double(4, value);
  else if (value instanceof Uint8Array) writer.bytes(7, value);
  else if (value instanceof Map) {
    writer.message(6, (list) => {
      for (const [key, inner] of value as AttributeMap)
        list.message(1, (keyValue) => writeKeyValue(keyValue, key, inner));
    });
  } else {
    writer.message(5, (array) => {
      for (const inner of value as readonly AttributeValue[])
        array.message(1, (any) => writeAnyValue(any, inner));
    });
  }
}
