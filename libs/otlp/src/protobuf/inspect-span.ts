import type { WireReader } from './wire-reader.ts';

/** What ingest must know of attributes. */
export interface AttributeInspection {
  attributeCount: number;
  /** Deepest nesting of an attribute value; a plain value has depth 0. */
  depth: number;
}

/** What ingest must know of a span; its texts stay undecoded. Positions are offsets in the request. */
export interface SpanInspection extends AttributeInspection {
  traceIdAt: number;
  traceIdLength: number;
  spanIdAt: number;
  spanIdLength: number;
  isRoot: boolean;
}

/**
 * Walks one span and everything in it, so that whatever passes here can be decoded later. Throws Rejected when the bytes
 * are not a span; what is merely wrong with it is for the caller to judge.
 */
export function inspectSpan(reader: WireReader, end: number, found: SpanInspection): void {
  found.traceIdAt = found.traceIdLength = found.spanIdAt = found.spanIdLength = 0;
  found.isRoot = true;
  found.attributeCount = found.depth = 0;
  while (reader.position < end) {
    const tag = reader.uint32(end);
    switch (tag) {
      case 10: {
        const stop = reader.lengthEnd(end);
        found.traceIdAt = reader.position;
        found.traceIdLength = stop - reader.position;
        reader.position = stop;
        break;
      }
      case 18: {
        const stop = reader.lengthEnd(end);
        found.spanIdAt = reader.position;
        found.spanIdLength = stop - reader.position;
        reader.position = stop;
        break;
      }
      case 34: {
        const stop = reader.lengthEnd(end);
        found.isRoot = isZero(reader.bytes, reader.position, stop);
        reader.position = stop;
        break;
      }
      case 74:
        inspectAttribute(reader, end, found);
        break;
      case 90:
        inspectNested(reader, end, 26, found);
        break;
      case 106:
        inspectNested(reader, end, 34, found);
        break;
      case 122:
        inspectNested(reader, end, 0, found);
        break;
      default:
        reader.skip(tag, end);
    }
  }
}

/** An event, link or status: plain fields and attributes. */
function inspectNested(reader: WireReader, end: number, attributeTag: number, found: SpanInspection): void {
  const stop = reader.lengthEnd(end);
  while (reader.position < stop) {
    const tag = reader.uint32(stop);
    if (tag === attributeTag) inspectAttribute(reader, stop, found);
    else reader.skip(tag, stop);
  }
}

/** Walks one attribute, its length first. */
export function inspectAttribute(reader: WireReader, end: number, found: AttributeInspection): void {
  found.attributeCount += 1;
  inspectKeyValue(reader, reader.lengthEnd(end), found, 0);
}

function inspectKeyValue(reader: WireReader, end: number, found: AttributeInspection, depth: number): void {
  while (reader.position < end) {
    const tag = reader.uint32(end);
    if (tag === 18) inspectAnyValue(reader, reader.lengthEnd(end), found, depth);
    else reader.skip(tag, end);
  }
}

/** Deeper than any limit. The walk does not follow further, so that no input exhausts the stack. */
export const DEEPEST = 128;

function inspectAnyValue(reader: WireReader, end: number, found: AttributeInspection, depth: number): void {
  if (depth > found.depth) found.depth = depth;
  if (depth > DEEPEST) {
    reader.position = end;
    return;
  }
  while (reader.position < end) {
    const tag = reader.uint32(end);
    if (tag !== 42 && tag !== 50) {
      reader.skip(tag, end);
      continue;
    }
    const stop = reader.lengthEnd(end);
    while (reader.position < stop) {
      const inner = reader.uint32(stop);
      if (inner !== 10) reader.skip(inner, stop);
      else if (tag === 42) inspectAnyValue(reader, reader.lengthEnd(stop), found, depth + 1);
      else inspectKeyValue(reader, reader.lengthEnd(stop), found, depth + 1);
    }
  }
}

export function isZero(bytes: Buffer, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (bytes[at] !== 0) return false;
  return true;
}
