import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { z } from 'zod';
import { CliError, EXIT } from '../../cli-error.ts';
import { parseExactJson } from '../exact-json.ts';
import type { ImportedItem, ImportSource, Refusal } from '../import-source.ts';
import {
  langfuseObservation,
  langfuseScore,
  langfuseTrace,
  objectsOf,
  type LangfuseObservation,
  type LangfuseScore,
  type LangfuseTrace,
} from './langfuse-data.ts';
import { langfuseToItem } from './to-otlp.ts';

/**
 * Exports of Langfuse: JSON, JSON lines or CSV of traces, observations and scores, together or in files of their own. What belongs to a
 * trace may stand anywhere, so all is held in memory.
 */
export class LangfuseFiles implements ImportSource {
  readonly unit = 'traces';
  private readonly traces = new Map<string, LangfuseTrace>();
  private readonly observations = new Map<string, LangfuseObservation[]>();
  private readonly scores = new Map<string, LangfuseScore[]>();
  private readonly refusals: Refusal[] = [];
  private count = 0;

  /** Throws CliError for a file that is none. */
  constructor(files: readonly string[]) {
    for (const file of files) {
      for (const [at, row] of rowsOf(file).entries()) this.take(row, `row ${at + 1} of ${file}`);
    }
    // An export of observations alone does not tell of their traces.
    for (const [id, [first]] of this.observations) {
      if (first && !this.traces.has(id)) this.traces.set(id, { id, timestamp: first.startTime });
    }
  }

  readonly total = () => this.traces.size;
  readonly done = () => this.count;

  async *items(): AsyncGenerator<ImportedItem | Refusal> {
    yield* this.refusals;
    for (const [id, trace] of this.traces) {
      this.count += 1;
      const observations = this.observations.get(id) ?? [];
      const scores = this.scores.get(id) ?? [];
      yield { ...langfuseToItem('langfuse', { trace, observations, scores }), cursor: id };
      this.scores.delete(id);
    }
    for (const [id, scores] of this.scores) {
      yield { what: `${scores.length} scores of trace ${id}`, why: 'the trace is not in the files' };
    }
  }

  private take(row: Record<string, unknown>, what: string): void {
    if ('startTime' in row)
      return this.read(langfuseObservation, row, what, (found) => this.add(this.observations, found));
    if ('value' in row || 'stringValue' in row) {
      return this.read(langfuseScore, row, what, (found) => this.add(this.scores, found));
    }
    this.read(langfuseTrace, row, what, (trace) => {
      this.traces.set(trace.id, trace);
      for (const observation of objectsOf(trace.observations))
        this.add(this.observations, { ...observation, traceId: trace.id });
      for (const score of objectsOf(trace.scores)) this.add(this.scores, { ...score, traceId: trace.id });
    });
  }

  private read<Schema extends z.ZodType>(
    schema: Schema,
    row: unknown,
    what: string,
    use: (found: z.output<Schema>) => void,
  ): void {
    const { success, data, error } = schema.safeParse(row);
    if (success) return use(data);
    const [issue] = error.issues;
    this.refusals.push({ what, why: `${issue?.path.join('.')}: ${issue?.message}` });
  }

  private add<Item extends { readonly traceId?: string | null | undefined; readonly id: string }>(
    places: Map<string, Item[]>,
    item: Item,
  ): void {
    const traceId = item.traceId ?? '';
    const others = (places.get(traceId) ?? []).filter(({ id }) => id !== item.id);
    places.set(traceId, [...others, item]);
  }
}

function rowsOf(file: string): Record<string, unknown>[] {
  try {
    const text = readFileSync(file, 'utf8');
    if (file.toLowerCase().endsWith('.csv')) return csvRows(text);
    const trimmed = text.trim();
    if (trimmed.startsWith('[')) return parseExactJson(trimmed) as Record<string, unknown>[];
    if (trimmed.startsWith('{') && !trimmed.includes('\n{')) return oneOrMore(parseExactJson(trimmed));
    return trimmed
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => parseExactJson(line) as Record<string, unknown>);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CliError(`${file} is no export of Langfuse: ${reason}`, EXIT.failed, { cause });
  }
}

/** The API answers lists in `data`. */
function oneOrMore(value: unknown): Record<string, unknown>[] {
  const { data } = value as { data?: Record<string, unknown>[] };
  return Array.isArray(data) ? data : [value as Record<string, unknown>];
}

/** Cells of a CSV file hold JSON where they are no plain text. */
function csvRows(text: string): Record<string, unknown>[] {
  const rows = parse<Record<string, string>>(text, { columns: true, bom: true, skip_empty_lines: true });
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).flatMap(([title, cell]) => (cell === '' ? [] : [[title, cellValue(cell)]])),
    ),
  );
}

function cellValue(cell: string): unknown {
  if (!/^[[{"]/.test(cell)) return cell;
  try {
    return parseExactJson(cell);
  } catch {
    return cell;
  }
}
