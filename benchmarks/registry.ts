import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startPostgres } from '../test/support/servers/index.ts';
import { startStandalone } from '../test/support/standalone.ts';
import { saveResult } from './measure/save-result.ts';
import { timeInTurn } from './measure/timing.ts';
import { fillRuns, runQuestions } from './registry/runs.ts';

const RUNS = Number(process.argv.find((a) => a.startsWith('--runs='))?.slice(7) ?? 1_000_000);
const ROUNDS = Number(process.argv.find((a) => a.startsWith('--rounds='))?.slice(9) ?? 11);
/** A folder that is kept: filled the first time, asked again afterwards. */
const KEPT = process.argv.find((a) => a.startsWith('--keep='))?.slice(7);

/** Fills the registry by SQL, then asks its API. */
async function main(): Promise<void> {
  const folder = KEPT ?? mkdtempSync(join(tmpdir(), 'millrace-registry-'));
  // PostgreSQL runs as another user and has to get to its own folder.
  chmodSync(folder, 0o711);
  const postgres = await startPostgres({ dataDir: join(folder, 'postgres') });
  const server = await startStandalone({
    dataDir: join(folder, 'millrace'),
    environment: { MILLRACE_POSTGRES_URL: postgres.url },
  });
  try {
    const runs = await fill(postgres.url);
    const timings = await timeInTurn(await runQuestions(server.url), ROUNDS);
    saveResult('registry', { runs, loadAverage: loadavg()[0], ...timings });
    console.table(timings);
  } finally {
    await server.stop();
    await postgres.stop();
    if (KEPT === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

/** Resolves to the number of runs. */
async function fill(url: string): Promise<number> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const runSql = async (sql: string): Promise<unknown> => (await client.query<object>(sql)).rows;
    const count = async (): Promise<number> =>
      Number((await client.query<{ count: string }>('SELECT count(*) FROM runs')).rows[0]?.count);
    if ((await count()) === 0) {
      await fillRuns(runSql, RUNS);
      await runSql('VACUUM ANALYZE');
    }
    return await count();
  } finally {
    await client.end();
  }
}

await main();
