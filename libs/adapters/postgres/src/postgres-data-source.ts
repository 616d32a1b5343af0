import { DataSource } from 'typeorm';
import { ACCESS_ENTITIES } from '@millrace/access';
import { migratePostgres } from './migrate-postgres.ts';
import { MIGRATIONS } from './migrations/migrations.ts';
import { watchedClient } from './watched-client.ts';

export interface PostgresDataSourceOptions {
  readonly url: string;
  readonly poolSize?: number;
  readonly migrate?: boolean;
  /** How long a query may go without an answer before its connection is given up. */
  readonly answerTimeoutMs?: number;
  /** Of the features, beside those of the access library. */
  readonly entities?: readonly Entity[];
}

/** A class that TypeORM maps to a table. */
export type Entity = new () => object;

const DEFAULT_POOL_SIZE = 10;
const CONNECT_TIMEOUT_MS = 3000;
const STATEMENT_TIMEOUT_MS = 30_000;
/** Longer than any statement may run. */
const ANSWER_TIMEOUT_MS = 35_000;
/** Shorter than firewalls and balancers forget. */
const KEEP_ALIVE_MS = 10_000;

/** The one DataSource of a process. `initialize` may be called any number of times, and again after it failed. */
export class PostgresDataSource extends DataSource {
  private ready: Promise<this> | undefined;
  private readonly isMigrating: boolean;

  constructor({
    url,
    poolSize = DEFAULT_POOL_SIZE,
    migrate = false,
    entities = [],
    answerTimeoutMs = ANSWER_TIMEOUT_MS,
  }: PostgresDataSourceOptions) {
    super({
      type: 'postgres',
      url,
      applicationName: 'millrace',
      entities: [...ACCESS_ENTITIES, ...entities],
      migrations: [...MIGRATIONS],
      migrationsTableName: 'millrace_migrations',
      connectTimeoutMS: CONNECT_TIMEOUT_MS,
      extra: {
        max: poolSize,
        statement_timeout: STATEMENT_TIMEOUT_MS,
        keepAlive: true,
        keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
        Client: watchedClient(answerTimeoutMs),
      },
    });
    this.isMigrating = migrate;
  }

  override initialize(): Promise<this> {
    this.ready ??= this.connect().catch((error: unknown) => {
      this.ready = undefined;
      throw error;
    });
    return this.ready;
  }

  override async destroy(): Promise<void> {
    const connecting = this.ready;
    this.ready = undefined;
    await connecting?.catch(() => undefined);
    if (this.isInitialized) await super.destroy();
  }

  /** Not `initialize` in here: this runs inside it. */
  private async connect(): Promise<this> {
    if (!this.isInitialized) await super.initialize();
    try {
      if (this.isMigrating) await migratePostgres(this);
    } catch (error) {
      await super.destroy();
      throw error;
    }
    return this;
  }
}
