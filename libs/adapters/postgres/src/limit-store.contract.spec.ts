import { LimitStore, type LimitedSubject, type LimitKind } from '@millrace/access';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { startPostgres, type PostgresServer } from '../../../../test/support/servers/index.ts';
import { PostgresDataSource } from './postgres-data-source.ts';

let server: PostgresServer;

beforeAll(async () => {
  server = await startPostgres();
  const source = await new PostgresDataSource({ url: server.url, migrate: true }).initialize();
  for (const name of ['day', 'shared', 'limited'])
    await source.query('INSERT INTO workspaces (id, creation_time) VALUES ($1, 0)', [name]);
  await source.query("INSERT INTO usage_limits VALUES ('limited', '', '{\"spans_per_day\": 5}')");
  await source.destroy();
});
afterAll(() => server.stop());

/** As a process has it. */
function open(): LimitStore {
  const source = new PostgresDataSource({ url: server.url, poolSize: 3 });
  onTestFinished(() => source.destroy());
  return new LimitStore(source);
}

const NOON = Date.parse('2026-11-22T12:00:00Z');
const DAY_MS = 86_400_000;
const of = (workspaceId: string, keyId = ''): LimitedSubject => ({ workspaceId, keyId });
const sent = (subject: LimitedSubject, spans: number) => ({
  subject,
  sent: { spans, bytes: 10 * spans },
  demands: new Map<'spans_per_second', number>(),
});

describe('limits and what was used', () => {
  it('are the same for every process, by day and month, and by key', async () => {
    const [one, two] = [open(), open()];
    const [workspace, key] = [of('day'), of('day', 'k')];
    await one.count([sent(workspace, 1)], NOON - 40 * DAY_MS);
    await one.count([sent(workspace, 2)], NOON - DAY_MS);
    await Promise.all([
      one.count([sent(workspace, 3), sent(key, 3)], NOON),
      two.count([sent(key, 4), sent(workspace, 4), sent(of('gone'), 1)], NOON),
    ]);
    const known = await two.read([workspace, key, of('limited')], NOON);
    expect(known.get('day ')?.stored).toEqual({
      today: '2026-11-22',
      day: { spans: 7, bytes: 70 },
      month: { spans: 9, bytes: 90 },
    });
    expect(known.get('day k')?.stored.day).toEqual({ spans: 7, bytes: 70 });
    expect(known.get('limited ')).toMatchObject({
      limits: { spans_per_day: 5 },
      stored: { day: { spans: 0, bytes: 0 } },
    });
  });

  it('are told what the other processes ask for', async () => {
    const [one, two] = [open(), open()];
    const asked = (perSecond: number) => ({
      ...sent(of('shared'), 0),
      demands: new Map([['spans_per_second', perSecond]] as const),
    });
    await one.tellDemands([asked(10)]);
    await one.tellDemands([asked(20)]);
    await two.tellDemands([asked(30)]);
    const demandsSeenBy = async (store: LimitStore, kind: LimitKind) =>
      (await store.read([of('shared')], NOON)).get('shared ')?.demands[kind as 'spans_per_second'];
    expect(await demandsSeenBy(one, 'spans_per_second')).toEqual([30]);
    expect(await demandsSeenBy(two, 'spans_per_second')).toEqual([20]);
    expect(await demandsSeenBy(two, 'bytes_per_second')).toEqual([]);
    await one.forgetOld();
    expect(await demandsSeenBy(two, 'spans_per_second')).toEqual([20]);
  });
});
