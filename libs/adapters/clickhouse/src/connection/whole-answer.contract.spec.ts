import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Unavailable } from '@millrace/domain';
import { startClickHouse, type ClickHouseServer } from '../../../../../test/support/servers/index.ts';
import { ClickHouseConnection } from './clickhouse-connection.ts';

/** More than the engine keeps free. */
const DISK_MEGABYTES = 1500;
const MANY = 100_000;
const FEW_ROWS = 'SELECT number FROM numbers(3)';
const LARGE_ROWS = `SELECT number, repeat('x', 200) AS text FROM numbers(${MANY})`;

describe('answers of a ClickHouse whose disk is full', () => {
  let server: ClickHouseServer;
  let connection: ClickHouseConnection;

  beforeAll(async () => {
    server = await startClickHouse({ diskMegabytes: DISK_MEGABYTES });
    connection = new ClickHouseConnection(server.url);
  }, 60_000);

  afterAll(async () => {
    await connection?.close();
    await server?.stop();
  });

  const readLarge = async (): Promise<number> => {
    const stream = await connection.stream(`${LARGE_ROWS} FORMAT RowBinary`, {}, {});
    return (await buffer(stream)).length;
  };

  it('are whole while there is room', async () => {
    expect(await connection.select(LARGE_ROWS)).toHaveLength(MANY);
    expect(await readLarge()).toBeGreaterThan(MANY * 200);
  });

  it('are whole, or are told to be lost', async () => {
    server.ballast?.fill();
    expect(await connection.select(FEW_ROWS)).toEqual([{ number: '0' }, { number: '1' }, { number: '2' }]);
    expect(await connection.selectColumns(FEW_ROWS, {})).toEqual({ number: ['0', '1', '2'] });
    await expect(connection.select(LARGE_ROWS)).rejects.toThrow(Unavailable);
    await expect(connection.selectColumns(LARGE_ROWS, {})).rejects.toThrow(Unavailable);
    await expect(readLarge()).rejects.toThrow('its disk is nearly full');
    server.ballast?.remove();
    expect(await connection.select(LARGE_ROWS)).toHaveLength(MANY);
  });
});
