import { writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { openDataFolder } from './data-folder.ts';
import { freePort } from './free-port.ts';
import { mavenJars, requireJava } from './maven-jars.ts';
import { ServerProcess, type ServerHandle } from './server-process.ts';

export interface ZooKeeperServer extends ServerHandle {
  readonly port: number;
}

/** A real Apache ZooKeeper (one node) on loopback, which ClickHouse uses as it does its own Keeper. */
export async function startZooKeeper(): Promise<ZooKeeperServer> {
  await requireJava();
  const jars = await mavenJars('zookeeper');
  const data = openDataFolder('zookeeper');
  const port = await freePort();
  const settings = join(data.path, 'zoo.cfg');
  writeFileSync(
    settings,
    `tickTime=500\ndataDir=${data.path}\nclientPort=${port}\nclientPortAddress=127.0.0.1\nadmin.enableServer=false\n`,
  );
  const server = new ServerProcess({
    name: 'ZooKeeper',
    command: [
      'java',
      '-Xmx128m',
      '-XX:TieredStopAtLevel=1',
      '-cp',
      `${jars}/*`,
      'org.apache.zookeeper.server.quorum.QuorumPeerMain',
      settings,
    ],
    isReady: () => isListening(port),
  });
  await server.start();
  return {
    port,
    get pid() {
      return server.pid;
    },
    stop: async () => {
      await server.stop();
      data.remove();
    },
    kill: () => server.kill(),
    restart: async () => {
      await server.stop();
      await server.start();
    },
  };
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
