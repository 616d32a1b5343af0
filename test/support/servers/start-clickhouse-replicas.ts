import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDataFolder } from './data-folder.ts';
import { freePort } from './free-port.ts';
import { startClickHouse, type ClickHouseServer } from './start-clickhouse.ts';
import { startZooKeeper } from './start-zookeeper.ts';

export const CLUSTER = 'millrace_cluster';
/** Two shards of one replica each, which Millrace refuses. */
export const SHARDED_CLUSTER = 'two_shards';

export interface ClickHouseReplicas {
  readonly replicas: readonly ClickHouseServer[];
  stop(): Promise<void>;
}

/**
 * Two ClickHouse servers that know each other as replicas of a cluster, on a real ZooKeeper. The library they come from neither
 * runs statements ON CLUSTER nor sends parts to another server: tables with a replicated engine are made on each of them, checked
 * against what the other wrote to ZooKeeper, and stay read-only.
 */
export async function startClickHouseReplicas(): Promise<ClickHouseReplicas> {
  const zooKeeper = await startZooKeeper();
  const ports = [await freePort(), await freePort()];
  const folders = ports.map((port, at) => {
    const folder = openDataFolder('clickhouse-replica');
    mkdirSync(join(folder.path, 'config.d'));
    mkdirSync(join(folder.path, 'users.d'));
    writeFileSync(join(folder.path, 'config.d', 'cluster.xml'), clusterXml(ports, zooKeeper.port, port, at));
    writeFileSync(join(folder.path, 'users.d', 'cluster.xml'), USERS);
    return folder;
  });
  const replicas = await Promise.all(folders.map(({ path }) => startClickHouse({ dataDir: path })));
  for (const replica of replicas) await listenForReplicas(replica);
  return {
    replicas,
    stop: async () => {
      await Promise.all(replicas.map((replica) => replica.stop()));
      for (const folder of folders) folder.remove();
      await zooKeeper.stop();
    },
  };
}

/** What an operator's user needs besides; see docs/operations.md. */
const USERS = `<clickhouse><users><millrace><grants replace="replace">
 <query>GRANT ALL ON *.*</query>
</grants></millrace></users></clickhouse>
`;

function clusterXml(ports: readonly number[], keeper: number, own: number, at: number): string {
  const replicas = ports.map((port) => `<replica><host>127.0.0.1</host><port>${port}</port></replica>`);
  const secret = '<secret>between replicas</secret>';
  return `<clickhouse>
 <tcp_port>${own}</tcp_port>
 <zookeeper><node><host>127.0.0.1</host><port>${keeper}</port></node></zookeeper>
 <macros><shard>1</shard><replica>replica-${at}</replica></macros>
 <remote_servers>
  <${CLUSTER}>${secret}<shard><internal_replication>true</internal_replication>${replicas.join('')}</shard></${CLUSTER}>
  <${SHARDED_CLUSTER}>${secret}${replicas.map((replica) => `<shard>${replica}</shard>`).join('')}</${SHARDED_CLUSTER}>
 </remote_servers>
</clickhouse>
`;
}

/** The `default` user of the library may do this and nothing else. */
async function listenForReplicas({ url }: ClickHouseServer): Promise<void> {
  const answer = await fetch(new URL(url).origin, { method: 'POST', body: 'SYSTEM START LISTEN TCP' });
  if (!answer.ok) throw new Error(`ClickHouse does not listen for its replicas: ${await answer.text()}`);
}
