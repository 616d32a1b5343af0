import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDataFolder } from './data-folder.ts';
import { freePort } from './free-port.ts';
import { mavenJars, requireJava } from './maven-jars.ts';
import { ServerProcess, type ServerHandle } from './server-process.ts';

const BUCKET = 'millrace';
const ACCESS_KEY_ID = 'millrace';
const SECRET_ACCESS_KEY = 'only-for-this-test';

export interface S3Server extends ServerHandle {
  /** `s3://bucket?…`, as MILLRACE_BLOB_URL takes it. */
  readonly url: string;
  readonly endpoint: string;
  /** There from the start. */
  readonly bucket: string;
  /** What the server takes, by their names in the environment. */
  readonly credentials: { readonly AWS_ACCESS_KEY_ID: string; readonly AWS_SECRET_ACCESS_KEY: string };
  /** Each folder in it is a bucket, each file in that an object. */
  readonly dataDir: string;
}

export interface S3ServerOptions {
  /** Kept afterwards; absent: a temporary folder. */
  readonly dataDir?: string;
  readonly port?: number;
  /** More settings, e.g. `{ 's3proxy.latency-blobstore.put.latency': '5000' }`. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** A server on loopback that speaks S3 and checks signatures and checksums: S3Proxy on a folder, with one bucket. */
export async function startS3(options: S3ServerOptions = {}): Promise<S3Server> {
  await requireJava();
  const jars = await mavenJars('s3');
  const data = openDataFolder('s3', options.dataDir);
  const port = options.port ?? (await freePort());
  const endpoint = `http://127.0.0.1:${port}`;
  const dataDir = join(data.path, 'buckets');
  const properties = join(data.path, 's3proxy.properties');
  mkdirSync(join(dataDir, BUCKET), { recursive: true });
  const settings = {
    's3proxy.endpoint': endpoint,
    's3proxy.authorization': 'aws-v2-or-v4',
    's3proxy.identity': ACCESS_KEY_ID,
    's3proxy.credential': SECRET_ACCESS_KEY,
    'jclouds.provider': 'filesystem-nio2',
    'jclouds.filesystem.basedir': dataDir,
    ...options.settings,
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}\n`);
  writeFileSync(properties, lines.join(''));
  const logging = `-Dlogback.configurationFile=${join(import.meta.dirname, 's3/logback.xml')}`;
  const java = [
    'java',
    '-Xmx192m',
    '-XX:TieredStopAtLevel=1',
    '-XX:+ExitOnOutOfMemoryError',
    logging,
  ] as const;
  const server = new ServerProcess({
    name: 'S3Proxy',
    command: [...java, '-cp', `${jars}/*`, 'org.gaul.s3proxy.Main', '--properties', properties],
    isReady: () => answers(endpoint),
  });
  await server.start();
  return {
    url: `s3://${BUCKET}?region=us-east-1&endpoint=${endpoint}&path-style=true`,
    endpoint,
    bucket: BUCKET,
    credentials: { AWS_ACCESS_KEY_ID: ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY: SECRET_ACCESS_KEY },
    dataDir,
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

/** Refusing an unsigned request is an answer too. */
function answers(endpoint: string): Promise<boolean> {
  return fetch(endpoint).then(
    (response) => response.status === 403,
    () => false,
  );
}
