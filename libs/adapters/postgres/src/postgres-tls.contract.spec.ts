import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  createAuthority,
  startPostgres,
  startTlsProxy,
  type PostgresServer,
  type TestAuthority,
  type TlsProxy,
} from '../../../../test/support/servers/index.ts';
import { PostgresDataSource } from './postgres-data-source.ts';

const folder = mkdtempSync(join(tmpdir(), 'millrace-postgres-tls-'));
const authorities = getCACertificates('default');
let authority: TestAuthority;
let server: PostgresServer;
let proxy: TlsProxy;

beforeAll(async () => {
  authority = await createAuthority(folder);
  server = await startPostgres();
  const files = await authority.issue('IP:127.0.0.1');
  proxy = await startTlsProxy(Number(new URL(server.url).port), files, 'postgres');
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

async function ask(query: string): Promise<unknown> {
  const url = new URL(server.url);
  url.port = String(proxy.port);
  url.search = query;
  const source = new PostgresDataSource({ url: url.href });
  try {
    await source.initialize();
    return await source.query('SELECT current_user');
  } finally {
    await source.destroy();
  }
}

describe('PostgreSQL by a URL with sslmode', () => {
  it('trusts the authority in sslrootcert', async () => {
    expect(await ask(`?sslmode=verify-full&sslrootcert=${authority.ca}`)).toEqual([
      { current_user: 'millrace' },
    ]);
  });

  it('trusts the authorities of the process', async () => {
    await expect(ask('?sslmode=verify-full')).rejects.toThrow(/certificate/);
    trustAuthority();
    expect(await ask('?sslmode=verify-full')).toEqual([{ current_user: 'millrace' }]);
  });

  it('does not talk plainly when TLS is asked for', async () => {
    const source = new PostgresDataSource({ url: `${server.url}?sslmode=verify-full` });
    await expect(source.initialize()).rejects.toThrow(/does not support SSL/);
  });
});
