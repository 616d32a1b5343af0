import type { AttributeValue } from './attribute-value.ts';

/**
 * JSON text of an attribute value: int64 as an exact integer, a double always with a point or an exponent (`1.0`), bytes as
 * base64, and the numbers that JSON lacks as the strings "NaN", "Infinity" and "-Infinity" (protobuf's JSON mapping).
 */
export function attributeJson(value: AttributeValue): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value);
    case 'bigint':
    case 'boolean':
      return String(value);
    case 'number':
      return doubleJson(value);
    default:
      return structureJson(value);
  }
}

/** The text of an attribute value: a string as it is, anything else as JSON. */
export function attributeText(value: AttributeValue): string {
  return typeof value === 'string' ? value : attributeJson(value);
}

function doubleJson(value: number): string {
  if (!Number.isFinite(value)) return `"${value}"`;
  if (Object.is(value, -0)) return '-0.0';
  const text = String(value);
  return Number.isInteger(value) && !text.includes('e') ? `${text}.0` : text;
}

function structureJson(value: Exclude<AttributeValue, string | boolean | bigint | number>): string {
  if (value === null) return 'null';
  if (value instanceof Uint8Array) return `"${base64(value)}"`;
  let text = '';
  if (isMap(value)) {
    for (const [key, item] of value)
      text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${attributeJson(item)}`;
    return `{${text}}`;
  }
  for (const item of value) text += `${text === '' ? '' : ','}${attributeJson(item)}`;
  return `[${text}]`;
}

/** `instanceof` alone does not narrow a ReadonlyMap. */
function isMap(value: object): value is ReadonlyMap<string, AttributeValue> {
  return value instanceof Map;
}

/** Few enough arguments for one call on every engine. */
const CHUNK = 8192;

/** By chunks and `btoa`, which browsers have too. */
function base64(bytes: Uint8Array): string {
  let binary = '';
  for (let start = 0; start < bytes.length; start += CHUNK) {
    binary += String.fromCharCode(...bytes.subarray(start, start + CHUNK));
  }
  return btoa(binary);
}
