import { join } from 'node:path';
import { EmbeddedServer } from '@millrace/embedded-server';
import { ENGINE_DATABASE, ENGINE_USER, writeEngineConfig } from './engine-config.ts';
import { checkPlatform, engineRecipe } from './engine-recipe.ts';

export interface EmbeddedClickHouseOptions {
  readonly dataDir: string;
  /** A free one by default. */
  readonly httpPort?: number;
  readonly memoryLimitBytes?: number;
  /** `clickhouse.log` in the data folder by default. */
  readonly logFile?: string;
}

/** Some 200 MB of it are the library itself, mapped from its file. */
const DEFAULT_MEMORY_BYTES = 768 * 1024 * 1024;

/** A ClickHouse server in a child process. One that dies is restarted on the same port; it never outlives this process. */
export class EmbeddedClickHouse {
  private constructor(
    private readonly server: EmbeddedServer,
    /** With user, password and database. */
    readonly url: string,
  ) {}

  /** Throws an Error whose message says what to do: folder in use, disk full, no engine for this platform. */
  static async start(options: EmbeddedClickHouseOptions): Promise<EmbeddedClickHouse> {
    checkPlatform();
    const folder = writeEngineConfig({
      dataDir: options.dataDir,
      memoryLimitBytes: options.memoryLimitBytes ?? DEFAULT_MEMORY_BYTES,
      logFile: options.logFile ?? join(options.dataDir, 'clickhouse.log'),
    });
    const server = await EmbeddedServer.start(engineRecipe(folder), options.httpPort);
    const url = `http://${ENGINE_USER}:${folder.password}@127.0.0.1:${server.port}/${ENGINE_DATABASE}`;
    try {
      await createDatabase(url);
      return new EmbeddedClickHouse(server, url);
    } catch (error) {
      await server.stop();
      throw error;
    }
  }

  get pid(): number {
    return this.server.pid;
  }

  /** Ends the engine for good. Safe to call twice. */
  stop(): Promise<void> {
    return this.server.stop();
  }

  /** Kills the engine as a crash would; it is restarted. For tests. */
  kill(): Promise<void> {
    return this.server.kill();
  }
}

/** Starts an engine on the data folder and resolves once it answers. */
export function startEmbeddedClickHouse(options: EmbeddedClickHouseOptions): Promise<EmbeddedClickHouse> {
  return EmbeddedClickHouse.start(options);
}

async function createDatabase(url: string): Promise<void> {
  const { origin, username, password } = new URL(url);
  const response = await fetch(origin, {
    method: 'POST',
    headers: { 'X-ClickHouse-User': username, 'X-ClickHouse-Key': password },
    body: `CREATE DATABASE IF NOT EXISTS ${ENGINE_DATABASE}`,
  });
  const answer = await response.text();
  if (!response.ok) throw new Error(`The embedded ClickHouse refused to create its database: ${answer}`);
}
