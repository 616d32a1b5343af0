import { Logger } from '@nestjs/common';
import { Unavailable } from '@millrace/domain';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { FaultyLink } from '../../../../test/support/faults/faulty-link.ts';
import { freePort, startRedis, type RedisServer } from '../../../../test/support/servers/index.ts';
import { RedisConnection } from './redis-connection.ts';

describe('RedisConnection', () => {
  let server: RedisServer;

  beforeAll(async () => {
    Logger.overrideLogger(false);
    server = await startRedis();
  });
  afterAll(() => server.stop());

  it('connects at the first use and closes twice', async () => {
    const connection = new RedisConnection({ url: server.url });
    expect(connection.client.status).toBe('wait');
    await connection.checkReady();
    connection.close();
    connection.close();
    await expect(connection.checkReady()).rejects.toThrow(Unavailable);
  });

  it('gives up a connection that was lost without a word', async () => {
    const link = await FaultyLink.to(Number(new URL(server.url).port));
    const connection = new RedisConnection({ url: `redis://127.0.0.1:${link.port}` });
    await connection.checkReady();
    link.forget();
    await expect(connection.checkReady()).rejects.toThrow(Unavailable);
    await vi.waitFor(() => connection.checkReady(), { timeout: 40_000, interval: 250 });
    connection.close();
    await link.stop();
  });

  it('says why Redis is not reached, in good time', async () => {
    const connection = new RedisConnection({ url: `redis://127.0.0.1:${await freePort()}` });
    const started = performance.now();
    await expect(connection.checkReady()).rejects.toThrow(/Redis does not answer: .*ECONNREFUSED/);
    expect(performance.now() - started).toBeLessThan(5_000);
    connection.close();
  });

  it('warns of a Redis that may evict jobs', async () => {
    const warn = vi.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
    const connection = new RedisConnection({ url: server.url });
    await connection.client.config('SET', 'maxmemory-policy', 'allkeys-lru');
    const other = new RedisConnection({ url: server.url });
    await other.checkReady();
    await expect.poll(() => warn.mock.calls.flat().join()).toMatch(/maxmemory-policy to noeviction/);
    await connection.client.config('SET', 'maxmemory-policy', 'noeviction');
    warn.mockRestore();
    for (const each of [connection, other]) each.close();
  });

  it('is back by itself after Redis was killed', async () => {
    const connection = new RedisConnection({ url: server.url });
    await connection.client.set('key', 'value');
    await server.kill();
    await expect(connection.checkReady()).rejects.toThrow(Unavailable);
    await server.restart();
    await vi.waitFor(() => connection.checkReady(), { timeout: 10_000 });
    await connection.client.set('key', 'other');
    expect(await connection.client.get('key')).toBe('other');
    connection.close();
  });
});
