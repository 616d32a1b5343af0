import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  startBehindTls,
  startClickHouse,
  type ClickHouseServer,
  type ServerBehindTls,
} from '../../../../../test/support/servers/index.ts';
import { ClickHouseConnection } from './clickhouse-connection.ts';

let secured: ServerBehindTls<ClickHouseServer>;

beforeAll(async () => {
  secured = await startBehindTls(() => startClickHouse());
});
afterEach(() => secured.distrustAuthority());
afterAll(() => secured.stop());

function secureUrl(password?: string): string {
  const url = new URL(secured.server.url.replace('http:', 'https:'));
  url.port = String(secured.port);
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
    secured.trustAuthority();
    const { username, pathname } = new URL(secured.server.url);
    expect(await ask(secureUrl())).toEqual([{ user: username, database: pathname.slice(1) }]);
    await expect(ask(secureUrl('wrong'))).rejects.toThrow(/[Aa]uthentication/);
  });

  it('refuses a certificate of an authority it does not trust', async () => {
    await expect(ask(secureUrl())).rejects.toThrow(/certificate/);
  });
});
