import type { AttributeMap, AttributeValue } from './attribute-value.ts';
import { fromHex, toHex } from './hex.ts';
import { parseTypedJson } from './typed-json.ts';

/**
 * One letter for the type of a value kept as text: `s` string, `i` int64, `d` double, `b` bool, `j` array or kvlist as JSON,
 * `x` bytes in hex, `n` an absent value.
 */
export type AttributeTextType = 's' | 'i' | 'd' | 'b' | 'j' | 'x' | 'n';

export interface AttributeText {
  readonly type: AttributeTextType;
  readonly text: string;
}

/** A value as text that `decodeAttributeText` turns back into the same value, int64 and double told apart. */
export function encodeAttributeText(value: AttributeValue): AttributeText {
  switch (typeof value) {
    case 'string':
      return { type: 's', text: value };
    case 'bigint':
      return { type: 'i', text: value.toString() };
    case 'number':
      return { type: 'd', text: doubleText(value) };
    case 'boolean':
      return { type: 'b', text: value ? 'true' : 'false' };
    default:
      if (value === null) return { type: 'n', text: '' };
      return value instanceof Uint8Array
        ? { type: 'x', text: toHex(value) }
        : { type: 'j', text: toTypedJson(value) };
  }
}

/** Throws SyntaxError for a text that `encodeAttributeText` did not make. */
export function decodeAttributeText(type: string, text: string): AttributeValue {
  switch (type) {
    case 's':
      return text;
    case 'i':
      return BigInt(text);
    case 'd':
      return Number(text);
    case 'b':
      return text === 'true';
    case 'j':
      return parseTypedJson(text);
    case 'x':
      return fromHex(text);
    case 'n':
      return null;
    default:
      throw new SyntaxError(`an attribute can't have the type '${type}'`);
  }
}

/**
 * JSON in which a number with a point or an exponent is a double and any other an int64. What JSON can't say is an object
 * with one reserved key: `{"$double":"NaN"}`, `{"$bytes":"<hex>"}`; a kvlist's own key that begins with `$` gets a second one.
 */
function toTypedJson(value: AttributeValue): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value);
    case 'bigint':
      return value.toString();
    case 'number':
      return Number.isFinite(value) ? typedDouble(value) : `{"$double":"${value}"}`;
    case 'boolean':
      return value ? 'true' : 'false';
    default:
      if (value === null) return 'null';
      if (value instanceof Uint8Array) return `{"$bytes":"${toHex(value)}"}`;
      return value instanceof Map
        ? kvlistJson(value)
        : `[${(value as AttributeValue[]).map(toTypedJson).join(',')}]`;
  }
}

function kvlistJson(map: AttributeMap): string {
  const members = [...map].map(
    ([key, value]) => `${JSON.stringify(key.startsWith('$') ? `$${key}` : key)}:${toTypedJson(value)}`,
  );
  return `{${members.join(',')}}`;
}

function typedDouble(value: number): string {
  const text = doubleText(value);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

function doubleText(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}
