import { SignInLimits } from '@millrace/access';
import { Throttled } from '@millrace/domain';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { startPostgres, type PostgresServer } from '../../../../test/support/servers/index.ts';
import { PostgresDataSource } from './postgres-data-source.ts';

let server: PostgresServer;

beforeAll(async () => {
  server = await startPostgres();
  const source = await new PostgresDataSource({ url: server.url, migrate: true }).initialize();
  await source.destroy();
});
afterAll(() => server.stop());

/** As a process has it. */
async function open(): Promise<SignInLimits> {
  const source = await new PostgresDataSource({ url: server.url, poolSize: 3 }).initialize();
  onTestFinished(() => source.destroy());
  return new SignInLimits(source);
}

/** How many of so many guesses at the same time are counted, and not refused. */
async function guess(limits: SignInLimits, login: string, address: string, times: number): Promise<number> {
  const tries = await Promise.allSettled(Array.from({ length: times }, () => limits.count(login, address)));
  for (const tried of tries) if (tried.status === 'rejected') expect(tried.reason).toBeInstanceOf(Throttled);
  return tries.filter(({ status }) => status === 'fulfilled').length;
}

describe('wrong passwords', () => {
  it('are counted over all processes, and a right one is forgiven', async () => {
    const [one, two] = await Promise.all([open(), open()]);
    expect(await guess(one, 'ada', '10.0.0.1', 6)).toBe(6);
    expect(await guess(two, 'ada', '10.0.0.1', 3)).toBe(3);
    await two.forgive('ada', '10.0.0.1');
    expect(await guess(two, 'ada', '10.0.0.1', 5)).toBe(2);
    await expect(one.count('ada', '10.0.0.1')).rejects.toThrow('try again in 15 minutes');
    await expect(one.count('ada', '10.0.0.2')).resolves.toBeUndefined();
  });

  it('of a name from everywhere, and from an address for every name, have limits too', async () => {
    const limits = await open();
    for (let place = 0; place < 10; place += 1) await guess(limits, 'bob', `10.1.0.${place}`, 10);
    await expect(limits.count('bob', '10.1.1.1')).rejects.toThrow(Throttled);
    for (let name = 0; name < 10; name += 1) await guess(limits, `eve${name}`, '10.2.0.1', 10);
    await expect(limits.count('carol', '10.2.0.1')).rejects.toThrow(Throttled);
  });

  it('are counted by each process while PostgreSQL can not be reached', async () => {
    const source = await new PostgresDataSource({ url: server.url, poolSize: 3 }).initialize();
    const limits = new SignInLimits(source);
    await source.destroy();
    expect(await guess(limits, 'dan', '10.3.0.1', 12)).toBe(10);
  });

  it('of a name of any length are counted', async () => {
    const limits = await open();
    expect(await guess(limits, 'x'.repeat(10_000), '10.4.0.1', 12)).toBe(10);
  });
});
