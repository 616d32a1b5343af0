import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { ENGINE_DATABASE, ENGINE_USER, writeEngineConfig, type EngineFolder } from './engine-config.ts';
import { checkPlatform, EngineProcess, PortTaken } from './engine-process.ts';
import { clearLeftover, markEngine } from './leftover-engine.ts';

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
const PORT_ATTEMPTS = 5;
/** Below Linux's ephemeral range, so that no outgoing connection takes the port between a crash and the restart. */
const PORT_RANGE = { first: 20_000, count: 12_000 };
const BACKOFF = { firstMs: 100, longestMs: 10_000, forgottenAfterMs: 30_000 };

/** A ClickHouse server in a child process. One that dies is restarted on the same port; it never outlives this process. */
export class EmbeddedClickHouse {
  private readonly logger = new Logger(EmbeddedClickHouse.name);
  private isStopping = false;
  private supervision: Promise<void> = Promise.resolve();

  private constructor(
    private readonly folder: EngineFolder,
    private readonly markPath: string,
    private readonly port: number,
    private engine: EngineProcess,
  ) {}

  /** Throws an Error whose message says what to do: folder in use, disk full, no engine for this platform. */
  static async start(options: EmbeddedClickHouseOptions): Promise<EmbeddedClickHouse> {
    checkPlatform();
    const folder = writeEngineConfig({
      dataDir: options.dataDir,
      memoryLimitBytes: options.memoryLimitBytes ?? DEFAULT_MEMORY_BYTES,
      logFile: options.logFile ?? join(options.dataDir, 'clickhouse.log'),
    });
    const markPath = join(options.dataDir, 'engine.json');
    await clearLeftover(markPath);
    const { engine, port } = await startOnFreePort(folder, options.httpPort);
    markEngine(markPath, engine.pid);
    const embedded = new EmbeddedClickHouse(folder, markPath, port, engine);
    await createDatabase(embedded.url);
    embedded.supervision = embedded.supervise();
    return embedded;
  }

  /** With user, password and database. */
  get url(): string {
    return `http://${ENGINE_USER}:${this.folder.password}@127.0.0.1:${this.port}/${ENGINE_DATABASE}`;
  }

  get pid(): number {
    return this.engine.pid;
  }

  /** Ends the engine for good. Safe to call twice. */
  async stop(): Promise<void> {
    this.isStopping = true;
    await this.engine.kill();
    await this.supervision;
  }

  /** Kills the engine as a crash would; it is restarted. For tests. */
  async kill(): Promise<void> {
    await this.engine.kill();
  }

  private async supervise(): Promise<void> {
    let delay = BACKOFF.firstMs;
    for (;;) {
      const startedAt = Date.now();
      await this.engine.exited;
      if (this.isStopping) return;
      if (Date.now() - startedAt > BACKOFF.forgottenAfterMs) delay = BACKOFF.firstMs;
      this.logger.warn(`The embedded ClickHouse ended unexpectedly; it is restarted in ${delay} ms`);
      await sleep(delay);
      if (this.isStopping) return;
      delay = Math.min(delay * 2, BACKOFF.longestMs);
      await this.restart();
    }
  }

  /** A failed start leaves a dead engine behind, which the next round of supervision tries again. */
  private async restart(): Promise<void> {
    this.engine = EngineProcess.spawn(this.folder, this.port);
    try {
      markEngine(this.markPath, this.engine.pid);
      await this.engine.waitReady();
    } catch (error) {
      if (!this.isStopping) this.logger.error(error instanceof Error ? error.message : String(error));
      await this.engine.kill();
    }
  }
}

/** Starts an engine on the data folder and resolves once it answers. */
export function startEmbeddedClickHouse(options: EmbeddedClickHouseOptions): Promise<EmbeddedClickHouse> {
  return EmbeddedClickHouse.start(options);
}

async function startOnFreePort(folder: EngineFolder, fixedPort: number | undefined) {
  for (let attempt = 1; ; attempt += 1) {
    const port = fixedPort ?? (await findFreePort());
    const engine = EngineProcess.spawn(folder, port);
    try {
      await engine.waitReady();
      return { engine, port };
    } catch (error) {
      await engine.kill();
      const mayRetry = error instanceof PortTaken && fixedPort === undefined && attempt < PORT_ATTEMPTS;
      if (!mayRetry) throw error;
    }
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
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

async function createDatabase(url: string): Promise<void> {
  const { origin, username, password } = new URL(url);
  const response = await fetch(origin, {
    method: 'POST',
    headers: { 'X-ClickHouse-User': username, 'X-ClickHouse-Key': password },
    body: `CREATE DATABASE IF NOT EXISTS ${ENGINE_DATABASE}`,
  });
  if (!response.ok) {
    throw new Error(`The embedded ClickHouse refused to create its database: ${await response.text()}`);
  }
}
