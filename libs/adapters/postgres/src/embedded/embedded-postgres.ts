import { EmbeddedServer } from '@millrace/embedded-server';
import pg from 'pg';
import { DATABASE_NAME, DATABASE_USER, prepareClusterFolder, type ClusterFolder } from './cluster-folder.ts';
import { clientOptions, postmasterRecipe } from './postmaster-recipe.ts';

export interface EmbeddedPostgresOptions {
  readonly dataDir: string;
  /** A free one by default. */
  readonly port?: number | undefined;
}

/** A PostgreSQL in a child process. One that dies is restarted on the same port; it never outlives this process. */
export class EmbeddedPostgres {
  private constructor(
    private readonly server: EmbeddedServer,
    /** With user, password and database. */
    readonly url: string,
  ) {}

  /** Throws an Error whose message says what to do: folder in use, disk full, no PostgreSQL for this platform. */
  static async start(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
    const folder = await prepareClusterFolder(options.dataDir);
    const server = await EmbeddedServer.start(postmasterRecipe(folder), options.port);
    try {
      await createDatabase(folder, server.port);
    } catch (error) {
      await server.stop();
      throw error;
    }
    const url = `postgres://${DATABASE_USER}:${folder.password}@127.0.0.1:${server.port}/${DATABASE_NAME}`;
    return new EmbeddedPostgres(server, url);
  }

  get port(): number {
    return this.server.port;
  }

  get pid(): number {
    return this.server.pid;
  }

  /** Ends it for good. Safe to call twice. */
  stop(): Promise<void> {
    return this.server.stop();
  }
}

/** Starts a real PostgreSQL on loopback under a folder of its own. */
export function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  return EmbeddedPostgres.start(options);
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
