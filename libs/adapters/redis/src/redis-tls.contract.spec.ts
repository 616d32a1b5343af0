import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  createAuthority,
  startRedis,
  startTlsProxy,
  type RedisServer,
  type TestAuthority,
  type TlsProxy,
} from '../../../../test/support/servers/index.ts';
import { RedisConnection } from './redis-connection.ts';

const folder = mkdtempSync(join(tmpdir(), 'millrace-redis-tls-'));
const authorities = getCACertificates('default');
let authority: TestAuthority;
let server: RedisServer;
let proxy: TlsProxy;

beforeAll(async () => {
  authority = await createAuthority(folder);
  server = await startRedis();
  const files = await authority.issue('IP:127.0.0.1');
  proxy = await startTlsProxy(Number(new URL(server.url).port), files);
});
afterEach(() => setDefaultCACertificates(authorities));
afterAll(async () => {
  await proxy.stop();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** What NODE_EXTRA_CA_CERTS does when a process starts. */
function trustAuthority(): void {
  setDefaultCACertificates([...authorities, readFileSync(authority.ca, 'utf8')]);
}

async function ask(url: string): Promise<string> {
  const connection = new RedisConnection({ url });
  try {
    await connection.checkReady();
    return String(await connection.client.call('ACL', 'WHOAMI'));
  } finally {
    connection.onApplicationShutdown();
  }
}

describe('Redis by a rediss:// URL', () => {
  it('signs in with the user and password of the URL', async () => {
    const plain = new RedisConnection({ url: server.url });
    await plain.client.call('ACL', 'SETUSER', 'millrace', 'on', '>p@ss', '~*', '+@all');
    plain.onApplicationShutdown();
    trustAuthority();
    expect(await ask(`rediss://millrace:p%40ss@127.0.0.1:${proxy.port}/0`)).toBe('millrace');
    await expect(ask(`rediss://millrace:wrong@127.0.0.1:${proxy.port}/0`)).rejects.toThrow(
      /Redis does not answer/,
    );
  });

  it('refuses a certificate of an authority it does not trust', async () => {
    await expect(ask(`rediss://127.0.0.1:${proxy.port}`)).rejects.toThrow(/certificate|closed/);
  });
});
