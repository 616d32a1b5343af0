import type { DataSource } from 'typeorm';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { PriceDirectory } from './price-directory.ts';

/** PostgreSQL as far as the directory sees it: answers, refuses or hangs. */
class FakeDatabase {
  asked = 0;
  answer: () => Promise<object[]> = async () => [row('gpt-4o', { input: '2.5', nonsense: 'x' })];
  readonly manager = {
    findBy: () => {
      this.asked += 1;
      return this.answer();
    },
  };

  async initialize(): Promise<this> {
    return this;
  }
}

function row(model: string, rates: Record<string, string>) {
  return { workspaceId: 'default', model, provider: '', rates, lastUpdateTime: 7 };
}

let database: FakeDatabase;
let directory: PriceDirectory;

beforeEach(() => {
  vi.useFakeTimers();
  database = new FakeDatabase();
  directory = new PriceDirectory(database as unknown as DataSource);
});
afterEach(() => vi.useRealTimers());

const models = async () => (await directory.overridesOf('default')).map(({ model }) => model);

it('reads prices as pico-dollars per token', async () => {
  expect(await directory.overridesOf('default')).toEqual([
    { model: 'gpt-4o', provider: undefined, rates: { input: 2_500_000n }, revision: 7 },
  ]);
});

it('asks once for many callers, and again after 5 s', async () => {
  await Promise.all([models(), models(), models()]);
  expect(database.asked).toBe(1);
  database.answer = async () => [row('new', {})];
  vi.advanceTimersByTime(4_999);
  expect(directory.overridesOf('default')).toHaveLength(1);
  expect(await models()).toEqual(['gpt-4o']);
  vi.advanceTimersByTime(1);
  expect(await models()).toEqual(['new']);
  expect(database.asked).toBe(2);
});

it('keeps what it knew while PostgreSQL is down, and knows nothing before', async () => {
  const refuse = () => Promise.reject(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }));
  database.answer = refuse;
  expect(await models()).toEqual([]);
  vi.advanceTimersByTime(5_000);
  database.answer = async () => [row('gpt-4o', {})];
  expect(await models()).toEqual(['gpt-4o']);
  vi.advanceTimersByTime(5_000);
  database.answer = refuse;
  expect(await models()).toEqual(['gpt-4o']);
  await expect(directory.readOverrides('default')).rejects.toThrow('PostgreSQL cannot be reached');
});

it('does not wait for a PostgreSQL that hangs', async () => {
  await models();
  const hanging = Promise.withResolvers<object[]>();
  database.answer = () => hanging.promise;
  vi.advanceTimersByTime(5_000);
  const asked = models();
  await vi.advanceTimersByTimeAsync(100);
  expect(await asked).toEqual(['gpt-4o']);
  expect(directory.overridesOf('default')).toHaveLength(1);
  hanging.resolve([row('late', {})]);
  await vi.advanceTimersByTimeAsync(0);
  expect(await models()).toEqual(['late']);
});
