import {
  Logger,
  Module,
  type DynamicModule,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import { DataSource } from 'typeorm';
import { StartError } from '@millrace/service-kit';
import { EmbeddedPostgres, startEmbeddedPostgres } from './embedded/embedded-postgres.ts';
import { PostgresDataSource, type Entity } from './postgres-data-source.ts';
import { postgresConfigSchema, type PostgresConfig } from './postgres.config.ts';

/** Holds what was started for the DataSource; undefined when PostgreSQL is somewhere else. */
class PostgresServer {
  constructor(readonly embedded: EmbeddedPostgres | undefined) {}
}

/** Provides the one `DataSource`. It connects with PostgreSQL down too: at the first use after PostgreSQL is back. */
@Module({})
export class PostgresModule implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(PostgresModule.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly server: PostgresServer,
  ) {}

  /** `entities` are those of the features in this process. Throws for a config that can't be right. */
  static register(given: PostgresConfig, entities: readonly Entity[] = []): DynamicModule {
    const config = postgresConfigSchema.parse(given);
    return {
      module: PostgresModule,
      global: true,
      providers: [
        { provide: PostgresServer, useFactory: () => startServer(config) },
        {
          provide: DataSource,
          useFactory: (server: PostgresServer) => createDataSource(config, server, entities),
          inject: [PostgresServer],
        },
      ],
      exports: [DataSource],
    };
  }

  onModuleInit(): void {
    this.dataSource.initialize().catch((error: unknown) => {
      const reason = error instanceof AggregateError ? error.errors.map(String).join(', ') : String(error);
      this.logger.warn(`PostgreSQL is not usable yet, each use tries again: ${reason}`);
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.dataSource.destroy();
    await this.server.embedded?.stop();
  }
}

/** Its messages say what to do, so they end the process without a stack. */
async function startServer(config: PostgresConfig): Promise<PostgresServer> {
  if (!('embedded' in config)) return new PostgresServer(undefined);
  try {
    return new PostgresServer(await startEmbeddedPostgres(config.embedded));
  } catch (error) {
    throw new StartError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

function createDataSource(
  config: PostgresConfig,
  { embedded }: PostgresServer,
  entities: readonly Entity[],
): DataSource {
  const pool = config.poolSize === undefined ? {} : { poolSize: config.poolSize };
  if (embedded) return new PostgresDataSource({ url: embedded.url, migrate: true, entities, ...pool });
  if ('url' in config) {
    return new PostgresDataSource({ url: config.url, migrate: config.migrate ?? false, entities, ...pool });
  }
  throw new Error('PostgresModule needs the address of a PostgreSQL or a folder for the embedded one.');
}
