import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { pythonWith } from './python-environment.ts';

/** What pyarrow, which comes with MLflow, reads in a file. */
export interface ParquetTable {
  /** In their order. */
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

const MOST_OUTPUT = 256 * 1024 * 1024;
const READ = `
import json, sys, pyarrow.parquet as parquet
table = parquet.read_table(sys.argv[1])
print(json.dumps({"columns": table.column_names, "rows": table.to_pylist()}, default=str))`;

/** Reads the bytes of a Parquet file with Apache's own reader. */
export async function readParquet(bytes: Uint8Array): Promise<ParquetTable> {
  const python = pythonWith('test/conformance/requirements.txt');
  const folder = mkdtempSync(join(tmpdir(), 'parquet-'));
  try {
    const path = join(folder, 'table.parquet');
    writeFileSync(path, bytes);
    const { stdout } = await promisify(execFile)(python, ['-c', READ, path], { maxBuffer: MOST_OUTPUT });
    return JSON.parse(stdout) as ParquetTable;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
