import { Rejected } from '@millrace/domain';
import type { ResultFormat } from '@millrace/ports';
import { z } from 'zod';

export const formatField = z.enum(['json', 'ndjson', 'csv', 'arrow', 'parquet']);

export const CONTENT_TYPES: Readonly<Record<ResultFormat, string>> = {
  json: 'application/json; charset=utf-8',
  ndjson: 'application/x-ndjson; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
  arrow: 'application/vnd.apache.arrow.stream',
  parquet: 'application/vnd.apache.parquet',
};

/** Media types that clients name for a format. */
const ACCEPTED: Readonly<Record<string, ResultFormat>> = {
  'application/json': 'json',
  'application/x-ndjson': 'ndjson',
  'application/ndjson': 'ndjson',
  'application/jsonl': 'ndjson',
  'text/csv': 'csv',
  'application/vnd.apache.arrow.stream': 'arrow',
  'application/vnd.apache.parquet': 'parquet',
};

/** The format that was named, else the first one of the Accept header that there is. Throws Rejected for an Accept without any. */
export function chooseFormat(
  named: ResultFormat | undefined,
  accept: string | undefined,
  fallback: ResultFormat,
): ResultFormat {
  if (named !== undefined) return named;
  const types = (accept ?? '*/*').split(',').map((part) => part.split(';')[0]?.trim().toLowerCase() ?? '');
  for (const type of types) {
    const format = ACCEPTED[type];
    if (format !== undefined) return format;
    if (type === '*/*' || type === 'application/*') return fallback;
  }
  throw new Rejected(
    `none of the types in Accept (${types.join(', ')}) can be written; there are ${Object.keys(ACCEPTED).join(', ')}`,
    'unsupported-type',
  );
}
