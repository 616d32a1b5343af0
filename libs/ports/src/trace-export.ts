import type { ResultFormat } from './sql-reader.ts';
import type { TraceSearch } from './trace-reader.ts';

/**
 * All traces that a search finds, without pages and in no order, with the columns of the view `traces` (docs/sql.md). Isolates ClickHouse.
 * Errors: Unavailable; Rejected (a filter this store can't answer, too much work).
 */
export abstract class TraceExport {
  /** Bytes, bounded in memory; to stop taking them ends the query. An error of the query is thrown here, never amid the bytes. */
  abstract write(
    search: Omit<TraceSearch, 'order' | 'limit' | 'after'>,
    format: ResultFormat,
  ): Promise<AsyncIterable<Uint8Array>>;
}
