import { explainDatabaseError } from '@millrace/access';
import { Unavailable } from '@millrace/domain';
import { Logger } from '@nestjs/common';
import { PgBoss, type Db } from 'pg-boss';
import { SCHEMA, type PgBossConfig } from './pg-boss.config.ts';
import { PREPARE } from './queries/prepare.ts';

const DEFAULT_POOL_SIZE = 4;
const CONNECT_MS = 3_000;
const CLOSE_MS = 3_000;
const CHANNEL = 'millrace_jobs';

interface Started {
  readonly boss: PgBoss;
  readonly db: Db;
  readonly listening: { close(): Promise<void> } | undefined;
}

/** pg-boss, started at the first use and for as long as it fails at the next one; and what processes tell each other. */
export class BossConnection {
  private readonly logger = new Logger('Jobs');
  private readonly listeners = new Set<(message: string) => void>();
  private started: Promise<Started> | undefined;
  private closed = false;
  private isFaulty = false;

  constructor(private readonly config: PgBossConfig) {}

  get isClosed(): boolean {
    return this.closed;
  }

  /** Throws Unavailable while PostgreSQL is away. */
  async use<Result>(work: (boss: PgBoss) => Promise<Result>): Promise<Result> {
    try {
      const { boss } = await this.start();
      const result = await work(boss);
      this.isFaulty = false;
      return result;
    } catch (error) {
      throw explainDatabaseError(error);
    }
  }

  /** Rows as the statement names their columns. */
  async query<Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    try {
      const { db } = await this.start();
      const { rows } = await db.executeSql(text, [...values]);
      this.isFaulty = false;
      return rows as Row[];
    } catch (error) {
      throw explainDatabaseError(error);
    }
  }

  /** Told to every process that is connected; one that is not misses it. */
  async tell(message: string): Promise<void> {
    await this.query('SELECT pg_notify($1, $2)', [CHANNEL, message]);
  }

  /** `listener` hears '' after a time in which messages may have been missed. Returns how to end it. */
  hear(listener: (message: string) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** Safe twice. Nothing can be asked afterwards. */
  async close(): Promise<void> {
    this.closed = true;
    const started = await this.started?.catch(() => undefined);
    this.started = undefined;
    if (started === undefined) return;
    const closing = stopAll(started);
    await Promise.race([closing, new Promise((resolve) => setTimeout(resolve, CLOSE_MS).unref())]);
  }

  private start(): Promise<Started> {
    if (this.closed) return Promise.reject(new Unavailable('The job queue is shutting down.'));
    this.started ??= this.connect().catch((error: unknown) => {
      this.started = undefined;
      throw error;
    });
    return this.started;
  }

  private async connect(): Promise<Started> {
    const boss = new PgBoss({
      connectionString: this.config.url,
      application_name: 'millrace-jobs',
      schema: SCHEMA,
      max: this.config.poolSize ?? DEFAULT_POOL_SIZE,
      connectionTimeoutMillis: CONNECT_MS,
      maintenanceIntervalSeconds: 600,
      cronMonitorIntervalSeconds: 10,
      cronWorkerIntervalSeconds: 2,
    });
    boss.on('error', (error) => this.noteFault(error));
    try {
      await boss.start();
      const db = boss.getDb();
      await db.executeSql(PREPARE);
      const listening = await db.listen?.(
        CHANNEL,
        (message) => this.spread(message),
        () => this.spread(''),
      );
      return { boss, db, listening };
    } catch (error) {
      await boss.stop({ graceful: false }).catch(() => undefined);
      throw error;
    }
  }

  private spread(message: string): void {
    for (const listener of this.listeners) listener(message);
  }

  /** pg-boss repeats its fault at every timer; an operator needs it once. */
  private noteFault(error: unknown): void {
    if (!this.isFaulty && !this.closed) {
      this.logger.warn(`PostgreSQL fails the job queue, trying on: ${String(error)}`);
    }
    this.isFaulty = true;
  }
}

async function stopAll({ boss, listening }: Started): Promise<void> {
  await listening?.close().catch(() => undefined);
  await boss.stop({ graceful: false }).catch(() => undefined);
}
