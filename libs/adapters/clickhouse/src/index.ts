export { ClickHouseModule } from './clickhouse.module.ts';
export { clickHouseConfigSchema, type ClickHouseConfig } from './clickhouse.config.ts';
export { ClickHouseConnection } from './connection/clickhouse-connection.ts';
export {
  EmbeddedClickHouse,
  startEmbeddedClickHouse,
  type EmbeddedClickHouseOptions,
} from './embedded/embedded-clickhouse.ts';
export { migrateClickHouse } from './migrations.ts';
export { ClickHouseTraceReader } from './reading/clickhouse-trace-reader.ts';
export { ClickHouseSpanStore } from './storing/clickhouse-span-store.ts';
