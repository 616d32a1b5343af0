import { execFile } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openDataFolder } from './data-folder.ts';
import { freePort } from './free-port.ts';
import { ServerProcess, type ServerHandle } from './server-process.ts';

const run = promisify(execFile);
const INSTALLED = '/usr/lib/postgresql';
const NAME = 'millrace';

export interface PostgresServer extends ServerHandle {
  readonly url: string;
}

export interface PostgresServerOptions {
  /** Kept afterwards; absent: a temporary folder. */
  readonly dataDir?: string;
  readonly port?: number;
}

/** A real PostgreSQL of Debian on loopback, with an empty database and a superuser both named `millrace`. */
export async function startPostgres(options: PostgresServerOptions = {}): Promise<PostgresServer> {
  const programs = postgresPrograms();
  const data = openDataFolder('postgres', options.dataDir);
  const port = options.port ?? (await freePort());
  const cluster = join(data.path, 'cluster');
  const user = process.getuid?.() === 0 ? 'postgres' : undefined;
  if (user !== undefined) giveTo(user, data.path);
  const isNew = !existsSync(join(cluster, 'PG_VERSION'));
  if (isNew) await createCluster(programs, cluster, user);
  const address = ['-h', '127.0.0.1', '-p', String(port)];
  const settings = { listen_addresses: '127.0.0.1', port: String(port), unix_socket_directories: data.path };
  const server = new ServerProcess({
    name: 'PostgreSQL',
    command: [
      join(programs, 'postgres'),
      ...['-D', cluster],
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8', TZ: 'UTC' },
    // Fast shutdown: ends sessions instead of waiting for them.
    stopSignal: 'SIGINT',
    isReady: () =>
      run(join(programs, 'pg_isready'), [...address, '-q']).then(
        () => true,
        () => false,
      ),
    ...(user !== undefined && { user }),
  });
  await server.start();
  if (isNew) await run(join(programs, 'createdb'), [...address, '-U', NAME, NAME]);
  return {
    url: `postgres://${NAME}@127.0.0.1:${port}/${NAME}`,
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

function postgresPrograms(): string {
  const versions = existsSync(INSTALLED) ? readdirSync(INSTALLED).map(Number) : [];
  const newest = versions.sort((a, b) => a - b).at(-1);
  if (newest === undefined) throw new Error('a test needs PostgreSQL: apt-get install -y postgresql');
  return join(INSTALLED, String(newest), 'bin');
}

async function createCluster(programs: string, cluster: string, user: string | undefined): Promise<void> {
  mkdirSync(cluster, { mode: 0o700 });
  if (user !== undefined) giveTo(user, cluster);
  const options = ['-D', cluster, '-U', NAME, '--auth=trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'];
  const asUser = user === undefined ? {} : idsOf(user);
  await run(join(programs, 'initdb'), options, { ...asUser, cwd: '/' });
}

function giveTo(user: string, path: string): void {
  const { uid, gid } = idsOf(user);
  chownSync(path, uid, gid);
}

/** PostgreSQL refuses to run as root; Debian's package makes the user `postgres`. */
function idsOf(user: string): { readonly uid: number; readonly gid: number } {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((each) => each.startsWith(`${user}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  if (uid === undefined || gid === undefined) {
    throw new Error(`there is no unix user ${user}: apt-get install -y postgresql makes it`);
  }
  return { uid: Number(uid), gid: Number(gid) };
}
