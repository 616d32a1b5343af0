import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Unavailable } from '@millrace/domain';
import { FaultyLink } from '../../../../../test/support/faults/faulty-link.ts';
import { startClickHouse, type ClickHouseServer } from '../../../../../test/support/servers/index.ts';
import { Int64Column } from '../native/number-columns.ts';
import { ClickHouseConnection } from './clickhouse-connection.ts';

const INSERT_ANSWER_MS = 1_000;
/** The engine ends such a query itself; what says nothing for longer is lost. */
const SHORT = { max_execution_time: 1 };

describe('connections to ClickHouse that are lost without a word', () => {
  let server: ClickHouseServer;
  let link: FaultyLink;
  let connection: ClickHouseConnection;

  beforeAll(async () => {
    server = await startClickHouse();
    const url = new URL(server.url);
    link = await FaultyLink.to(Number(url.port));
    url.port = String(link.port);
    connection = new ClickHouseConnection(url.href, { insertAnswerMs: INSERT_ANSWER_MS });
    await connection.command('CREATE TABLE numbers (number UInt64) ENGINE = MergeTree ORDER BY number');
  });

  afterAll(async () => {
    await connection?.close();
    await link?.stop();
    await server?.stop();
  });

  const insert = (): Promise<void> => {
    const number = new Int64Column('UInt64');
    number.add(1n);
    return connection.insert('numbers', { number }, 1);
  };

  it('are given up by an insert, which can be made again', async () => {
    await insert();
    link.forget();
    await expect(insert()).rejects.toBeInstanceOf(Unavailable);
    await insert();
  });

  it('are given up by a query', async () => {
    const count = (): Promise<unknown> =>
      connection.select('SELECT count() > 0 AS some FROM numbers', {}, SHORT);
    await count();
    link.forget();
    await expect(count()).rejects.toThrow('no answer within 6 s');
    expect(await count()).toEqual([{ some: 1 }]);
  });
});
