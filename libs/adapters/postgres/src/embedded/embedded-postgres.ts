import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import pg from 'pg';
import { DATABASE_NAME, DATABASE_USER, prepareClusterFolder, type ClusterFolder } from './cluster-folder.ts';
import { clearLeftover, markPostmaster } from './leftover-postmaster.ts';
import { clientOptions, Postmaster, StartFailure } from './postmaster.ts';

export interface EmbeddedPostgresOptions {
  readonly dataDir: string;
  /** A free one by default. */
  readonly port?: number | undefined;
}

const PORT_ATTEMPTS = 5;
const PASSING_ATTEMPTS = 100;
const PASSING_DELAY_MS = 100;
/** Below Linux's ephemeral range, so that no outgoing connection takes the port between a crash and the restart. */
const PORT_RANGE = { first: 20_000, count: 12_000 };
const BACKOFF = { firstMs: 100, longestMs: 10_000, forgottenAfterMs: 30_000 };

/** A PostgreSQL in a child process. One that dies is restarted on the same port; it never outlives this process. */
export class EmbeddedPostgres {
  private readonly logger = new Logger(EmbeddedPostgres.name);
  private isStopping = false;
  private supervision: Promise<void> = Promise.resolve();

  private constructor(
    private readonly folder: ClusterFolder,
    readonly port: number,
    private postmaster: Postmaster,
  ) {}

  /** Throws an Error whose message says what to do: folder in use, disk full, no PostgreSQL for this platform. */
  static async start(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
    const folder = await prepareClusterFolder(options.dataDir);
    await clearLeftover(folder.markPath);
    const { postmaster, port } = await startOnFreePort(folder, options.port);
    await createDatabase(folder, port);
    const embedded = new EmbeddedPostgres(folder, port, postmaster);
    embedded.supervision = embedded.supervise();
    return embedded;
  }

  /** With user, password and database. */
  get url(): string {
    return `postgres://${DATABASE_USER}:${this.folder.password}@127.0.0.1:${this.port}/${DATABASE_NAME}`;
  }

  get pid(): number {
    return this.postmaster.pid;
  }

  /** Ends it for good. Safe to call twice. */
  async stop(): Promise<void> {
    this.isStopping = true;
    await this.postmaster.stop();
    await this.supervision;
  }

  private async supervise(): Promise<void> {
    let delay = BACKOFF.firstMs;
    for (;;) {
      const startedAt = Date.now();
      await this.postmaster.exited;
      if (this.isStopping) return;
      if (Date.now() - startedAt > BACKOFF.forgottenAfterMs) delay = BACKOFF.firstMs;
      this.logger.warn(`The embedded PostgreSQL (process ${this.pid}) ended unasked: starting it again`);
      await sleep(delay);
      delay = Math.min(delay * 2, BACKOFF.longestMs);
      if (this.isStopping) return;
      await this.restart();
    }
  }

  /** A restart that fails leaves a postmaster that has exited, which the supervision then tries again. */
  private async restart(): Promise<void> {
    try {
      this.postmaster = await Postmaster.spawn(this.folder, this.port);
      markPostmaster(this.folder.markPath, this.postmaster.pid);
      if (this.isStopping) await this.postmaster.stop();
      else await this.postmaster.waitReady();
    } catch (error) {
      if (!this.isStopping) this.logger.error(error instanceof Error ? error.message : String(error));
    }
  }
}

/** Starts a real PostgreSQL on loopback under a folder of its own. */
export function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  return EmbeddedPostgres.start(options);
}

async function startOnFreePort(folder: ClusterFolder, wanted: number | undefined) {
  for (let attempt = 1; ; attempt += 1) {
    const port = wanted ?? (await findFreePort());
    try {
      return { postmaster: await startOnPort(folder, port), port };
    } catch (error) {
      const isTaken = error instanceof StartFailure && error.isPortTaken;
      if (isTaken && wanted !== undefined) {
        throw new Error(
          `Port ${wanted} for the embedded PostgreSQL is taken: free it or choose another port.`,
          { cause: error },
        );
      }
      if (!isTaken || attempt >= PORT_ATTEMPTS) throw error;
    }
  }
}

async function startOnPort(folder: ClusterFolder, port: number): Promise<Postmaster> {
  for (let attempt = 1; ; attempt += 1) {
    const postmaster = await Postmaster.spawn(folder, port);
    markPostmaster(folder.markPath, postmaster.pid);
    try {
      await postmaster.waitReady();
      return postmaster;
    } catch (error) {
      const isPassing = error instanceof StartFailure && error.isPassing;
      if (!isPassing || attempt >= PASSING_ATTEMPTS) throw error;
      await sleep(PASSING_DELAY_MS);
    }
  }
}

async function createDatabase(folder: ClusterFolder, port: number): Promise<void> {
  const client = new pg.Client(clientOptions(folder, port));
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE_NAME]);
    if (!rowCount) await client.query(`CREATE DATABASE ${DATABASE_NAME}`);
  } finally {
    await client.end();
  }
}

async function findFreePort(): Promise<number> {
  for (;;) {
    const port = PORT_RANGE.first + Math.floor(Math.random() * PORT_RANGE.count);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
