import type { AttributeMap, AttributeValue } from '@millrace/domain';
import { DEEPEST } from '../protobuf/inspect-span.ts';

const INTEGER = /^-?\d+$/;
/** Numbers that JSON.parse would round, or not tell from an integer. */
const INEXACT = /\d{16}|\d[.eE]|NaN|Infinity/;
/** Texts, and the numbers that Python writes and JSON does not know. */
const PYTHON_NUMBERS = /"[^"\\]*(?:\\.[^"\\]*)*"|-?Infinity|NaN/gs;
/** Numbers of JSON, as nobody writes them, that stand for those. */
const STAND_INS = new Map([
  ['Infinity', '1e9999'],
  ['-Infinity', '-1e9999'],
  ['NaN', '-0e9999'],
]);
const LARGEST_INT64 = 2n ** 63n - 1n;

/** JSON as Python writes it, with integers and doubles told apart as in OTLP. Throws SyntaxError. */
export function parseExact(text: string): unknown {
  try {
    return JSON.parse(text, exactNumber);
  } catch {
    const known = text.replace(PYTHON_NUMBERS, (token) => STAND_INS.get(token) ?? token);
    return JSON.parse(known, exactNumber);
  }
}

/** What a text holds as JSON; the text itself where it holds none. */
export function heldValue(text: string): AttributeValue {
  try {
    return toAttributeValue(INEXACT.test(text) ? parseExact(text) : JSON.parse(text));
  } catch {
    return text;
  }
}

/** Anything parsed from JSON. What is nested too deeply is left out so far that its span is still rejected for it. */
export function toAttributeValue(json: unknown, depth = 0): AttributeValue {
  switch (typeof json) {
    case 'string':
    case 'boolean':
    case 'bigint':
      return json;
    case 'number':
      return Number.isSafeInteger(json) && !Object.is(json, -0) ? BigInt(json) : json;
    default:
      return structureOf(json, depth);
  }
}

export function toAttributeMap(json: object, depth = 0): AttributeMap {
  return new Map(Object.entries(json).map(([key, value]) => [key, toAttributeValue(value, depth)]));
}

function structureOf(json: unknown, depth: number): AttributeValue {
  if (typeof json !== 'object' || json === null || depth > DEEPEST) return null;
  if (json instanceof Double) return json.value;
  if (Array.isArray(json)) return json.map((item) => toAttributeValue(item, depth + 1));
  return toAttributeMap(json, depth + 1);
}

/** A number that JSON spells as no integer, whatever its value. */
class Double {
  constructor(readonly value: number) {}
}

function exactNumber(_: string, value: unknown, context?: { readonly source?: string }): unknown {
  const source = context?.source;
  if (typeof value !== 'number' || source === undefined) return value;
  if (!INTEGER.test(source)) return new Double(source === STAND_INS.get('NaN') ? NaN : value);
  const exact = BigInt(source);
  return exact <= LARGEST_INT64 && exact >= -LARGEST_INT64 - 1n ? exact : new Double(value);
}
