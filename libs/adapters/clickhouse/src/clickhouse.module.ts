import { Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import {
  SpanStore,
  SqlReader,
  TraceAnalytics,
  TraceReader,
  SessionReader,
  SuggestionReader,
} from '@millrace/ports';
import { ClickHouseSqlReader } from './analysts/clickhouse-sql-reader.ts';
import type { ClickHouseConfig } from './clickhouse.config.ts';
import { ClickHouseConnection } from './connection/clickhouse-connection.ts';
import { startEmbeddedClickHouse, type EmbeddedClickHouse } from './embedded/embedded-clickhouse.ts';
import { migrateClickHouse } from './migrations.ts';
import { ClickHouseSessionReader } from './reading/clickhouse-session-reader.ts';
import { ClickHouseSuggestionReader } from './reading/clickhouse-suggestion-reader.ts';
import { ClickHouseTraceAnalytics } from './reading/clickhouse-trace-analytics.ts';
import { ClickHouseTraceReader } from './reading/clickhouse-trace-reader.ts';
import { ClickHouseSpanStore } from './storing/clickhouse-span-store.ts';

/** Owns the connection, and the embedded engine behind it if there is one: both end with the application. */
class ClickHouseHost implements OnApplicationShutdown {
  readonly sqlReader: ClickHouseSqlReader;

  private constructor(
    readonly connection: ClickHouseConnection,
    private readonly engine: EmbeddedClickHouse | undefined,
  ) {
    this.sqlReader = new ClickHouseSqlReader(connection.url);
  }

  static async open(config: ClickHouseConfig): Promise<ClickHouseHost> {
    if ('url' in config) {
      const connection = new ClickHouseConnection(config.url);
      if (config.migrate === true) await migrateClickHouse(connection);
      return new ClickHouseHost(connection, undefined);
    }
    const { dataDir, httpPort, memoryLimitBytes, logFile } = config.embedded;
    const engine = await startEmbeddedClickHouse({
      dataDir,
      ...(httpPort !== undefined && { httpPort }),
      ...(memoryLimitBytes !== undefined && { memoryLimitBytes }),
      ...(logFile !== undefined && { logFile }),
    });
    const connection = new ClickHouseConnection(engine.url);
    await migrateClickHouse(connection);
    return new ClickHouseHost(connection, engine);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.sqlReader.close();
    await this.connection.close();
    await this.engine?.stop();
  }
}

/** Spans and traces in ClickHouse. Exports SpanStore, TraceReader, TraceAnalytics, SqlReader and, for migrations, ClickHouseConnection. */
@Module({})
export class ClickHouseModule {
  static register(config: ClickHouseConfig): DynamicModule {
    return {
      module: ClickHouseModule,
      global: true,
      providers: [
        { provide: ClickHouseHost, useFactory: () => ClickHouseHost.open(config) },
        {
          provide: ClickHouseConnection,
          inject: [ClickHouseHost],
          useFactory: (host: ClickHouseHost) => host.connection,
        },
        {
          provide: SpanStore,
          inject: [ClickHouseConnection],
          useFactory: (connection: ClickHouseConnection) => new ClickHouseSpanStore(connection),
        },
        {
          provide: TraceReader,
          inject: [ClickHouseConnection],
          useFactory: (connection: ClickHouseConnection) => new ClickHouseTraceReader(connection),
        },
        {
          provide: TraceAnalytics,
          inject: [ClickHouseConnection],
          useFactory: (connection: ClickHouseConnection) => new ClickHouseTraceAnalytics(connection),
        },
        {
          provide: SessionReader,
          inject: [ClickHouseConnection],
          useFactory: (connection: ClickHouseConnection) => new ClickHouseSessionReader(connection),
        },
        {
          provide: SuggestionReader,
          inject: [ClickHouseConnection],
          useFactory: (connection: ClickHouseConnection) => new ClickHouseSuggestionReader(connection),
        },
        {
          provide: SqlReader,
          inject: [ClickHouseHost],
          useFactory: (host: ClickHouseHost) => host.sqlReader,
        },
      ],
      exports: [
        SpanStore,
        SqlReader,
        TraceReader,
        TraceAnalytics,
        SessionReader,
        SuggestionReader,
        ClickHouseConnection,
      ],
    };
  }
}
