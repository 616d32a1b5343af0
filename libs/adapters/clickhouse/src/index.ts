export { ClickHouseModule } from './clickhouse.module.ts';
export type { ClickHouseConfig } from './clickhouse.config.ts';
export { ClickHouseConnection } from './connection/clickhouse-connection.ts';
export type { EmbeddedClickHouseOptions } from './embedded/embedded-clickhouse.ts';
export { migrateClickHouse } from './migrations.ts';
