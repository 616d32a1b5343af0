import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { MigrationExecutor, type DataSource, type QueryRunner } from 'typeorm';
import { withoutTimeLimit } from './watched-client.ts';

/** Any number that no other application sharing the database uses: "millrace" in ASCII. */
const LOCK_KEY = '7883963137892541285';
const LOCK_POLL_MS = 250;
const logger = new Logger('Migrations');

/**
 * Brings the schema of a connected DataSource up to date: each migration once, in a transaction of its own, whoever else tries
 * at the same time. Killed half-way it goes on where it stopped at the next call.
 */
export async function migratePostgres(dataSource: DataSource): Promise<void> {
  await withMigrationLock(dataSource, async (queryRunner) => {
    const executor = new MigrationExecutor(dataSource, queryRunner);
    executor.transaction = 'each';
    for (const migration of await executor.executePendingMigrations()) {
      logger.log(`Applied PostgreSQL migration ${migration.name}`);
    }
  });
}

/**
 * Runs `work` while no other process of this installation runs its own: for migrations of any store. The lock goes with
 * the connection, so a killed process never leaves it behind.
 */
export async function withMigrationLock<Result>(
  dataSource: DataSource,
  work: (queryRunner: QueryRunner) => Promise<Result>,
): Promise<Result> {
  const queryRunner = dataSource.createQueryRunner();
  try {
    return await withoutTimeLimit(await queryRunner.connect(), async () => {
      await queryRunner.query('SET statement_timeout = 0');
      await acquireLock(queryRunner);
      try {
        return await work(queryRunner);
      } finally {
        await queryRunner.query('SELECT pg_advisory_unlock($1)', [LOCK_KEY]);
      }
    });
  } finally {
    await queryRunner.query('RESET statement_timeout').catch(() => undefined);
    await queryRunner.release();
  }
}

async function acquireLock(queryRunner: QueryRunner): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    const rows: unknown = await queryRunner.query('SELECT pg_try_advisory_lock($1) AS locked', [LOCK_KEY]);
    if (isLocked(rows)) return;
    if (attempt === 0) logger.log('Another process is migrating: waiting for it to finish');
    await sleep(LOCK_POLL_MS);
  }
}

function isLocked(rows: unknown): boolean {
  const first: unknown = Array.isArray(rows) ? rows[0] : undefined;
  return typeof first === 'object' && first !== null && Reflect.get(first, 'locked') === true;
}
