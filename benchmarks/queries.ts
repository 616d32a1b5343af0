import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startClickHouse } from '../test/support/servers/index.ts';
import { startStandalone } from '../test/support/standalone.ts';
import { CREATE_WORDS, insertWords, MADE_COLUMNS, madeSpans } from './data/made-spans.ts';
import { insertTraces } from './data/made-traces.ts';
import { EngineClient } from './measure/engine-client.ts';
import { ProcessTreeMeter } from './measure/process-tree.ts';
import { saveResult } from './measure/save-result.ts';
import { timeInTurn } from './measure/timing.ts';
import { apiQuestions } from './queries/api.ts';
import { bareQuestions } from './queries/bare.ts';

const SPANS = Number(process.argv.find((a) => a.startsWith('--spans='))?.slice(8) ?? 10_000_000);
/** The URL of an engine that was filled before, for looking at one query again. */
const FILLED = process.argv.find((a) => a.startsWith('--engine='))?.slice(9);
const ROUNDS = Number(process.argv.find((a) => a.startsWith('--rounds='))?.slice(9) ?? 11);
const STEP = 250_000;

/** Fills a week with spans, then asks the API and, for comparison, the engine itself with the same de-duplication. */
async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'millrace-queries-'));
  const engine =
    FILLED === undefined ? await startClickHouse({ dataDir: join(folder, 'clickhouse') }) : undefined;
  const engineUrl = engine?.url ?? FILLED ?? '';
  const server = await startStandalone({
    dataDir: join(folder, 'millrace'),
    environment: { MILLRACE_CLICKHOUSE_URL: engineUrl },
  });
  const client = new EngineClient(engineUrl);
  const results: Record<string, unknown> = {};
  try {
    if (engine !== undefined) await fill(client);
    results['spans'] = await client.number('SELECT count() FROM spans');
    const meter = engine && new ProcessTreeMeter([engine.pid]);
    Object.assign(results, await ask(server.url, client));
    results['engine'] = meter?.stop();
  } finally {
    await server.stop();
    await engine?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  saveResult('queries', results);
}

/** Made inside the engine, by the rules of the writer. */
async function fill(client: EngineClient): Promise<void> {
  await client.run(CREATE_WORDS);
  await client.run(insertWords(), { max_query_size: 16_000_000 });
  const blocks = {
    max_threads: 1,
    max_insert_threads: 1,
    max_block_size: 50_000,
    min_insert_block_size_rows: 50_000,
  };
  const endMs = Date.now();
  for (let first = 0; first < SPANS; first += STEP) {
    const count = Math.min(STEP, SPANS - first);
    const select = madeSpans({ first, count, total: SPANS, endMs });
    await client.run(`INSERT INTO spans (${MADE_COLUMNS}) ${select}`, blocks);
    for (const statement of insertTraces(first, first + count))
      await client.run(statement, { max_threads: 1 });
  }
}

/** Each question twice, in turn: through the API, and as SQL on the same tables. Both give the number of rows. */
async function ask(url: string, client: EngineClient): Promise<Record<string, unknown>> {
  const bare = await bareQuestions(client);
  const api = apiQuestions(url, bare.facts);
  const results: Record<string, unknown> = {};
  for (const name of new Set([...Object.keys(bare.questions), ...Object.keys(api)])) {
    const [throughApi, question] = [api[name], bare.questions[name]];
    const timing = await timeInTurn<string>(
      { ...(throughApi && { api: throughApi }), ...(question && { bare: question }) },
      ROUNDS,
    );
    const { api: ours, bare: theirs } = timing as Partial<typeof timing>;
    const ratio = ours && theirs && Math.round((ours.p50Ms / theirs.p50Ms) * 100) / 100;
    results[name] = { ...timing, ...(ratio !== undefined && { ratio }) };
    console.log(name, JSON.stringify(results[name]));
  }
  return results;
}

await main();
