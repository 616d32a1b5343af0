import 'reflect-metadata';
import { ClickHouseConnection, migrateClickHouse } from '@millrace/adapter-clickhouse';
import { migratePostgres, PostgresDataSource, withMigrationLock } from '@millrace/adapter-postgres';
import { setTimeout as sleep } from 'node:timers/promises';
import { readConfig, type AppConfig } from './app.config.ts';

const PATIENCE_MS = 120_000;
const PAUSE_MS = 1_000;

/** One job for all schemas, under one lock in PostgreSQL; killed half-way, the next run goes on. Waits for servers that are starting. */
async function main(): Promise<void> {
  const config = readConfig();
  for (const deadline = Date.now() + PATIENCE_MS; ; await sleep(PAUSE_MS)) {
    try {
      await migrate(config);
      process.stdout.write('the schemas of PostgreSQL and ClickHouse are up to date\n');
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      process.stderr.write(`cannot migrate yet: ${error instanceof Error ? error.message : String(error)}\n`);
    }
  }
}

async function migrate(config: AppConfig): Promise<void> {
  const dataSource = new PostgresDataSource({ url: config.MILLRACE_POSTGRES_URL, migrate: false });
  const clickhouse = new ClickHouseConnection(config.MILLRACE_CLICKHOUSE_URL);
  try {
    await dataSource.initialize();
    await migratePostgres(dataSource);
    await withMigrationLock(dataSource, () => migrateClickHouse(clickhouse));
  } finally {
    await clickhouse.close();
    if (dataSource.isInitialized) await dataSource.destroy();
  }
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
