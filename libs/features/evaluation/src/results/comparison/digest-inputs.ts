import type { JsonValue } from '@millrace/domain';
import { createHash } from 'node:crypto';

/** The same for the same inputs, however their keys are ordered and their JSON is spaced. */
export function digestInputs(text: string): string {
  return createHash('sha256').update(canonicalText(text)).digest('hex');
}

function canonicalText(text: string): string {
  try {
    return canonicalJson(JSON.parse(text) as JsonValue);
  } catch {
    return JSON.stringify(text);
  }
}

function canonicalJson(value: JsonValue): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, each]) => `${JSON.stringify(key)}:${canonicalJson(each)}`).join(',')}}`;
}
