import { lengthDelimited } from './length-delimited.ts';
import { WireReader } from './wire-reader.ts';

/** Tags of length-delimited fields. */
const FIELD_1 = 10;
const FIELD_2 = 18;
const SPAN_ATTRIBUTES = 74;

/** The encoded AnyValue of an attribute that was cut out; `spanId` is empty for one of a resource. */
export type FindValue = (spanId: string, attribute: string) => Uint8Array | undefined;

/** Undoes the cutting of large attributes: gives TracesData in which those left without a value have theirs again. */
export function restoreAttributes(traces: Uint8Array, find: FindValue): Uint8Array {
  return rebuild(traces, (tag, resourceSpans) => {
    if (tag !== FIELD_1) return undefined;
    return rebuild(resourceSpans, (inner, message) => {
      if (inner === FIELD_1) return withValues(message, FIELD_1, (attribute) => find('', attribute));
      if (inner !== FIELD_2) return undefined;
      return rebuild(message, (each, span) => (each === FIELD_2 ? restoreSpan(span, find) : undefined));
    });
  });
}

/** How many spans TracesData holds. */
export function countSpans(traces: Uint8Array): number {
  let count = 0;
  eachMessage(traces, FIELD_1, (resourceSpans) =>
    eachMessage(resourceSpans, FIELD_2, (scopeSpans) => eachMessage(scopeSpans, FIELD_2, () => count++)),
  );
  return count;
}

function restoreSpan(span: Uint8Array, find: FindValue): Uint8Array {
  let spanId = '';
  eachMessage(span, FIELD_2, (id) => (spanId = Buffer.from(id).toString('hex')));
  return withValues(span, SPAN_ATTRIBUTES, (attribute) => find(spanId, attribute));
}

function withValues(
  message: Uint8Array,
  attributesTag: number,
  valueOf: (attribute: string) => Uint8Array | undefined,
): Uint8Array {
  return rebuild(message, (tag, keyValue) => {
    if (tag !== attributesTag) return undefined;
    let key = '';
    let hasValue = false;
    eachMessage(keyValue, FIELD_1, (bytes) => (key = Buffer.from(bytes).toString('utf8')));
    eachMessage(keyValue, FIELD_2, () => (hasValue = true));
    const value = hasValue ? undefined : valueOf(key);
    return value && Buffer.concat([keyValue, lengthDelimited(FIELD_2, value.byteLength), value]);
  });
}

/** The message with those of its length-delimited fields replaced for which `replace` gives other bytes. */
function rebuild(
  message: Uint8Array,
  replace: (tag: number, field: Uint8Array) => Uint8Array | undefined,
): Uint8Array {
  const reader = new WireReader(message);
  const end = reader.bytes.length;
  const parts: Uint8Array[] = [];
  let keptFrom = 0;
  while (reader.position < end) {
    const fieldAt = reader.position;
    const tag = reader.uint32(end);
    if ((tag & 7) !== 2) {
      reader.skip(tag, end);
      continue;
    }
    const stop = reader.lengthEnd(end);
    const field = reader.bytes.subarray(reader.position, stop);
    reader.position = stop;
    const replaced = replace(tag, field);
    if (replaced === undefined || replaced === field) continue;
    parts.push(reader.bytes.subarray(keptFrom, fieldAt), lengthDelimited(tag, replaced.byteLength), replaced);
    keptFrom = stop;
  }
  if (parts.length === 0) return message;
  parts.push(reader.bytes.subarray(keptFrom, end));
  return Buffer.concat(parts);
}

function eachMessage(message: Uint8Array, tag: number, visit: (field: Uint8Array) => unknown): void {
  const reader = new WireReader(message);
  const end = reader.bytes.length;
  while (reader.position < end) {
    const next = reader.uint32(end);
    if (next !== tag) {
      reader.skip(next, end);
      continue;
    }
    const stop = reader.lengthEnd(end);
    visit(reader.bytes.subarray(reader.position, stop));
    reader.position = stop;
  }
}
