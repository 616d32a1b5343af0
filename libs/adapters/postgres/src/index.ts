export { copyCluster } from './embedded/copy-cluster.ts';
export { startEmbeddedPostgres } from './embedded/embedded-postgres.ts';
export { findEmbeddedPostgres } from './embedded/find-embedded-postgres.ts';
export { migratePostgres, withMigrationLock } from './migrate-postgres.ts';
export { PostgresDataSource, type PostgresDataSourceOptions } from './postgres-data-source.ts';
export type { PostgresConfig } from './postgres.config.ts';
export { PostgresModule } from './postgres.module.ts';
export { comparePostgresSchema, readPostgresSchema } from './read-postgres-schema.ts';
export { examinePostgres } from './examine-postgres.ts';
