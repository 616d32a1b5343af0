import { Injectable } from '@nestjs/common';
import { Rejected, type TraceRow } from '@millrace/domain';
import { TraceReader, type StoredSpan } from '@millrace/ports';
import { Gathering } from '@millrace/service-kit';

const ROWS_A_READ = 100;
/** Spans of so many traces are in memory at once, each of half a megabyte at most. */
const TRACES_A_READ = 25;
const MOST_SPANS = 16;

/** Whether the spans of a trace may be read together with those of others. */
export function isSmall({ spanCount }: Pick<TraceRow, 'spanCount'>): boolean {
  return spanCount <= MOST_SPANS;
}

/** Reads of single traces, gathered: judging many traces asks the store many times less. Throws what TraceReader throws. */
@Injectable()
export class BatchedReads {
  private readonly rows: Gathering<TraceKey, TraceRow | undefined>;
  private readonly spansOf: Gathering<TraceRow, readonly StoredSpan[]>;

  constructor(private readonly reader: TraceReader) {
    this.rows = new Gathering((keys) => findRows(reader, keys), { most: ROWS_A_READ });
    this.spansOf = new Gathering((rows) => readSpans(reader, rows), { most: TRACES_A_READ });
  }

  /** Undefined when there is none. */
  find(workspaceId: string, traceId: string): Promise<TraceRow | undefined> {
    return this.rows.do({ workspaceId, traceId });
  }

  /** Throws Rejected('not-found') when there is none. */
  async trace(workspaceId: string, traceId: string): Promise<TraceRow> {
    const found = await this.find(workspaceId, traceId);
    if (found) return found;
    throw new Rejected(`Trace with ID 'tr-${traceId}' not found.`, 'not-found');
  }

  /** See TraceReader. */
  completedVersions(workspaceId: string, traceId: string): Promise<bigint[]> {
    return this.reader.readCompletedVersions(workspaceId, traceId);
  }

  /** All spans of a trace that `isSmall`, by start time. */
  spans(row: TraceRow): Promise<readonly StoredSpan[]> {
    return this.spansOf.do(row);
  }
}

interface TraceKey {
  readonly workspaceId: string;
  readonly traceId: string;
}

async function findRows(reader: TraceReader, keys: readonly TraceKey[]): Promise<(TraceRow | undefined)[]> {
  const found = new Map<string, TraceRow>();
  for (const [workspaceId, own] of Map.groupBy(keys, (key) => key.workspaceId)) {
    const ids = own.map(({ traceId }) => traceId);
    for (const row of await reader.findTraces(workspaceId, ids)) found.set(keyOf(row), row);
  }
  return keys.map((key) => found.get(keyOf(key)));
}

async function readSpans(reader: TraceReader, rows: readonly TraceRow[]): Promise<(readonly StoredSpan[])[]> {
  const found = new Map<string, StoredSpan[]>();
  for (const [workspaceId, own] of Map.groupBy(rows, (row) => row.workspaceId)) {
    const unique = [...new Map(own.map((row) => [row.traceId, row])).values()];
    const spans = await reader.readSpansOf(unique);
    for (const [traceId, ofTrace] of Map.groupBy(spans, ({ span }) => span.traceId)) {
      found.set(keyOf({ workspaceId, traceId }), ofTrace.toSorted(byStart));
    }
  }
  return rows.map((row) => found.get(keyOf(row)) ?? []);
}

function byStart({ span: a }: StoredSpan, { span: b }: StoredSpan): number {
  if (a.startTimeUnixNano !== b.startTimeUnixNano) return a.startTimeUnixNano < b.startTimeUnixNano ? -1 : 1;
  return a.spanId < b.spanId ? -1 : 1;
}

function keyOf({ workspaceId, traceId }: TraceKey): string {
  return `${workspaceId}/${traceId}`;
}
