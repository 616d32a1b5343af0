import { ClickHouseConnection, migrateClickHouse, readClickHouseSchema } from '@millrace/adapter-clickhouse';
import {
  migratePostgres,
  PostgresDataSource,
  readPostgresSchema,
  withMigrationLock,
} from '@millrace/adapter-postgres';
import type { AppConfig } from './app.config.ts';

/** All schemas, under one lock in PostgreSQL; killed half-way, the next run goes on. */
export async function migrate(config: AppConfig): Promise<void> {
  const dataSource = new PostgresDataSource({ url: config.MILLRACE_POSTGRES_URL, migrate: false });
  const clickhouse = new ClickHouseConnection(config.MILLRACE_CLICKHOUSE_URL, {
    cluster: config.MILLRACE_CLICKHOUSE_CLUSTER,
  });
  try {
    await dataSource.initialize();
    await migratePostgres(dataSource);
    await withMigrationLock(dataSource, () => migrateClickHouse(clickhouse));
  } finally {
    await clickhouse.close();
    if (dataSource.isInitialized) await dataSource.destroy();
  }
}

/** Throws while a migration that this version knows is missing, naming how many; those of a newer version may be there. Changes nothing. */
export async function requireMigrated(config: AppConfig): Promise<void> {
  const clickhouse = new ClickHouseConnection(config.MILLRACE_CLICKHOUSE_URL, {
    cluster: config.MILLRACE_CLICKHOUSE_CLUSTER,
  });
  try {
    const [postgres, spans] = await Promise.all([
      readPostgresSchema(config.MILLRACE_POSTGRES_URL),
      readClickHouseSchema(clickhouse),
    ]);
    const missing = postgres.missing.length + spans.missing.length;
    if (missing > 0)
      throw new Error(`${missing} migrations are still to be applied by the job that migrates`);
  } finally {
    await clickhouse.close();
  }
}
