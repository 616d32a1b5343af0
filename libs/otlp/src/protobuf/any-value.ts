import { Rejected, type AttributeValue } from '@millrace/domain';
import { TextCache } from './text-cache.ts';
import { WireReader } from './wire-reader.ts';

/** Keys repeat on every span of a service. */
export const keys = new TextCache();

/** Deeper values are refused at ingest; this bound only keeps a forged record from exhausting the stack. */
const DEEPEST = 200;

/** Decodes the bytes of one AnyValue. Throws Rejected. */
export function decodeAnyValue(bytes: Uint8Array): AttributeValue {
  return readAnyValue(new WireReader(bytes), bytes.byteLength, 0);
}

/** AnyValue at the reader's position up to `end`: the last field set wins, none means null. */
export function readAnyValue(reader: WireReader, end: number, depth: number): AttributeValue {
  if (depth > DEEPEST) throw new Rejected(`a value is nested more than ${DEEPEST} deep`);
  let value: AttributeValue = null;
  while (reader.position < end) {
    const tag = reader.uint32(end);
    switch (tag) {
      case 10: {
        const stop = reader.lengthEnd(end);
        value = reader.bytes.toString('utf8', reader.position, stop);
        reader.position = stop;
        break;
      }
      case 16:
        value = reader.int64(end) !== 0n;
        break;
      case 24:
        value = reader.int64(end);
        break;
      case 33:
        value = reader.double(end);
        break;
      case 42:
        value = readArray(reader, reader.lengthEnd(end), depth);
        break;
      case 50:
        value = readKeyValueList(reader, reader.lengthEnd(end), depth);
        break;
      case 58: {
        const stop = reader.lengthEnd(end);
        value = Uint8Array.prototype.slice.call(reader.bytes, reader.position, stop);
        reader.position = stop;
        break;
      }
      default:
        reader.skip(tag, end);
    }
  }
  return value;
}

/** Reads one KeyValue into `target`. */
export function readKeyValue(
  reader: WireReader,
  end: number,
  target: Map<string, AttributeValue>,
  depth: number,
): void {
  let key = '';
  let value: AttributeValue = null;
  while (reader.position < end) {
    const tag = reader.uint32(end);
    if (tag === 10) {
      const stop = reader.lengthEnd(end);
      key = keys.decode(reader.bytes, reader.position, stop);
      reader.position = stop;
    } else if (tag === 18) {
      value = readAnyValue(reader, reader.lengthEnd(end), depth);
    } else reader.skip(tag, end);
  }
  target.set(key, value);
}

function readArray(reader: WireReader, end: number, depth: number): AttributeValue[] {
  const values: AttributeValue[] = [];
  while (reader.position < end) {
    const tag = reader.uint32(end);
    if (tag === 10) values.push(readAnyValue(reader, reader.lengthEnd(end), depth + 1));
    else reader.skip(tag, end);
  }
  return values;
}

function readKeyValueList(reader: WireReader, end: number, depth: number): Map<string, AttributeValue> {
  const values = new Map<string, AttributeValue>();
  while (reader.position < end) {
    const tag = reader.uint32(end);
    if (tag === 10) readKeyValue(reader, reader.lengthEnd(end), values, depth + 1);
    else reader.skip(tag, end);
  }
  return values;
}
