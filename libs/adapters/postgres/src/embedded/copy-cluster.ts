import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { CLUSTER, DATABASE_USER, PASSWORD } from './cluster-folder.ts';

/** Made anew by every start, or true of the running server only (PostgreSQL's own pg_basebackup leaves them out too). */
const LEFT_OUT =
  /^(postmaster\.(pid|opts)|backup_label|pg_(replslot|dynshmem|notify|serial|snapshots|stat_tmp|subtrans|wal)\/.*|(.*\/)?pgsql_tmp.*|(.*\/)?pg_internal\.init.*)$/;
const CONTROL = 'global/pg_control';
const WAL_FILE = /^[0-9A-F]{24}$/;

export interface RunningCluster {
  /** As given to the embedded PostgreSQL. */
  readonly dataDir: string;
  /** Where it listens on loopback. */
  readonly port: number;
}

/**
 * Copies the data folder of an embedded PostgreSQL while it serves, as pg_basebackup does: all that was committed before the
 * call is there when a PostgreSQL starts on the copy.
 */
export async function copyCluster({ dataDir, port }: RunningCluster, to: string): Promise<void> {
  const from = join(dataDir, CLUSTER);
  const into = join(to, CLUSTER);
  const password = await readFile(join(dataDir, PASSWORD), 'utf8');
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: DATABASE_USER,
    password: password.trim(),
    database: 'postgres',
  });
  await client.connect();
  try {
    // Goes with the connection; until then no file of the write-ahead log is removed.
    await client.query('SELECT pg_create_physical_replication_slot($1, true, true)', [
      `millrace_backup_${process.pid}`,
    ]);
    const begun = await client.query<{ file: string }>(
      `SELECT pg_walfile_name(pg_backup_start('millrace', true)) AS file`,
    );
    await copyTree(from, into);
    await copyFile(join(from, CONTROL), join(into, CONTROL));
    const ended = await client.query<{ labelfile: string; file: string }>(
      'SELECT labelfile, pg_walfile_name(lsn) AS file FROM pg_backup_stop(false)',
    );
    await writeFile(join(into, 'backup_label'), ended.rows[0]?.labelfile ?? '');
    await copyLogFiles(from, into, begun.rows[0]?.file ?? '', ended.rows[0]?.file ?? '');
  } finally {
    await client.end();
  }
  await writeFile(join(to, PASSWORD), password, { mode: 0o600 });
}

/** Files that go away meanwhile are those of dropped tables: the write-ahead log tells the same. */
async function copyTree(from: string, to: string, folder = ''): Promise<void> {
  await mkdir(join(to, folder), { recursive: true, mode: 0o700 });
  for (const entry of await readdir(join(from, folder), { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (LEFT_OUT.test(path) || path === CONTROL) continue;
    if (entry.isDirectory()) await copyTree(from, to, path);
    else await copyFile(join(from, path), join(to, path)).catch(unlessGone);
  }
}

async function copyLogFiles(from: string, to: string, first: string, last: string): Promise<void> {
  await mkdir(join(to, 'pg_wal', 'archive_status'), { recursive: true, mode: 0o700 });
  for (const name of await readdir(join(from, 'pg_wal'))) {
    if (!WAL_FILE.test(name) || name < first || name > last) continue;
    await copyFile(join(from, 'pg_wal', name), join(to, 'pg_wal', name));
  }
}

function unlessGone(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
}
