import { keys } from './any-value.ts';
import { lengthDelimited } from './length-delimited.ts';
import { WireReader } from './wire-reader.ts';

/** A key longer than this stays where it is, with its value: keys of claims stand in the header of a log record. */
const LONGEST_KEY = 1024;

/** An attribute cut out because it is too large for the log, or for being repeated in it. */
export interface AttributeClaim {
  readonly attribute: string;
  /** The AnyValue as it was sent, encoded. */
  readonly value: Uint8Array;
}

export interface CutMessage {
  /** Concatenated they are the message, large attributes left without a value. */
  readonly parts: readonly Uint8Array[];
  readonly byteLength: number;
  readonly claims: readonly AttributeClaim[];
}

/** Cuts the values of attributes above `claimAboveBytes` out of a message that was inspected before. `tag` is that of its attributes. */
export function cutLargeAttributes(message: Uint8Array, tag: number, claimAboveBytes: number): CutMessage {
  const reader = new WireReader(message);
  const end = reader.bytes.length;
  const parts: Uint8Array[] = [];
  const claims: AttributeClaim[] = [];
  let keptFrom = 0;
  while (reader.position < end) {
    const fieldAt = reader.position;
    const next = reader.uint32(end);
    if (next !== tag) {
      reader.skip(next, end);
      continue;
    }
    const stop = reader.lengthEnd(end);
    const attribute = stop - reader.position > claimAboveBytes ? locate(reader, stop) : undefined;
    reader.position = stop;
    if (!attribute || attribute.value.byteLength <= claimAboveBytes || attribute.key.length > LONGEST_KEY)
      continue;
    parts.push(reader.bytes.subarray(keptFrom, fieldAt), keyAlone(tag, attribute.key));
    claims.push({
      attribute: keys.decode(attribute.key, 0, attribute.key.length),
      value: attribute.value,
    });
    keptFrom = stop;
  }
  parts.push(reader.bytes.subarray(keptFrom, end));
  return { parts, byteLength: parts.reduce((sum, part) => sum + part.byteLength, 0), claims };
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
function keyAlone(tag: number, key: Uint8Array): Uint8Array {
  const keyHead = lengthDelimited(10, key.byteLength);
  return Buffer.concat([lengthDelimited(tag, keyHead.byteLength + key.byteLength), keyHead, key]);
}
