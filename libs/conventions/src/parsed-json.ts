import type { AttributeValue } from '@millrace/domain';

/** What a text holds as JSON; undefined where it holds none, or is no text. */
export function parsedJson(value: AttributeValue): unknown {
  if (typeof value !== 'string') return undefined;
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}
