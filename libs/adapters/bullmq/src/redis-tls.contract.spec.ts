import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  startBehindTls,
  startRedis,
  type RedisServer,
  type ServerBehindTls,
} from '../../../../test/support/servers/index.ts';
import { RedisConnection } from './redis-connection.ts';

let secured: ServerBehindTls<RedisServer>;

beforeAll(async () => {
  secured = await startBehindTls(() => startRedis());
});
afterEach(() => secured.distrustAuthority());
afterAll(() => secured.stop());

async function ask(url: string): Promise<string> {
  const connection = new RedisConnection({ url });
  try {
    await connection.checkReady();
    return String(await connection.client.call('ACL', 'WHOAMI'));
  } finally {
    connection.close();
  }
}

describe('Redis by a rediss:// URL', () => {
  it('signs in with the user and password of the URL', async () => {
    const plain = new RedisConnection({ url: secured.server.url });
    await plain.client.call('ACL', 'SETUSER', 'millrace', 'on', '>p@ss', '~*', '+@all');
    plain.close();
    secured.trustAuthority();
    expect(await ask(`rediss://millrace:p%40ss@127.0.0.1:${secured.port}/0`)).toBe('millrace');
    await expect(ask(`rediss://millrace:wrong@127.0.0.1:${secured.port}/0`)).rejects.toThrow(
      /Redis does not answer/,
    );
  });

  it('refuses a certificate of an authority it does not trust', async () => {
    await expect(ask(`rediss://127.0.0.1:${secured.port}`)).rejects.toThrow(/certificate|closed/);
  });
});
