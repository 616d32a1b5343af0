import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EmbeddedServer } from './embedded-server.ts';
import { answers, echoRecipe, type EchoBehaviour } from './testing/echo-server.ts';

let folder: string;
const started: EmbeddedServer[] = [];
/** Restarts are waited for, and the machine may be busy. */
const PATIENCE = { timeout: 15_000, interval: 20 };

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'millrace-embedded-'));
});

afterEach(async () => {
  await Promise.all(started.splice(0).map((server) => server.stop()));
  rmSync(folder, { recursive: true, force: true });
});

async function start(behaviour: EchoBehaviour = {}, port?: number): Promise<EmbeddedServer> {
  const server = await EmbeddedServer.start(echoRecipe(folder, behaviour), port);
  started.push(server);
  return server;
}

describe('EmbeddedServer', () => {
  it('is ready when it has started, and gone when it has stopped, twice', async () => {
    const server = await start();
    expect(await answers(server.port)).toBe(true);
    const { pid } = server;
    await server.stop();
    await server.stop();
    expect(isRunning(pid)).toBe(false);
    expect(await answers(server.port)).toBe(false);
  });

  it('is restarted on the same port as often as it dies', async () => {
    const server = await start();
    for (let round = 0; round < 2; round += 1) {
      const { pid } = server;
      process.kill(pid, 'SIGKILL');
      await vi.waitFor(async () => {
        expect(server.pid).not.toBe(pid);
        expect(await answers(server.port)).toBe(true);
      }, PATIENCE);
    }
  });

  it('is not started while it must not be, and serves once it may', async () => {
    const full = join(folder, 'full');
    writeFileSync(full, '');
    await expect(start()).rejects.toThrow('the disk is full');
    rmSync(full);
    const server = await start();
    writeFileSync(full, '');
    process.kill(server.pid, 'SIGKILL');
    const starts = readFileSync(join(folder, 'starts'), 'utf8').length;
    await sleep(1_000);
    expect(readFileSync(join(folder, 'starts'), 'utf8')).toHaveLength(starts);
    expect(await answers(server.port)).toBe(false);
    rmSync(full);
    await vi.waitFor(async () => expect(await answers(server.port)).toBe(true), PATIENCE);
  });

  it('is tried again when a restart fails, and serves once what stood in the way is gone', async () => {
    const server = await start();
    writeFileSync(join(folder, 'fail'), 'disk full');
    const { pid } = server;
    process.kill(pid, 'SIGKILL');
    await vi.waitFor(
      () => expect(readFileSync(join(folder, 'starts'), 'utf8').length).toBeGreaterThan(2),
      PATIENCE,
    );
    expect(await answers(server.port)).toBe(false);
    rmSync(join(folder, 'fail'));
    await vi.waitFor(async () => expect(await answers(server.port)).toBe(true), PATIENCE);
  });

  it('can be stopped while it waits for the next restart', async () => {
    const server = await start();
    writeFileSync(join(folder, 'fail'), 'disk full');
    process.kill(server.pid, 'SIGKILL');
    await vi.waitFor(
      () => expect(readFileSync(join(folder, 'starts'), 'utf8').length).toBeGreaterThan(3),
      PATIENCE,
    );
    const before = performance.now();
    await server.stop();
    expect(performance.now() - before).toBeLessThan(500);
  });

  it('goes on to harder signals when a softer one is ignored', async () => {
    const server = await start({ isStubborn: true });
    const { pid } = server;
    await server.stop();
    expect(isRunning(pid)).toBe(false);
  });
});

describe('a start that fails', () => {
  it('tells what the server said about it', async () => {
    await expect(start({ failure: 'disk full' })).rejects.toThrow('echo said: disk full');
  });

  it('tells a program that is not there', async () => {
    await expect(start({ program: join(folder, 'none') })).rejects.toThrow(
      /The embedded echo could not be started: .*ENOENT/,
    );
  });

  it('says that the wanted port is taken', async () => {
    const holder = createServer();
    await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
    const { port } = holder.address() as AddressInfo;
    await expect(start({}, port)).rejects.toThrow(`Port ${port} for the embedded echo is taken`);
    holder.close();
  });

  it('is repeated for a fault that passes', async () => {
    const server = await start({ passingFailures: 2 });
    expect(await answers(server.port)).toBe(true);
    expect(readFileSync(join(folder, 'starts'), 'utf8')).toBe('...');
  });
});

describe('a parent that is killed', () => {
  it('leaves no orphan', async () => {
    const { parent, pid } = await startParent({});
    expect(isRunning(pid)).toBe(true);
    parent.kill('SIGKILL');
    await vi.waitFor(() => expect(isRunning(pid)).toBe(false), PATIENCE);
  });

  it('may leave a stubborn server, which the next start ends', async () => {
    const { parent, pid } = await startParent({ isStubborn: true });
    parent.kill('SIGKILL');
    await once(parent, 'exit');
    expect(isRunning(pid)).toBe(true);
    const server = await start();
    expect(isRunning(pid)).toBe(false);
    expect(await answers(server.port)).toBe(true);
  });

  it('is not meddled with while it lives', async () => {
    const { parent, pid } = await startParent({});
    try {
      await expect(start()).rejects.toThrow(`in use by process ${parent.pid}: stop it`);
      expect(isRunning(pid)).toBe(true);
    } finally {
      parent.kill('SIGKILL');
      await once(parent, 'exit');
    }
  });

  it('is told from a stranger that got its process id', async () => {
    const server = await start();
    const mark = join(folder, 'echo.json');
    const written = JSON.parse(readFileSync(mark, 'utf8')) as Record<
      string,
      { pid: number; startedAt: string }
    >;
    const stranger = { pid: process.pid, startedAt: '1' };
    writeFileSync(mark, JSON.stringify({ ...written, server: stranger }));
    const second = await start();
    expect([await answers(server.port), await answers(second.port)]).toEqual([true, true]);
  });

  it('may have been killed while it noted its processes', async () => {
    writeFileSync(join(folder, 'echo.json'), '{"server":{"pi');
    expect(await answers((await start()).port)).toBe(true);
  });
});

const PARENT = `
import { EmbeddedServer } from './embedded-server.ts';
import { echoRecipe } from './testing/echo-server.ts';
const [folder, behaviour] = process.argv.slice(1);
const server = await EmbeddedServer.start(echoRecipe(folder, JSON.parse(behaviour)));
console.log(server.pid);
`;

/** A process that has an embedded server, whose process id it tells. */
async function startParent(behaviour: EchoBehaviour) {
  const flags = ['--experimental-transform-types', '--disable-warning=ExperimentalWarning'];
  const parent = spawn(
    process.execPath,
    [...flags, '--input-type=module', '-e', PARENT, folder, JSON.stringify(behaviour)],
    { stdio: ['ignore', 'pipe', 'inherit'], cwd: import.meta.dirname },
  );
  const [told] = (await once(parent.stdout, 'data')) as [Buffer];
  return { parent, pid: Number(String(told)) };
}

/** A zombie that init has not reaped yet runs no more. */
function isRunning(pid: number): boolean {
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
