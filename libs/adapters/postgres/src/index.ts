export { migratePostgres, withMigrationLock } from './migrate-postgres.ts';
export { PostgresDataSource, type PostgresDataSourceOptions } from './postgres-data-source.ts';
export type { PostgresConfig } from './postgres.config.ts';
export { PostgresModule } from './postgres.module.ts';
