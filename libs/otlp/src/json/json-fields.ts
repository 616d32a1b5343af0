import { Rejected, type AttributeValue } from '@millrace/domain';
import { DEEPEST } from '../protobuf/inspect-span.ts';

const HEX = /^[0-9a-fA-F]*$/;
/** Standard or URL-safe, padded or not. */
const BASE64 = /^[A-Za-z0-9+/_-]*={0,2}$/;
export type JsonObject = Readonly<Record<string, unknown>>;

export function wrong(path: string, expected: string): never {
  throw new Rejected(`${path}: expected ${expected}`);
}

function inside(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

/** A field by its lowerCamelCase name or its snake_case name, as protobuf's JSON mapping allows. */
export function field(object: JsonObject, name: string): unknown {
  return object[name] ?? object[name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)] ?? undefined;
}

export function objectAt(value: unknown, path: string): JsonObject {
  if (value === undefined || value === null) return {};
  if (typeof value !== 'object' || Array.isArray(value)) wrong(path, 'an object');
  return value as JsonObject;
}

export function listOf<T>(
  object: JsonObject,
  name: string,
  path: string,
  read: (item: JsonObject, path: string) => T,
): T[] {
  const value = field(object, name);
  if (value === undefined) return [];
  if (!Array.isArray(value)) wrong(inside(path, name), 'a list');
  return value.map((item: unknown, i) => {
    const at = `${inside(path, name)}[${i}]`;
    if (typeof item !== 'object' || item === null || Array.isArray(item)) wrong(at, 'an object');
    return read(item as JsonObject, at);
  });
}

export function textOf(object: JsonObject, name: string, path: string): string {
  const value = field(object, name) ?? '';
  return typeof value === 'string' ? value : wrong(`${path}.${name}`, 'a string');
}

/** Ids are hex in OTLP/JSON, unlike other bytes. Their length is judged later, as for protobuf. */
export function hexOf(object: JsonObject, name: string, path: string): string {
  const value = textOf(object, name, path);
  if (!HEX.test(value) || value.length % 2 === 1) wrong(`${path}.${name}`, 'hex digits');
  return value.toLowerCase();
}

function integerOf(value: unknown, path: string, lowest: bigint, highest: bigint): bigint {
  const isNumber = typeof value === 'number' && Number.isInteger(value);
  if (!isNumber && !(typeof value === 'string' && /^-?\d{1,20}$/.test(value)))
    wrong(path, 'an integer, as number or string');
  const integer = BigInt(value as string | number);
  return integer >= lowest && integer <= highest ? integer : wrong(path, 'an integer of 64 bits');
}

export function nanosOf(object: JsonObject, name: string, path: string): bigint {
  return integerOf(field(object, name) ?? 0, `${path}.${name}`, 0n, 2n ** 64n - 1n);
}

export function attributesOf(
  object: JsonObject,
  name: string,
  path: string,
  depth = 0,
): Map<string, AttributeValue> {
  return new Map(
    listOf(
      object,
      name,
      path,
      (item, at) => [textOf(item, 'key', at), anyValue(field(item, 'value'), `${at}.value`, depth)] as const,
    ),
  );
}

export function anyValue(json: unknown, path: string, depth: number): AttributeValue {
  // Enough of it stays for `splitTraces` to reject this one span for its depth, as it does for protobuf.
  if (depth > DEEPEST) return null;
  const value = objectAt(json, path);
  const text = field(value, 'stringValue');
  if (text !== undefined) return typeof text === 'string' ? text : wrong(`${path}.stringValue`, 'a string');
  const boolean = field(value, 'boolValue');
  if (boolean !== undefined)
    return typeof boolean === 'boolean' ? boolean : wrong(`${path}.boolValue`, 'true or false');
  const integer = field(value, 'intValue');
  if (integer !== undefined) return integerOf(integer, `${path}.intValue`, -(2n ** 63n), 2n ** 63n - 1n);
  const double = field(value, 'doubleValue');
  if (double !== undefined) return doubleOf(double, `${path}.doubleValue`);
  const array = field(value, 'arrayValue');
  if (array !== undefined) {
    const inner = `${path}.arrayValue`;
    return listOf(objectAt(array, inner), 'values', inner, (item, at) => anyValue(item, at, depth + 1));
  }
  const list = field(value, 'kvlistValue');
  if (list !== undefined) {
    const inner = `${path}.kvlistValue`;
    return attributesOf(objectAt(list, inner), 'values', inner, depth + 1);
  }
  const bytes = field(value, 'bytesValue');
  if (bytes === undefined) return null;
  if (typeof bytes !== 'string' || !BASE64.test(bytes)) wrong(`${path}.bytesValue`, 'base64');
  return new Uint8Array(Buffer.from(bytes, 'base64'));
}

function doubleOf(value: unknown, path: string): number {
  if (typeof value === 'number') return value;
  const named = typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
  return Number.isNaN(named) && value !== 'NaN' ? wrong(path, 'a number') : named;
}

/** A request as its JSON object. Throws Rejected for anything else. */
export function parseRequest(body: Uint8Array, expected: string): JsonObject {
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(body).toString('utf8'));
  } catch (error) {
    throw new Rejected(
      `the body is not JSON: ${error instanceof Error ? error.message : String(error)}`,
      'invalid',
      { cause: error },
    );
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) wrong('body', expected);
  return parsed as JsonObject;
}
