import { Unavailable } from '@millrace/domain';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  CLUSTER,
  SHARDED_CLUSTER,
  startClickHouseReplicas,
  type ClickHouseReplicas,
} from '../../../../../test/support/servers/index.ts';
import { ClickHouseConnection } from '../connection/clickhouse-connection.ts';
import { examineClickHouse } from '../examine-clickhouse.ts';
import { migrateClickHouse } from '../migrations.ts';
import { ClickHouseTraceRemoval } from '../removing/clickhouse-trace-removal.ts';
import { ClickHouseSpanStore } from '../storing/clickhouse-span-store.ts';
import { REMOVABLE_TABLES } from '../queries/removals.ts';
import { sampleSpan, traceId, WORKSPACE } from '../testing/sample-spans.ts';
import { schemaStatements } from '../testing/schema-statements.ts';
import { clusterStatement } from './cluster-statement.ts';

const REPLICATED = 'replicated';
const SPANS = 'SELECT hex(span_id) FROM spans';
let cluster: ClickHouseReplicas;
let connections: ClickHouseConnection[];

beforeAll(async () => {
  cluster = await startClickHouseReplicas();
  connections = cluster.replicas.map(({ url }) => new ClickHouseConnection(url, { cluster: CLUSTER }));
});

afterAll(async () => {
  await Promise.all(connections.map((connection) => connection.close()));
  await cluster.stop();
});

function connectionOf(at: number): ClickHouseConnection {
  const connection = connections[at];
  if (!connection) throw new Error(`there is no replica ${at}`);
  return connection;
}

describe('the schema of a cluster', () => {
  it('is understood by the engine, which writes it on the cluster as well', async () => {
    for (const statement of schemaStatements()) {
      const [row] = await connectionOf(0).select<{ canonical: string }>(
        'SELECT formatQuerySingleLine({statement:String}) AS canonical',
        { statement: clusterStatement(statement, CLUSTER) },
      );
      expect(row?.canonical).toMatch(new RegExp(`^[A-Z].*ON CLUSTER \`?${CLUSTER}\`?( |$)`));
    }
  });

  it('has tables which each replica takes for the same by what ZooKeeper says of them', async () => {
    const tables = schemaStatements().filter((statement) => /^(--.*\n)*CREATE TABLE/.test(statement));
    for (const connection of connections) {
      await connection.command(`CREATE DATABASE ${REPLICATED}`);
      for (const statement of tables) await connection.command(onEachReplica(statement));
    }
    const rows = await connectionOf(0).select<{ table: string; replicas: string; path: string }>(
      `SELECT table, toString(count()) AS replicas, any(zookeeper_path) AS path
       FROM ${connectionOf(0).onAllReplicas('system.replicas')} WHERE database = {database:String} GROUP BY table`,
      { database: REPLICATED },
    );
    expect(rows).toHaveLength(tables.length);
    for (const { table, replicas, path } of rows) {
      expect([replicas, path]).toEqual(['2', `/clickhouse/tables/1/${REPLICATED}/${table}`]);
    }
    const other =
      'CREATE TABLE IF NOT EXISTS dead_letters (other String) ENGINE = ReplacingMergeTree ORDER BY other';
    await connectionOf(1).command(`DROP TABLE ${REPLICATED}.dead_letters SYNC`);
    await expect(connectionOf(1).command(onEachReplica(other))).rejects.toThrow(/metadata|columns/i);
  });

  /** The library runs no statement ON CLUSTER; what else the statement says it runs. */
  function onEachReplica(statement: string): string {
    return clusterStatement(statement, CLUSTER)
      .replace(` ON CLUSTER \`${CLUSTER}\``, '')
      .replace('CREATE TABLE IF NOT EXISTS ', `CREATE TABLE IF NOT EXISTS ${REPLICATED}.`);
  }

  it('is refused where the cluster is none of ours', async () => {
    const { url } = connectionOf(0);
    for (const [name, reason] of [
      ['nowhere', 'ClickHouse has no cluster named nowhere'],
      [SHARDED_CLUSTER, `the ClickHouse cluster ${SHARDED_CLUSTER} has 2 shards`],
    ] as const) {
      const connection = new ClickHouseConnection(url, { cluster: name });
      await expect(migrateClickHouse(connection)).rejects.toThrow(reason);
      await connection.close();
      const findings = await examineClickHouse(url, name);
      expect(findings.at(-1)).toMatchObject({ state: 'wrong', says: expect.stringContaining(reason) });
    }
  });
});

describe('rows on several replicas', () => {
  it('are removed when each replica has removed its own', async () => {
    const alone = cluster.replicas.map(({ url }) => new ClickHouseConnection(url));
    for (const connection of alone) {
      await migrateClickHouse(connection);
      const batch = new ClickHouseSpanStore(connection).openBatch();
      batch.addSpan(sampleSpan());
      await batch.write();
    }
    let isRemoved = false;
    const removal = new ClickHouseTraceRemoval(connectionOf(0))
      .remove({ workspaceId: WORKSPACE, traceIds: [traceId(1)], experimentIds: [1] })
      .then(() => (isRemoved = true));
    const [first, second] = alone;
    const mutations = await vi.waitFor(async () => {
      const rows = await first?.select<{ table: string; command: string }>(
        "SELECT table, command FROM system.mutations WHERE database = currentDatabase() AND is_done AND command LIKE '%_row_exists%'",
      );
      expect(rows).toHaveLength(REMOVABLE_TABLES.length);
      return rows ?? [];
    }, 20_000);
    expect(await first?.select(SPANS)).toEqual([]);
    expect(await second?.select(SPANS)).toHaveLength(1);
    expect(isRemoved).toBe(false);
    // What a replicated table would do: each replica carries out what one was told.
    for (const { table, command } of mutations) await second?.command(`ALTER TABLE ${table} ${command}`);
    await removal;
    expect(await second?.select(SPANS)).toEqual([]);
    await Promise.all(alone.map((connection) => connection.close()));
  });

  it('are not said to be removed while a replica is away', async () => {
    const selection = { workspaceId: WORKSPACE, traceIds: [traceId(2)], experimentIds: [1] };
    await cluster.replicas[1]?.kill();
    await expect(new ClickHouseTraceRemoval(connectionOf(0)).remove(selection)).rejects.toThrow(Unavailable);
  });
});
