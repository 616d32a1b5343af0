import { Module, type DynamicModule, type FactoryProvider, type OnApplicationShutdown } from '@nestjs/common';
import {
  SpanStore,
  SqlReader,
  TableExport,
  TraceAnalytics,
  TraceReader,
  TraceRemoval,
  SessionReader,
  SuggestionReader,
} from '@millrace/ports';
import { Metrics } from '@millrace/service-kit';
import { ClickHouseSqlReader } from './analysts/clickhouse-sql-reader.ts';
import type { ClickHouseConfig } from './clickhouse.config.ts';
import { ClickHouseConnection } from './connection/clickhouse-connection.ts';
import { EMBEDDED_QUERIES_AT_ONCE } from './connection/query-slots.ts';
import { startEmbeddedClickHouse, type EmbeddedClickHouse } from './embedded/embedded-clickhouse.ts';
import { measureClickHouse } from './measure-clickhouse.ts';
import { migrateClickHouse } from './migrations.ts';
import { ClickHouseSessionReader } from './reading/clickhouse-session-reader.ts';
import { ClickHouseSuggestionReader } from './reading/clickhouse-suggestion-reader.ts';
import { ClickHouseTableExport } from './reading/clickhouse-table-export.ts';
import { ClickHouseTraceAnalytics } from './reading/clickhouse-trace-analytics.ts';
import { ClickHouseTraceReader } from './reading/clickhouse-trace-reader.ts';
import { ClickHouseTraceRemoval } from './removing/clickhouse-trace-removal.ts';
import { ClickHouseSpanStore } from './storing/clickhouse-span-store.ts';

/** Owns the connection, and the embedded engine behind it if there is one: both end with the application. */
class ClickHouseHost implements OnApplicationShutdown {
  readonly sqlReader: ClickHouseSqlReader;

  private constructor(
    readonly connection: ClickHouseConnection,
    private readonly engine: EmbeddedClickHouse | undefined,
  ) {
    this.sqlReader = new ClickHouseSqlReader(connection.url, connection.slots);
  }

  static async open(config: ClickHouseConfig): Promise<ClickHouseHost> {
    if ('url' in config) {
      const connection = new ClickHouseConnection(config.url, { cluster: config.cluster });
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
    const connection = new ClickHouseConnection(engine.url, { queriesAtOnce: EMBEDDED_QUERIES_AT_ONCE });
    await migrateClickHouse(connection);
    return new ClickHouseHost(connection, engine);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.sqlReader.close();
    await this.connection.close();
    await this.engine?.stop();
  }
}

/** Provides a port by an adapter that needs the connection only. */
function overConnection<Port>(
  port: abstract new () => Port,
  Adapter: new (connection: ClickHouseConnection) => Port,
): FactoryProvider<Port> {
  return {
    provide: port,
    inject: [ClickHouseConnection],
    useFactory: (connection: ClickHouseConnection) => new Adapter(connection),
  };
}

/** Spans and traces in ClickHouse. Exports SpanStore, TraceReader, TraceRemoval, TraceAnalytics, SessionReader, SuggestionReader, SqlReader and, for migrations, ClickHouseConnection. */
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
          inject: [ClickHouseHost, Metrics],
          useFactory: ({ connection }: ClickHouseHost, metrics: Metrics) => {
            measureClickHouse(metrics, connection);
            return connection;
          },
        },
        overConnection(SpanStore, ClickHouseSpanStore),
        overConnection(TraceReader, ClickHouseTraceReader),
        overConnection(TraceRemoval, ClickHouseTraceRemoval),
        overConnection(TraceAnalytics, ClickHouseTraceAnalytics),
        overConnection(SessionReader, ClickHouseSessionReader),
        overConnection(SuggestionReader, ClickHouseSuggestionReader),
        overConnection(TableExport, ClickHouseTableExport),
        {
          provide: SqlReader,
          inject: [ClickHouseHost],
          useFactory: (host: ClickHouseHost) => host.sqlReader,
        },
      ],
      exports: [
        SpanStore,
        SqlReader,
        TableExport,
        TraceReader,
        TraceRemoval,
        TraceAnalytics,
        SessionReader,
        SuggestionReader,
        ClickHouseConnection,
      ],
    };
  }
}
