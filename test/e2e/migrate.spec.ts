import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startServers } from '../support/distributed.ts';
import { BUNDLES } from '../support/service-fleet.ts';

const LIMIT_MS = 240_000;
const PATIENT = { timeout: 60_000 };
const MIGRATE = join(BUNDLES, 'migrate/main.js');

function start(environment: Readonly<Record<string, string>>, ...words: readonly string[]) {
  const child = spawn(process.execPath, [MIGRATE, ...words], { env: { ...process.env, ...environment } });
  const ended = once(child, 'exit').then(([code]: unknown[]) => code);
  let told = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (told += text));
  return { child, ended, told: () => told };
}

it(
  'lets a service wait until the schemas are there, and changes nothing meanwhile',
  { timeout: LIMIT_MS },
  async () => {
    const servers = await startServers();
    const waiting = start(servers.environment, '--wait');
    try {
      await expect.poll(waiting.told, PATIENT).toMatch(/cannot start yet: \d+ migrations are still/);
      expect(waiting.child.exitCode).toBeNull();
      await expect(start(servers.environment).ended).resolves.toBe(0);
      await expect(waiting.ended).resolves.toBe(0);
      await expect(start(servers.environment, '--wait').ended).resolves.toBe(0);
      await servers.handles.postgres.stop();
      const away = start(servers.environment, '--wait');
      await expect.poll(away.told, PATIENT).toContain('cannot start yet: ');
      away.child.kill();
    } finally {
      waiting.child.kill();
      await servers.stop();
    }
  },
);
