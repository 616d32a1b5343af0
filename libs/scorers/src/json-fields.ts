import type { JsonValue } from '@millrace/domain';

export type JsonFields = Readonly<Record<string, JsonValue>>;

/** A list is no record for TypeScript only when it is told so. */
export function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** The fields of an object; undefined for anything else. */
export function fieldsOf(value: JsonValue | undefined): JsonFields | undefined {
  return typeof value === 'object' && value !== null && !isList(value) ? value : undefined;
}

/** A value as people read it: a text as it is, anything else as JSON. */
export function readable(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
}

/** A value that may be JSON in a text. */
export function parsed(value: JsonValue | undefined): JsonValue | undefined {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as JsonValue;
  } catch {
    return value;
  }
}
