import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts';

let dataDir: string;
const started: EmbeddedPostgres[] = [];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'millrace-postgres-'));
  chmodSync(dataDir, 0o711);
});

afterEach(async () => {
  await Promise.all(started.splice(0).map((postgres) => postgres.stop()));
  rmSync(dataDir, { recursive: true, force: true });
});

describe('embedded PostgreSQL', () => {
  it('serves, stops twice, and keeps what it was given for the next start', async () => {
    const first = await start();
    await query(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first.stop();
    await first.stop();
    expect(isRunning(first.pid)).toBe(false);
    const second = await start();
    expect(await query(second.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  });

  it('is back on the same port after kill -9, with all that was committed', async () => {
    const postgres = await start();
    const { pid, port } = postgres;
    await query(postgres.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    process.kill(pid, 'SIGKILL');
    expect(await eventually(() => query(postgres.url, 'SELECT answer FROM kept'))).toEqual([{ answer: 42 }]);
    expect(postgres.port).toBe(port);
    expect(postgres.pid).not.toBe(pid);
  });

  it('ends with a parent that is killed, and the next start takes the folder over', async () => {
    const { parent, pid } = await startParent();
    parent.kill('SIGKILL');
    await once(parent, 'exit');
    const postgres = await start();
    expect(isRunning(pid)).toBe(false);
    expect(await query(postgres.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  });

  it('leaves no orphan when its parent is killed and nobody starts again', async () => {
    const { parent, pid } = await startParent();
    expect(isRunning(pid)).toBe(true);
    parent.kill('SIGKILL');
    await eventually(async () => {
      if (isRunning(pid)) throw new Error(`PostgreSQL ${pid} outlives its parent`);
    });
  });

  it('says which process holds the folder', async () => {
    const { parent } = await startParent();
    try {
      await expect(start()).rejects.toThrow(`in use by process ${parent.pid}`);
    } finally {
      parent.kill('SIGKILL');
      await once(parent, 'exit');
    }
  });

  it('says that the wanted port is taken', async () => {
    const first = await start();
    const other = mkdtempSync(join(tmpdir(), 'millrace-postgres-'));
    chmodSync(other, 0o711);
    try {
      await expect(startEmbeddedPostgres({ dataDir: other, port: first.port })).rejects.toThrow(
        `Port ${first.port} for the embedded PostgreSQL is taken`,
      );
    } finally {
      rmSync(other, { recursive: true, force: true });
    }
  });
});

/** A process that starts PostgreSQL as we do, stores something and waits to be killed. */
const PARENT = `
import pg from 'pg';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
const postgres = await startEmbeddedPostgres({ dataDir: process.argv[1] });
const client = new pg.Client(postgres.url);
client.on('error', () => undefined);
await client.connect();
await client.query('CREATE TABLE IF NOT EXISTS kept AS SELECT 42 AS answer');
console.log(JSON.stringify({ pid: postgres.pid }));
`;

/** Resolves once the parent has its PostgreSQL, whose process id it tells. */
async function startParent() {
  const flags = ['--experimental-transform-types', '--disable-warning=ExperimentalWarning'];
  const parent = spawn(process.execPath, [...flags, '--input-type=module', '-e', PARENT, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
    cwd: import.meta.dirname,
  });
  const told = (await Promise.race([once(parent.stdout, 'data'), once(parent, 'exit')])) as [Buffer];
  const { pid } = JSON.parse(String(told[0])) as { pid: number };
  return { parent, pid };
}

async function start(): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ dataDir });
  started.push(postgres);
  return postgres;
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client(url);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function eventually<Result>(attempt: () => Promise<Result>): Promise<Result> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await sleep(50);
    }
  }
}

/** A zombie that init has not reaped yet runs no more. */
function isRunning(pid: number): boolean {
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
