import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { once } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import {
  startClickHouse,
  startKafka,
  startPostgres,
  startRedis,
  startS3,
  type ServerHandle,
} from './index.ts';

type Started = ServerHandle & { readonly url?: string; readonly brokers?: readonly string[] };
const STARTS: readonly (readonly [string, () => Promise<Started>])[] = [
  ['startClickHouse', startClickHouse],
  ['startPostgres', startPostgres],
  ['startRedis', startRedis],
  ['startKafka', startKafka],
  ['startS3', startS3],
];

describe('test servers', () => {
  it.each(STARTS)('%s: kill, restart and stop', { timeout: 90_000 }, async (_name, start) => {
    const server = await start();
    const port = Number(/127\.0\.0\.1:(\d+)/.exec(server.brokers?.[0] ?? server.url ?? '')?.[1]);
    expect(await answers(port)).toBe(true);
    const first = server.pid;
    await server.kill();
    expect(await answers(port)).toBe(false);
    await server.restart();
    expect(server.pid).not.toBe(first);
    expect(await answers(port)).toBe(true);
    await server.stop();
    await server.stop();
    expect(await answers(port)).toBe(false);
    expect(readdirSync(tmpdir()).filter((each) => each.startsWith(`millrace-test-${process.pid}-`))).toEqual(
      [],
    );
  });

  it.each(STARTS)('%s does not outlive a killed parent', { timeout: 40_000 }, async (name) => {
    const script = `const servers = await import(${JSON.stringify(import.meta.resolve('./index.ts'))});
      const server = await servers.${name}();
      process.stdout.write('pid ' + server.pid + '\\n');
      setInterval(() => {}, 1000);`;
    const parent = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(parent.stdout.setEncoding('utf8'), 'data')) as [string];
    const pid = Number(line.slice('pid '.length));
    expect(existsSync(`/proc/${pid}`)).toBe(true);
    parent.kill('SIGKILL');
    await vi.waitFor(() => expect(existsSync(`/proc/${pid}`)).toBe(false), { timeout: 10_000 });
  });
});

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  const outcome = await Promise.race([
    once(socket, 'connect').then(() => true),
    once(socket, 'error').then(() => false),
  ]).catch(() => false);
  socket.destroy();
  return outcome;
}
