import type { AttributeMap, AttributeValue } from '@millrace/domain';

/** Texts of these kinds of JSON are read back as what they hold; numbers, booleans and null stay text (mlflow/WIRE.md 6.3). */
const STRUCTURED = /^\s*["[{]/;
/** Digits enough that a JS number may round them. */
const LONG_INTEGER = /\d{16}/;
const INTEGER = /^-?\d+$/;
const LARGEST_INT64 = 2n ** 63n - 1n;

/** JSON text of an OTLP AnyValue with exact integers; empty for null. */
function anyValueJson(value: AttributeValue): string {
  switch (typeof value) {
    case 'string':
      return `{"string_value":${JSON.stringify(value)}}`;
    case 'boolean':
      return `{"bool_value":${value}}`;
    case 'bigint':
      return `{"int_value":${value}}`;
    case 'number':
      return `{"double_value":${Number.isFinite(value) ? value : `"${value}"`}}`;
    default:
      return structureJson(value);
  }
}

/** A key-value list; texts at the top level that hold JSON are written as what they hold. */
export function attributesJson(attributes: AttributeMap): string {
  return `[${[...attributes].map(([key, value]) => keyValueJson(key, unwrapped(value))).join(',')}]`;
}

function keyValueJson(key: string, valueJson: string): string {
  return `{"key":${JSON.stringify(key)},"value":${valueJson}}`;
}

function structureJson(value: Exclude<AttributeValue, string | boolean | bigint | number>): string {
  if (value === null) return '{}';
  if (value instanceof Uint8Array) return `{"bytes_value":"${Buffer.from(value).toString('base64')}"}`;
  if (value instanceof Map) {
    const entries: AttributeMap = value;
    return kvlist([...entries].map(([key, item]) => keyValueJson(key, anyValueJson(item))));
  }
  return list(([...value] as AttributeValue[]).map(anyValueJson));
}

/** A text at the top level of attributes that holds JSON; undefined for any other value. */
export function heldJson(value: AttributeValue): unknown {
  if (typeof value !== 'string' || !STRUCTURED.test(value)) return undefined;
  const parsed = parseJson(value);
  return typeof parsed === 'string' || (typeof parsed === 'object' && parsed !== null) ? parsed : undefined;
}

function unwrapped(value: AttributeValue): string {
  const held = heldJson(value);
  return held === undefined ? anyValueJson(value) : parsedJson(held);
}

/** Undefined for a text that is not JSON. Long integers come as bigint. */
function parseJson(text: string): unknown {
  try {
    return LONG_INTEGER.test(text) ? JSON.parse(text, keepInteger) : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function keepInteger(_: string, value: unknown, context?: { readonly source?: string }): unknown {
  const source = context?.source;
  if (typeof value !== 'number' || Number.isSafeInteger(value) || !source || !INTEGER.test(source))
    return value;
  const exact = BigInt(source);
  return exact <= LARGEST_INT64 && exact >= -LARGEST_INT64 - 1n ? exact : value;
}

function parsedJson(value: unknown): string {
  if (value === null) return '{}';
  if (Array.isArray(value)) return list(value.map(parsedJson));
  switch (typeof value) {
    case 'object':
      return kvlist(Object.entries(value).map(([key, item]) => keyValueJson(key, parsedJson(item))));
    case 'number':
      return Number.isSafeInteger(value) ? `{"int_value":${value}}` : anyValueJson(value);
    case 'string':
    case 'boolean':
    case 'bigint':
      return anyValueJson(value);
    default:
      return '{}';
  }
}

function kvlist(items: readonly string[]): string {
  return `{"kvlist_value":{"values":[${items.join(',')}]}}`;
}

function list(items: readonly string[]): string {
  return `{"array_value":{"values":[${items.join(',')}]}}`;
}
