import { join } from 'node:path';
import {
  ENGINE_DATABASE,
  ENGINE_USER,
  writeEngineConfig,
} from '../../../libs/adapters/clickhouse/src/embedded/engine-config.ts';
import { keepSmallDisk, type Ballast } from '../small-disk.ts';
import { openDataFolder } from './data-folder.ts';
import { freePort } from './free-port.ts';
import { ServerProcess, type ServerHandle } from './server-process.ts';

const HOST = join(import.meta.dirname, '../../../libs/adapters/clickhouse/src/embedded/host.mjs');
const MEMORY_BYTES = 1024 * 1024 * 1024;

export interface ClickHouseServer extends ServerHandle {
  /** With user, password and database. */
  readonly url: string;
  /** Of its small disk. */
  readonly ballast: Ballast | undefined;
}

export interface ClickHouseServerOptions {
  /** Kept afterwards; absent: a temporary folder. */
  readonly dataDir?: string;
  readonly port?: number;
  /** Of a disk of its own, in memory; absent: that of the folder. */
  readonly diskMegabytes?: number;
}

/** A real ClickHouse on loopback: the server inside libchdb, in a process that nothing restarts but the test. */
export async function startClickHouse(options: ClickHouseServerOptions = {}): Promise<ClickHouseServer> {
  const data = openDataFolder('clickhouse', options.dataDir);
  const port = options.port ?? (await freePort());
  const { enginePath, configPath, password } = writeEngineConfig({
    dataDir: data.path,
    memoryLimitBytes: MEMORY_BYTES,
    logFile: join(data.path, 'clickhouse.log'),
  });
  const { diskMegabytes: megabytes } = options;
  const disk = megabytes === undefined ? undefined : await keepSmallDisk({ path: data.path, megabytes });
  disk?.takeOver();
  const server = new ServerProcess({
    name: 'ClickHouse',
    ...(disk && { prefix: disk.prefix }),
    command: [process.execPath, HOST, enginePath, String(port), configPath, 'warning'],
    hasOpenStdin: true,
    // An orderly exit of the library hangs; kill -9 loses nothing acknowledged.
    stopSignal: 'SIGKILL',
    isReady: () => answers(port),
  });
  await server.start();
  await createDatabase(port, password);
  return {
    url: `http://${ENGINE_USER}:${password}@127.0.0.1:${port}/${ENGINE_DATABASE}`,
    get pid() {
      return server.pid;
    },
    ballast: disk?.ballast,
    stop: async () => {
      await server.stop();
      disk?.stop();
      data.remove();
    },
    kill: () => server.kill(),
    restart: async () => {
      await server.stop();
      await server.start();
    },
  };
}

function answers(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/ping`).then(
    (response) => response.ok,
    () => false,
  );
}

async function createDatabase(port: number, password: string): Promise<void> {
  const answer = await fetch(`http://127.0.0.1:${port}`, {
    method: 'POST',
    headers: { 'x-clickhouse-user': ENGINE_USER, 'x-clickhouse-key': password },
    body: `CREATE DATABASE IF NOT EXISTS ${ENGINE_DATABASE}`,
  });
  if (!answer.ok) throw new Error(`ClickHouse refused to create its database: ${await answer.text()}`);
}
