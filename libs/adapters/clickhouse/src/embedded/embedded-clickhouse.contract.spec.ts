import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { startEmbeddedClickHouse, type EmbeddedClickHouse } from './embedded-clickhouse.ts';
import { checkPlatform } from './engine-recipe.ts';

const folders: string[] = [];
const engines: EmbeddedClickHouse[] = [];

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'millrace-clickhouse-'));
  folders.push(folder);
  return folder;
}

async function start(dataDir: string): Promise<EmbeddedClickHouse> {
  const engine = await startEmbeddedClickHouse({ dataDir });
  engines.push(engine);
  return engine;
}

async function ask(url: string, sql: string): Promise<string> {
  const { origin, username, password, pathname } = new URL(url);
  const response = await fetch(`${origin}/?database=${pathname.slice(1)}`, {
    method: 'POST',
    headers: username === '' ? {} : { 'X-ClickHouse-User': username, 'X-ClickHouse-Key': password },
    body: sql,
  });
  return (await response.text()).trim();
}

afterEach(async () => {
  await Promise.all(engines.splice(0).map((engine) => engine.stop()));
});

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe('startEmbeddedClickHouse', () => {
  let dataDir: string;
  beforeAll(() => {
    dataDir = newFolder();
  });

  it('serves its own database through the undocumented entry of libchdb', async () => {
    const engine = await start(dataDir);
    expect(await ask(engine.url, 'SELECT currentDatabase(), currentUser()')).toBe('millrace\tmillrace');
    expect(await ask(engine.url, 'SELECT version()')).toMatch(/^26\.7\./);
  });

  it('keeps its password private and lets the default user do nothing', async () => {
    const engine = await start(dataDir);
    for (const file of ['password', 'users.xml', 'config.xml']) {
      expect(statSync(join(dataDir, file)).mode & 0o077).toBe(0);
    }
    const { origin } = new URL(engine.url);
    expect(await ask(`${origin}/default`, "SELECT * FROM file('/etc/passwd', 'LineAsString')")).toContain(
      'ACCESS_DENIED',
    );
    expect(await ask(`${origin}/default`, 'CREATE TABLE t (a UInt8) ENGINE = Memory')).toContain(
      'ACCESS_DENIED',
    );
  });

  it('shuts files and addresses to its own user too', async () => {
    const engine = await start(dataDir);
    expect(await ask(engine.url, "SELECT * FROM file('/etc/passwd', 'LineAsString')")).toContain(
      'ACCESS_DENIED',
    );
    expect(await ask(engine.url, "SELECT * FROM url('http://127.0.0.1:1/', 'LineAsString')")).toContain(
      'ACCESS_DENIED',
    );
  });

  it('is restarted on the same address after a crash, with its data', async () => {
    const engine = await start(dataDir);
    await ask(engine.url, 'CREATE TABLE IF NOT EXISTS kept (a UInt8) ENGINE = MergeTree ORDER BY a');
    await ask(engine.url, 'INSERT INTO kept SELECT 1');
    const [url, pid] = [engine.url, engine.pid];
    process.kill(pid, 'SIGKILL');
    await vi.waitFor(async () => expect(await ask(url, 'SELECT count() > 0 FROM kept')).toBe('1'), {
      timeout: 20_000,
      interval: 50,
    });
    expect(engine.pid).not.toBe(pid);
  });

  it('refuses a folder that a living process uses, from this process or another', async () => {
    await start(dataDir);
    await expect(startEmbeddedClickHouse({ dataDir })).rejects.toThrow(/in use by process \d+: stop it/);
    rmSync(join(dataDir, 'engine.json'));
    await expect(startEmbeddedClickHouse({ dataDir })).rejects.toThrow(/in use by another process/);
  });

  it('stops twice, and survives signals meant for the parent', async () => {
    const engine = await start(dataDir);
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.kill(engine.pid, signal);
    expect(await ask(engine.url, 'SELECT 1')).toBe('1');
    const { pid } = engine;
    await engine.stop();
    await engine.stop();
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  });

  it('gives way to the application when memory is short', async () => {
    const engine = await start(dataDir);
    expect(Number(readFileSync(`/proc/${engine.pid}/oom_score_adj`, 'utf8'))).toBeGreaterThanOrEqual(500);
  });
});

describe('a parent that is killed', () => {
  it('leaves no engine behind, and the folder opens again', async () => {
    const dataDir = newFolder();
    const flags = ['--experimental-transform-types', '--disable-warning=ExperimentalWarning'];
    const parent = spawn(process.execPath, [...flags, '--input-type=module', '-e', PARENT, dataDir], {
      stdio: ['ignore', 'pipe', 'inherit'],
      cwd: import.meta.dirname,
    });
    const [told] = (await once(parent.stdout, 'data')) as [Buffer];
    await expect(start(dataDir)).rejects.toThrow(`in use by process ${parent.pid}: stop it`);
    parent.kill('SIGKILL');
    await vi.waitFor(() => expect(existsSync(`/proc/${String(told).trim()}/exe`)).toBe(false), {
      timeout: 10_000,
    });
    const second = await start(dataDir);
    expect(await ask(second.url, 'SELECT 1')).toBe('1');
  });
});

const PARENT = `
import { startEmbeddedClickHouse } from './embedded-clickhouse.ts';
console.log((await startEmbeddedClickHouse({ dataDir: process.argv[1] })).pid);
`;

describe('checkPlatform', () => {
  it('says what to do where there is no engine', () => {
    expect(() => checkPlatform('darwin', 'arm64')).toThrow(/darwin on arm64.*MILLRACE_CLICKHOUSE_URL/);
    expect(() => checkPlatform('linux', process.arch === 'x64' ? 'arm64' : 'x64')).toThrow(
      /not installed.*MILLRACE_CLICKHOUSE_URL/,
    );
  });
});
