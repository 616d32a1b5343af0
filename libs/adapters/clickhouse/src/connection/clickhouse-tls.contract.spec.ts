import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  createAuthority,
  startClickHouse,
  startTlsProxy,
  type ClickHouseServer,
  type TestAuthority,
  type TlsProxy,
} from '../../../../../test/support/servers/index.ts';
import { ClickHouseConnection } from './clickhouse-connection.ts';

const folder = mkdtempSync(join(tmpdir(), 'millrace-clickhouse-tls-'));
const authorities = getCACertificates('default');
let authority: TestAuthority;
let server: ClickHouseServer;
let proxy: TlsProxy;

beforeAll(async () => {
  authority = await createAuthority(folder);
  server = await startClickHouse();
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

function secureUrl(password?: string): string {
  const url = new URL(server.url.replace('http:', 'https:'));
  url.port = String(proxy.port);
  if (password !== undefined) url.password = password;
  return url.href;
}

async function ask(url: string): Promise<unknown> {
  const connection = new ClickHouseConnection(url);
  try {
    return await connection.select('SELECT currentUser() AS user, currentDatabase() AS database');
  } finally {
    await connection.close();
  }
}

describe('ClickHouse by an https:// URL', () => {
  it('signs in with the user and password of the URL, in its database', async () => {
    trustAuthority();
    const { username, pathname } = new URL(server.url);
    expect(await ask(secureUrl())).toEqual([{ user: username, database: pathname.slice(1) }]);
    await expect(ask(secureUrl('wrong'))).rejects.toThrow(/[Aa]uthentication/);
  });

  it('refuses a certificate of an authority it does not trust', async () => {
    await expect(ask(secureUrl())).rejects.toThrow(/certificate/);
  });
});
