import type { Readable } from 'node:stream';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { components } from '@millrace/api-client';
import { CliError, EXIT } from '../cli-error.ts';
import { parseJson, readText } from './arguments.ts';

type NewRecord = components['schemas']['MergeDatasetRecordsBody']['records'][number];

const object = z.record(z.string(), z.unknown());
const record = z.object({
  inputs: object,
  expectations: object.optional(),
  outputs: z.unknown().optional(),
  tags: z.record(z.string(), z.string()).optional(),
});

/** Records of a file, by its ending; the input is JSON or JSON lines. Throws CliError naming the first bad one. */
export async function readRecords(file: string, input: Readable): Promise<NewRecord[]> {
  const text = await readText(file, input);
  return file.toLowerCase().endsWith('.csv') ? recordsOfCsv(text, file) : recordsOfJson(text, file);
}

export function recordsOfJson(text: string, file: string): NewRecord[] {
  const values = isList(text) ? parseJson(text, file) : linesOf(text, file);
  if (!Array.isArray(values)) throw new CliError(`${file} has no list of records in it.`, EXIT.wrongUse);
  return values.map((value, at) => toRecord(value, `record ${at + 1} of ${file}`));
}

function isList(text: string): boolean {
  return text.trimStart().startsWith('[');
}

function linesOf(text: string, file: string): unknown[] {
  return text
    .split('\n')
    .flatMap((line, at) => (line.trim() === '' ? [] : [parseJson(line, `line ${at + 1} of ${file}`)]));
}

function toRecord(value: unknown, what: string): NewRecord {
  const isWhole = typeof value === 'object' && value !== null && 'inputs' in value;
  const read = record.safeParse(isWhole ? value : { inputs: value });
  if (read.success) return read.data as NewRecord;
  const [issue] = read.error.issues;
  throw new CliError(`${what}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`, EXIT.wrongUse);
}

export function recordsOfCsv(text: string, file: string): NewRecord[] {
  let rows: Record<string, string>[];
  try {
    rows = parse(text, { columns: true, bom: true, skip_empty_lines: true });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CliError(`${file} is no CSV with a line of titles: ${reason}`, EXIT.wrongUse, { cause });
  }
  return rows.map((row) => {
    const parts = { inputs: {}, expectations: {}, tags: {} } as Record<string, Record<string, string>>;
    for (const [title, value] of Object.entries(row)) {
      const [, part = 'inputs', name = title] = /^(inputs|expectations|tags)\.(.+)$/.exec(title) ?? [];
      parts[part] = { ...parts[part], [name]: value };
    }
    return parts as NewRecord;
  });
}
