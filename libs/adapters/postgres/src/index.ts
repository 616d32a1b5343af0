export {
  EmbeddedPostgres,
  startEmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from './embedded/embedded-postgres.ts';
export { migratePostgres, withMigrationLock } from './migrate-postgres.ts';
export { PostgresDataSource, type PostgresDataSourceOptions } from './postgres-data-source.ts';
export { postgresConfigSchema, type PostgresConfig } from './postgres.config.ts';
export { PostgresModule } from './postgres.module.ts';
