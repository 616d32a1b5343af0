import { existsSync } from 'node:fs';
import { openDataFolder } from './data-folder.ts';
import { freePort } from './free-port.ts';
import { ServerProcess, type ServerHandle } from './server-process.ts';

const PROGRAM = '/usr/bin/redis-server';

export interface RedisServer extends ServerHandle {
  readonly url: string;
}

export interface RedisServerOptions {
  /** Kept afterwards; absent: a temporary folder. */
  readonly dataDir?: string;
  readonly port?: number;
}

/** A real Redis on loopback, set up as BullMQ wants it: append-only file, nothing evicted. */
export async function startRedis(options: RedisServerOptions = {}): Promise<RedisServer> {
  if (!existsSync(PROGRAM)) throw new Error('a test needs a Redis server: apt-get install -y redis-server');
  const data = openDataFolder('redis', options.dataDir);
  const port = options.port ?? (await freePort());
  const settings: Record<string, string> = {
    bind: '127.0.0.1',
    port: String(port),
    dir: data.path,
    appendonly: 'yes',
    appendfsync: 'everysec',
    'maxmemory-policy': 'noeviction',
    maxmemory: '512mb',
    save: '',
  };
  const server = new ServerProcess({
    name: 'Redis',
    command: [PROGRAM, ...Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value])],
    readyText: 'Ready to accept connections',
  });
  await server.start();
  return {
    url: `redis://127.0.0.1:${port}`,
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
