import type { JsonValue } from '@millrace/domain';

/** What the text of a payload says: JSON where it is that, else the text itself. */
export function readJsonText(text: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return text;
  }
}
