import type { SessionSearch } from './session-reader.ts';
import type { ResultFormat } from './sql-reader.ts';
import type { AnalyticsQuery } from './trace-analytics.ts';
import type { SpanSearch, TraceSearch } from './trace-reader.ts';

/** A search without pages: all that it finds, in no order, or the first `limit` of its order. */
export type WholeSearch<Search extends { readonly limit: number; readonly after?: string }> = Omit<
  Search,
  'limit' | 'after'
> & { readonly limit?: number };

/** What the columns of figures are called, in the order of their query. */
export interface FigureNames {
  readonly dimensions: readonly string[];
  readonly measures: readonly string[];
}

/** Bytes of a table, bounded in memory; to stop taking them ends the query. */
export type TableBytes = Promise<AsyncIterable<Uint8Array>>;

/** A table of which the number of rows is known before its first byte. */
export interface CountedTable {
  readonly rowCount: number;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/**
 * Lists and figures as tables: flat, typed columns (docs/sql.md), written in the format asked for. Isolates ClickHouse.
 * Errors: Unavailable; Rejected (a filter this store can't answer, too much work). They are thrown here, never amid the bytes.
 */
export abstract class TableExport {
  abstract traces(search: WholeSearch<TraceSearch>, format: ResultFormat): TableBytes;
  abstract spans(search: WholeSearch<SpanSearch>, format: ResultFormat): TableBytes;
  abstract sessions(search: WholeSearch<SessionSearch>, format: ResultFormat): TableBytes;
  abstract countedTraces(search: WholeSearch<TraceSearch>, format: ResultFormat): Promise<CountedTable>;
  /** The spans, whenever they began, of the traces that the search finds. */
  abstract countedSpansOf(search: WholeSearch<TraceSearch>, format: ResultFormat): Promise<CountedTable>;
  abstract figures(query: AnalyticsQuery, names: FigureNames, format: ResultFormat): TableBytes;
}
