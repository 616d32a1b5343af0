import { randomUUID } from 'node:crypto';
import { cp, mkdir, rm } from 'node:fs/promises';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findServerPort } from '@millrace/embedded-server';
import { ClickHouseConnection } from '../connection/clickhouse-connection.ts';
import { startEmbeddedClickHouse } from './embedded-clickhouse.ts';
import { backupsFolder, ENGINE, ENGINE_DATABASE, ENGINE_USER, MARK, PASSWORD } from './engine-config.ts';

const POLL_MS = 50;

/** What is known of an embedded ClickHouse by its folder. */
interface FoundClickHouse {
  /** With user, password and database. */
  readonly url: string;
}

/** `absent`: there is no engine's data in the folder; `stopped`: nothing serves it. */
export function findEmbeddedClickHouse(dataDir: string): FoundClickHouse | 'absent' | 'stopped' {
  if (!existsSync(join(dataDir, ENGINE))) return 'absent';
  const port = findServerPort(join(dataDir, MARK));
  if (port === undefined) return 'stopped';
  const password = readFileSync(join(dataDir, PASSWORD), 'utf8').trim();
  return { url: `http://${ENGINE_USER}:${password}@127.0.0.1:${port}/${ENGINE_DATABASE}` };
}

/** Copies the tables of a serving engine by its own BACKUP: all that was stored before the call is in the copy. */
export async function copyTables(dataDir: string, url: string, to: string): Promise<void> {
  const name = `copy-${randomUUID()}`;
  const made = join(backupsFolder(dataDir), name);
  const connection = new ClickHouseConnection(url);
  try {
    await runToEnd(connection, `BACKUP DATABASE ${ENGINE_DATABASE} TO File('${name}')`, name);
    await cp(made, to, { recursive: true, errorOnExist: true });
  } finally {
    await connection.close();
    await rm(made, { recursive: true, force: true });
  }
}

/** Makes an engine's folder out of what `copyTables` copied. Throws when the engine refuses it. */
export async function restoreTables(from: string, dataDir: string): Promise<void> {
  const name = 'restore';
  const copy = join(backupsFolder(dataDir), name);
  await mkdir(backupsFolder(dataDir), { recursive: true, mode: 0o700 });
  await cp(from, copy, { recursive: true });
  const engine = await startEmbeddedClickHouse({ dataDir });
  const connection = new ClickHouseConnection(engine.url);
  try {
    await runToEnd(connection, `RESTORE DATABASE ${ENGINE_DATABASE} FROM File('${name}')`, name);
  } finally {
    await connection.close();
    await engine.stop();
    await rm(copy, { recursive: true, force: true });
  }
}

/** Not as one request: with much data it would last longer than a request may. */
async function runToEnd(connection: ClickHouseConnection, statement: string, id: string): Promise<void> {
  await connection.command(`${statement} SETTINGS id = '${id}' ASYNC`);
  for (;;) {
    const [row] = await connection.select<{ status: string; error: string }>(
      'SELECT toString(status) AS status, error FROM system.backups WHERE id = {id:String}',
      { id },
    );
    if (row === undefined) throw new Error(`ClickHouse forgot what it was to do: ${statement}`);
    if (/FAILED|CANCELLED/.test(row.status))
      throw new Error(`ClickHouse could not ${statement}: ${row.error}`);
    if (/CREATED|RESTORED/.test(row.status)) return;
    await sleep(POLL_MS);
  }
}
