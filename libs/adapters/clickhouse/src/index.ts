export { ClickHouseModule } from './clickhouse.module.ts';
export type { ClickHouseConfig } from './clickhouse.config.ts';
export { ClickHouseConnection } from './connection/clickhouse-connection.ts';
export type { EmbeddedClickHouseOptions } from './embedded/embedded-clickhouse.ts';
export { copyTables, findEmbeddedClickHouse, restoreTables } from './embedded/copy-engine.ts';
export { startEmbeddedClickHouse } from './embedded/embedded-clickhouse.ts';
export { compareClickHouseSchema, migrateClickHouse, readClickHouseSchema } from './migrations.ts';
export { examineClickHouse } from './examine-clickhouse.ts';
