/** How rows are written: one JSON document, a JSON object a line, CSV with names, an Arrow IPC stream, a Parquet file. */
export type ResultFormat = 'json' | 'ndjson' | 'csv' | 'arrow' | 'parquet';

export interface SqlQuestion {
  readonly workspaceId: string;
  /** One SELECT over the views `traces`, `spans` and `assessments`. */
  readonly query: string;
  /** Values of the `{name:Type}` places of the query. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly format: ResultFormat;
  /** Rows after it are left out; of a UNION it holds for each part. */
  readonly maxRows: number;
}

/**
 * Analysts' own SQL, of which nothing is trusted. Isolates ClickHouse. The engine itself lets it read the rows of the one workspace
 * and nothing else, and bounds its time, memory and result.
 * Errors: Unavailable (also when the engine has no user for analysts); Rejected (whatever is wrong with the query, and where).
 */
export abstract class SqlReader {
  /** Bytes, bounded in memory; to stop taking them ends the query. An error of the query is thrown here, never amid the bytes. */
  abstract read(question: SqlQuestion): Promise<AsyncIterable<Uint8Array>>;
}
