import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askDatabase } from '@millrace/access';
import { Unavailable } from '@millrace/domain';
import { FaultyLink } from '../../../../test/support/faults/faulty-link.ts';
import { startPostgres, type PostgresServer } from '../../../../test/support/servers/index.ts';
import { withMigrationLock } from './migrate-postgres.ts';
import { PostgresDataSource } from './postgres-data-source.ts';

const ANSWER_TIMEOUT_MS = 1_000;

describe('PostgresDataSource whose connections are lost without a word', () => {
  let postgres: PostgresServer;
  let link: FaultyLink;
  let source: PostgresDataSource;

  beforeAll(async () => {
    postgres = await startPostgres();
    const url = new URL(postgres.url);
    link = await FaultyLink.to(Number(url.port));
    url.port = String(link.port);
    source = new PostgresDataSource({ url: url.href, answerTimeoutMs: ANSWER_TIMEOUT_MS });
    await source.initialize();
  });

  afterAll(async () => {
    await source?.destroy();
    await link?.stop();
    await postgres?.stop();
  });

  it('gives them up and makes new ones', async () => {
    // Three connections, all of them idle in the pool when they are lost.
    await Promise.all([1, 2, 3].map(() => source.query('SELECT pg_sleep(0.1)')));
    link.forget();
    const asked = [1, 2, 3].map(() => askDatabase(source, (manager) => manager.query('SELECT 1')));
    for (const answer of await Promise.allSettled(asked)) {
      expect(answer).toMatchObject({ status: 'rejected', reason: expect.any(Unavailable) });
    }
    expect(await source.query('SELECT 2 AS two')).toEqual([{ two: 2 }]);
  });

  it('lets a migration take as long as it takes', async () => {
    const seconds = (2 * ANSWER_TIMEOUT_MS) / 1000;
    const rows = await withMigrationLock(source, (runner) =>
      runner.query(`SELECT pg_sleep(${seconds}), 3 AS three`),
    );
    expect(rows).toMatchObject([{ three: 3 }]);
  });

  it('says of a transaction whose server died between two statements that it may be tried again', async () => {
    const asked = askDatabase(source, (manager) =>
      manager.transaction(async (transaction) => {
        await transaction.query('SELECT 4');
        await postgres.kill();
        // The first one hears of the end, the second one finds a connection that has ended.
        await transaction.query('SELECT 5').catch(() => undefined);
        return transaction.query('SELECT 6');
      }),
    );
    await expect(asked).rejects.toBeInstanceOf(Unavailable);
    await postgres.restart();
    expect(await source.query('SELECT 7 AS seven')).toEqual([{ seven: 7 }]);
  });
});
