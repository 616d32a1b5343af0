import { z } from 'zod';
import { Rejected } from '@millrace/domain';

export const RECORD_SOURCES = ['TRACE', 'HUMAN', 'DOCUMENT', 'CODE', 'UNSPECIFIED'] as const;

const object = z.record(z.string(), z.unknown());
const source = z.looseObject({
  source_type: z.preprocess(
    (type) => (typeof type === 'string' ? type.toUpperCase() : type),
    z.enum(RECORD_SOURCES).default('UNSPECIFIED'),
  ),
  source_data: object.nullish(),
});

/** A record as it is merged into a dataset; its inputs say which one it is. */
export const datasetRecord = z.looseObject({
  inputs: object,
  outputs: z.unknown().optional(),
  expectations: object.nullish(),
  tags: object.nullish(),
  source: source.nullish(),
});

const records = z.array(datasetRecord);
const MOST_RECORDS = 50_000;

/** Throws Rejected, naming the record and the field, unless the text is a JSON list of records. */
export function checkRecords(text: string): void {
  const result = records.safeParse(parseJson(text));
  if (!result.success) {
    const [issue] = result.error.issues;
    const [index, ...path] = issue?.path ?? [];
    const place = index === undefined ? 'records' : `record ${String(index)}`;
    throw new Rejected(
      `Invalid value for parameter 'records': ${place}${path.length > 0 ? `, ${path.join('.')}` : ''}: ${issue?.message}. ` +
        'It is a JSON list of objects with inputs and, if any, outputs, expectations, tags and source.',
    );
  }
  if (result.data.length > MOST_RECORDS) {
    throw new Rejected(`At most ${MOST_RECORDS} records are merged at a time, not ${result.data.length}.`);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error);
    throw new Rejected(`Invalid value for parameter 'records': it is not JSON: ${fault}`, 'invalid', {
      cause: error,
    });
  }
}
