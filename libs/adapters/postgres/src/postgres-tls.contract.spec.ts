import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  startBehindTls,
  startPostgres,
  type PostgresServer,
  type ServerBehindTls,
} from '../../../../test/support/servers/index.ts';
import { PostgresDataSource } from './postgres-data-source.ts';

let secured: ServerBehindTls<PostgresServer>;

beforeAll(async () => {
  secured = await startBehindTls(() => startPostgres(), 'postgres');
});
afterEach(() => secured.distrustAuthority());
afterAll(() => secured.stop());

async function ask(query: string): Promise<unknown> {
  const url = new URL(secured.server.url);
  url.port = String(secured.port);
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
    expect(await ask(`?sslmode=verify-full&sslrootcert=${secured.authority.ca}`)).toEqual([
      { current_user: 'millrace' },
    ]);
  });

  it('trusts the authorities of the process', async () => {
    await expect(ask('?sslmode=verify-full')).rejects.toThrow(/certificate/);
    secured.trustAuthority();
    expect(await ask('?sslmode=verify-full')).toEqual([{ current_user: 'millrace' }]);
  });

  it('does not talk plainly when TLS is asked for', async () => {
    const source = new PostgresDataSource({ url: `${secured.server.url}?sslmode=verify-full` });
    await expect(source.initialize()).rejects.toThrow(/does not support SSL/);
  });
});
