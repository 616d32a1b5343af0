/** What a circle of references says in place of itself. */
const CIRCLE = '[circular]';

/** What stands for an object of a class in its place; the object itself where nothing else does. */
export type StandIn = (value: unknown) => unknown;

const itself: StandIn = (value) => value;

/** JSON of any value, never throwing: what JSON has no word for is told in text, as bytes by their number. */
export function toJson(value: unknown, standIn: StandIn = itself): string {
  return jsonOfPlain(value) ?? jsonOfAny(value, standIn);
}

/** Without a function that is asked about every field, JSON is written two to three times as fast; most values need none. */
function jsonOfPlain(value: unknown): string | undefined {
  try {
    return isPlain(value, []) ? JSON.stringify(value) : undefined;
  } catch {
    return undefined;
  }
}

/** Whether it is all lists, objects of no class and what JSON has words for, without a circle. */
function isPlain(value: unknown, parents: object[]): boolean {
  if (typeof value !== 'object' || value === null)
    return typeof value !== 'function' && typeof value !== 'bigint';
  const isList = Array.isArray(value);
  if (!isList && Object.getPrototypeOf(value) !== Object.prototype) return value instanceof Date;
  if (parents.includes(value)) return false;
  parents.push(value);
  if (isList) {
    for (const each of value) if (!isPlain(each, parents)) return false;
  } else {
    for (const key in value) if (!isPlain((value as Record<string, unknown>)[key], parents)) return false;
  }
  parents.pop();
  return true;
}

function jsonOfAny(value: unknown, standIn: StandIn): string {
  const written = function written(this: unknown, key: string, given: unknown): unknown {
    return readable(bytesOf(this, key, given), standIn);
  };
  try {
    return JSON.stringify(value, written) ?? 'null';
  } catch {
    return plainJson(value, standIn);
  }
}

/** Node.js' Buffer has said its JSON, a list of all its numbers, before anybody else is asked. */
function bytesOf(holder: unknown, key: string, given: unknown): unknown {
  if (typeof given !== 'object' || given === null || !('type' in given) || given.type !== 'Buffer')
    return given;
  const value = (holder as Record<string, unknown>)[key];
  return ArrayBuffer.isView(value) ? value : given;
}

/** A value of an attribute: numbers, texts, booleans and lists of them are kept as they are. */
export function toAttribute(
  value: unknown,
  standIn: StandIn = itself,
): string | number | boolean | (string | number | boolean)[] {
  if (isPrimitive(value)) return value;
  if (
    Array.isArray(value) &&
    value.every(isPrimitive) &&
    new Set(value.map((each) => typeof each)).size === 1
  )
    return value;
  const shown = standIn(value);
  return isPrimitive(shown) ? shown : toJson(shown, standIn);
}

function isPrimitive(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** The parents of the place that is written, to find circles; slower, so it comes second. */
function plainJson(value: unknown, standIn: StandIn): string {
  const parents: unknown[] = [];
  try {
    return (
      JSON.stringify(value, function write(this: unknown, key: string, given: unknown) {
        while (parents.length > 0 && parents.at(-1) !== this) parents.pop();
        const shown = readable(bytesOf(this, key, given), standIn);
        if (typeof shown !== 'object' || shown === null) return shown;
        if (parents.includes(shown)) return CIRCLE;
        parents.push(shown);
        return shown;
      }) ?? 'null'
    );
  } catch (error) {
    return JSON.stringify(`[can't be shown: ${String(error)}]`);
  }
}

function readable(given: unknown, standIn: StandIn): unknown {
  const value = typeof given === 'object' && given !== null ? standIn(given) : given;
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'function') return `[function ${value.name}]`;
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Error) return { name: value.name, message: value.message };
  if (value instanceof Map) return Object.fromEntries(value);
  if (value instanceof Set) return [...value];
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (value instanceof ArrayBuffer) return `[${value.byteLength} bytes]`;
  return value;
}
