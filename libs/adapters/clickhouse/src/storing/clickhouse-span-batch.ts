import type { NormalSpan, TraceEntry } from '@millrace/domain';
import type { RepricedSpan, SpanBatch, TraceKey, WithdrawnSpan } from '@millrace/ports';
import type { ClickHouseConnection } from '../connection/clickhouse-connection.ts';
import type { ChunkPool } from '../native/chunk-pool.ts';
import { columnsByteLength } from '../native/native-block.ts';
import type { Column } from '../native/column.ts';
import { newSpanColumns, type SpanColumns } from './span-columns.ts';
import { RepricedSpans } from './repriced-spans.ts';
import { SpanRows } from './span-rows.ts';
import { EntryRows } from './trace-columns.ts';

/** Columns in ClickHouse's Native format that grow as spans are added, sent in one request for each table. */
export class ClickHouseSpanBatch implements SpanBatch {
  private readonly spanColumns: SpanColumns;
  private readonly spanRows: SpanRows;
  private readonly entryRows = new EntryRows();
  private readonly repriced: RepricedSpans;
  private readonly columns: readonly Column[];
  private isWritten = false;
  private spans = 0;
  private withdrawn = 0;

  constructor(
    private readonly connection: ClickHouseConnection,
    pool: ChunkPool,
  ) {
    this.spanColumns = newSpanColumns(pool);
    this.spanRows = new SpanRows(this.spanColumns);
    this.repriced = new RepricedSpans(connection);
    this.columns = [...Object.values(this.spanColumns), ...Object.values(this.entryRows.columns)];
  }

  get spanCount(): number {
    return this.spans;
  }

  get byteLength(): number {
    return columnsByteLength(this.columns);
  }

  addSpan(span: NormalSpan): void {
    this.spanRows.add(span);
    this.spans += 1;
  }

  withdrawSpan(span: WithdrawnSpan): void {
    this.spanRows.withdraw(span);
    this.withdrawn += 1;
  }

  repriceSpan(span: RepricedSpan): void {
    this.repriced.add(span);
  }

  addEntries(key: TraceKey, entries: readonly TraceEntry[]): void {
    for (const entry of entries) this.entryRows.add(key, entry);
  }

  async write(): Promise<void> {
    if (this.isWritten) return;
    await this.connection.insert('spans', this.spanColumns, this.spans + this.withdrawn);
    await this.repriced.write();
    await this.connection.insert('trace_entries', this.entryRows.columns, this.entryRows.rowCount);
    this.isWritten = true;
    for (const column of this.columns) column.release();
  }
}
