import type { ClickHouseConnection } from '../connection/clickhouse-connection.ts';

const SHAPE = `
SELECT toUInt32(uniqExact(shard_num)) AS shards, toUInt32(count()) AS replicas
FROM system.clusters WHERE cluster = {cluster:String}`;

/** Throws where the cluster is not one shard with replicas: rows of one shard would not be found through another. */
export async function expectReplicas(connection: ClickHouseConnection, cluster: string): Promise<void> {
  const [shape] = await connection.select<{ shards: number; replicas: number }>(SHAPE, { cluster });
  const { shards = 0, replicas = 0 } = shape ?? {};
  if (replicas === 0) {
    throw new Error(
      `ClickHouse has no cluster named ${cluster}: compare MILLRACE_CLICKHOUSE_CLUSTER with system.clusters`,
    );
  }
  if (shards > 1) {
    throw new Error(
      `the ClickHouse cluster ${cluster} has ${shards} shards: Millrace works on one shard with any number of replicas`,
    );
  }
}
