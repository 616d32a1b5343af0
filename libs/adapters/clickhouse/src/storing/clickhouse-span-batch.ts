import type { NormalSpan, TraceEntry } from '@millrace/domain';
import type { SpanBatch, TraceKey, WithdrawnSpan } from '@millrace/ports';
import type { ClickHouseConnection } from '../connection/clickhouse-connection.ts';
import { columnsByteLength } from '../native/native-block.ts';
import type { Column } from '../native/column.ts';
import { newSpanColumns } from './span-columns.ts';
import { SpanRows } from './span-rows.ts';
import { EntryRows } from './trace-columns.ts';

/** Columns in ClickHouse's Native format that grow as spans are added, sent in one request for each table. */
export class ClickHouseSpanBatch implements SpanBatch {
  private readonly spanColumns = newSpanColumns();
  private readonly spanRows = new SpanRows(this.spanColumns);
  private readonly entryRows = new EntryRows();
  private readonly columns: readonly Column[] = [
    ...Object.values(this.spanColumns),
    ...Object.values(this.entryRows.columns),
  ];
  private spans = 0;
  private withdrawn = 0;

  constructor(private readonly connection: ClickHouseConnection) {}

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

  addEntries(key: TraceKey, entries: readonly TraceEntry[]): void {
    for (const entry of entries) this.entryRows.add(key, entry);
  }

  async write(): Promise<void> {
    await this.connection.insert('spans', this.spanColumns, this.spans + this.withdrawn);
    await this.connection.insert('trace_entries', this.entryRows.columns, this.entryRows.rowCount);
  }
}
