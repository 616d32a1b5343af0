import 'reflect-metadata';
import { setTimeout as sleep } from 'node:timers/promises';
import { readConfig } from './app.config.ts';
import { migrate, requireMigrated } from './migrate.ts';

const PATIENCE_MS = 120_000;
const PAUSE_MS = 1_000;

/**
 * `migrate`: brings the schemas up to date, and waits for servers that are starting, two minutes at most.
 * `migrate --wait`: changes nothing, and ends once they are; a service that starts beside the migration waits so.
 */
async function main(isWaiting: boolean): Promise<void> {
  const config = readConfig();
  const work = isWaiting ? requireMigrated : migrate;
  const deadline = Date.now() + (isWaiting ? Infinity : PATIENCE_MS);
  for (let told = ''; ; await sleep(PAUSE_MS)) {
    try {
      await work(config);
      process.stdout.write('the schemas of PostgreSQL and ClickHouse are up to date\n');
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      if (reason !== told) process.stderr.write(`cannot ${isWaiting ? 'start' : 'migrate'} yet: ${reason}\n`);
      told = reason;
    }
  }
}

try {
  await main(process.argv.includes('--wait'));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
