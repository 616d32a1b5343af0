import { keys } from './any-value.ts';
import { lengthDelimited, type AttributeClaim } from './chunk-builder.ts';
import { WireReader } from './wire-reader.ts';

const ATTRIBUTES = 74;

export interface ClaimedSpan {
  /** The span as a field of ScopeSpans, tag and length included, large attributes left without a value. */
  readonly field: Uint8Array;
  readonly claims: readonly AttributeClaim[];
}

/** Cuts the values of attributes above `claimAboveBytes` out of a span. `span` is its content, already inspected. */
export function claimLargeAttributes(span: Uint8Array, spanId: string, claimAboveBytes: number): ClaimedSpan {
  const reader = new WireReader(span);
  const end = reader.bytes.length;
  const kept: Uint8Array[] = [];
  const claims: AttributeClaim[] = [];
  let keptFrom = 0;
  while (reader.position < end) {
    const fieldAt = reader.position;
    const tag = reader.uint32(end);
    if (tag !== ATTRIBUTES) {
      reader.skip(tag, end);
      continue;
    }
    const stop = reader.lengthEnd(end);
    const attribute = stop - reader.position > claimAboveBytes ? locate(reader, stop) : undefined;
    reader.position = stop;
    if (!attribute || attribute.value.byteLength <= claimAboveBytes) continue;
    kept.push(reader.bytes.subarray(keptFrom, fieldAt), keyAlone(attribute.key));
    claims.push({
      spanId,
      attribute: keys.decode(attribute.key, 0, attribute.key.length),
      value: attribute.value,
    });
    keptFrom = stop;
  }
  kept.push(reader.bytes.subarray(keptFrom, end));
  const length = kept.reduce((sum, part) => sum + part.byteLength, 0);
  return { field: Buffer.concat([lengthDelimited(18, length), ...kept]), claims };
}

/** Key and value of a KeyValue, undecoded. */
function locate(reader: WireReader, end: number): { key: Buffer; value: Buffer } {
  let key = Buffer.alloc(0);
  let value = Buffer.alloc(0);
  while (reader.position < end) {
    const tag = reader.uint32(end);
    if (tag !== 10 && tag !== 18) {
      reader.skip(tag, end);
      continue;
    }
    const stop = reader.lengthEnd(end);
    const content = Buffer.from(reader.bytes.subarray(reader.position, stop));
    if (tag === 10) key = content;
    else value = content;
    reader.position = stop;
  }
  return { key, value };
}

/** The attribute with its key and no value. */
function keyAlone(key: Uint8Array): Uint8Array {
  const keyHead = lengthDelimited(10, key.byteLength);
  return Buffer.concat([lengthDelimited(ATTRIBUTES, keyHead.byteLength + key.byteLength), keyHead, key]);
}
