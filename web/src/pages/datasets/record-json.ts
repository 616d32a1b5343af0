import type { DatasetRecord } from '../../api/datasets.ts';

/** What a person edits of a record: JSON objects as text. */
export interface RecordText {
  readonly inputs: string;
  readonly expectations: string;
}

export const NEW_RECORD: RecordText = { inputs: '{\n  "question": ""\n}', expectations: '{}' };

export function toText({ inputs, expectations }: DatasetRecord): RecordText {
  return {
    inputs: JSON.stringify(inputs, null, 2),
    expectations: JSON.stringify(expectations ?? {}, null, 2),
  };
}

/** Throws an Error that says which field is not a JSON object, and why. */
export function readObject(field: string, text: string): Readonly<Record<string, unknown>> {
  const parsed = parse(field, text);
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    throw new Error(`${field}: a JSON object is expected, such as {"question": "What is it?"}`);
  return parsed as Record<string, unknown>;
}

function parse(field: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${field}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
