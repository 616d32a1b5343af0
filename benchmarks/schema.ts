import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startClickHouse, type ClickHouseServer } from '../test/support/servers/index.ts';
import { CREATE_WORDS, insertWords, MADE_COLUMNS, madeSpans } from './data/made-spans.ts';
import { EngineClient } from './measure/engine-client.ts';
import { ProcessTreeMeter } from './measure/process-tree.ts';
import { saveResult } from './measure/save-result.ts';
import { timeInTurn, type Question } from './measure/timing.ts';
import { LAYOUTS, spansDdl, WORDS, type Layout } from './schema/layouts.ts';

const SPANS = Number(process.argv.find((a) => a.startsWith('--spans='))?.slice(8) ?? 10_000_000);
const ROUNDS = 5;
const STEP = 500_000;
/** One writer's usual flush. */
const ROWS_PER_INSERT = 20_000;
/** The first rows are inserted with merges stopped, which tells the two apart. */
const INSERTED_ALONE = Math.min(1_000_000, SPANS / 2);
const BLOCKS = (rows: number) => ({
  max_threads: 1,
  max_insert_threads: 1,
  max_block_size: rows,
  min_insert_block_size_rows: rows,
  min_insert_block_size_bytes: 0,
  max_insert_block_size: rows,
  max_query_size: 16_000_000,
});

/** Puts the same spans into different tables and compares what that costs and what reading them takes. */
async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'millrace-schema-'));
  const engine = await startClickHouse({ dataDir: folder });
  const client = new EngineClient(engine.url);
  const results: Record<string, unknown> = { spans: SPANS };
  try {
    await makeSource(client);
    for (const [name, layout] of Object.entries(LAYOUTS)) {
      results[name] = { ...(await load(engine, client, layout)), reads: await read(client, layout) };
      console.log(name, JSON.stringify(results[name]));
      for (const table of layout.tables) await client.run(`DROP TABLE ${table} SYNC`);
      saveResult('schema', results);
    }
  } finally {
    await engine.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The spans, made once and copied into each layout. */
async function makeSource(client: EngineClient): Promise<void> {
  await client.run(CREATE_WORDS);
  await client.run(insertWords(), { max_query_size: 16_000_000 });
  await client.run(
    spansDdl('made', ['INDEX'])
      .replace(/,(\s*\n\)\nENGINE)/, '$1')
      .replace(
        /ENGINE[^]*/,
        'ENGINE = MergeTree ORDER BY sequence SETTINGS merge_max_block_size_bytes = 2097152, min_bytes_for_wide_part = 134217728, vertical_merge_algorithm_min_rows_to_activate = 1, vertical_merge_algorithm_min_bytes_to_activate = 33554432, vertical_merge_algorithm_min_columns_to_activate = 1',
      ),
  );
  const endMs = Date.now();
  for (let first = 0; first < SPANS; first += STEP) {
    const count = Math.min(STEP, SPANS - first);
    const select = madeSpans({ first, count, total: SPANS, endMs });
    await client.run(`INSERT INTO made (${MADE_COLUMNS}) ${select}`, BLOCKS(50_000));
  }
}

/** CPU covers reading the source too, which is the same for all layouts (`sourceCpuSeconds`). */
async function load(engine: ClickHouseServer, client: EngineClient, layout: Layout) {
  for (const statement of layout.create) await client.run(statement);
  const source = new ProcessTreeMeter([engine.pid]);
  const some = `sequence <= ${INSERTED_ALONE}`;
  await client.run(`SELECT ${MADE_COLUMNS} FROM made WHERE ${some} FORMAT Null`, BLOCKS(ROWS_PER_INSERT));
  const sourceCpu = source.stop().cpuSeconds;
  for (const table of layout.tables) await client.run(`SYSTEM STOP MERGES ${table}`);
  const meter = new ProcessTreeMeter([engine.pid]);
  const mergedBefore = await mergedRows(client);
  const alone = new ProcessTreeMeter([engine.pid]);
  await insert(client, layout, 0, INSERTED_ALONE);
  const insertCpu = alone.stop().cpuSeconds;
  for (const table of layout.tables) await client.run(`SYSTEM START MERGES ${table}`);
  await insert(client, layout, INSERTED_ALONE, SPANS);
  await untilMerged(client);
  const usage = meter.stop();
  const tables = layout.tables.map((table) => `'${table}'`).join(', ');
  const size = (column: string) =>
    client.number(`SELECT sum(${column}) FROM system.parts WHERE active AND table IN (${tables})`);
  const perMillion = (value: number, rows: number) => Math.round((value / rows) * 1e8) / 100;
  return {
    sourceCpuSecondsPerMillion: perMillion(sourceCpu, INSERTED_ALONE),
    insertCpuSecondsPerMillion: perMillion(insertCpu - sourceCpu, INSERTED_ALONE),
    insertAndMergeCpuSecondsPerMillion:
      perMillion(usage.cpuSeconds, SPANS) - perMillion(sourceCpu, INSERTED_ALONE),
    mergesPerRow:
      Math.round((((await mergedRows(client)) - mergedBefore) / SPANS / layout.tables.length) * 100) / 100,
    peakRssMb: usage.peakRssMb,
    diskMb: Math.round((await size('bytes_on_disk')) / 2 ** 20),
    indexDiskMb: Math.round((await size('secondary_indices_compressed_bytes')) / 2 ** 20),
    parts: await size('1'),
  };
}

async function insert(client: EngineClient, layout: Layout, from: number, to: number): Promise<void> {
  for (let first = from; first < to; first += STEP) {
    const last = Math.min(first + STEP, to);
    for (const statement of layout.insert(`sequence > ${first} AND sequence <= ${last}`)) {
      await client.run(statement, BLOCKS(ROWS_PER_INSERT));
    }
  }
}

function mergedRows(client: EngineClient): Promise<number> {
  return client.number(`SELECT sum(value) FROM system.events WHERE event = 'MergedRows'`);
}

/** Nothing has been merging for some seconds. */
async function untilMerged(client: EngineClient): Promise<void> {
  for (let quiet = 0; quiet < 3; await sleep(1000)) {
    quiet = (await client.number('SELECT count() FROM system.merges')) === 0 ? quiet + 1 : 0;
  }
}

async function read(client: EngineClient, { light, payloads, hasWord }: Layout) {
  const rows =
    (sql: string): Question =>
    async () =>
      (await client.rows(sql, { do_not_merge_across_partitions_select_final: 1 })).length;
  const newest = `(SELECT max(start_time) FROM ${light})`;
  const of = `WHERE experiment_id = 0`;
  const [key = ''] = await client.rows(
    `SELECT concat('experiment_id = ', toString(experiment_id), ' AND start_time BETWEEN toDateTime64(\\'', toString(start_time - 60),
     '\\', 9, \\'UTC\\') AND toDateTime64(\\'', toString(start_time + 60), '\\', 9, \\'UTC\\') AND trace_id = unhex(\\'', hex(trace_id), '\\')')
     FROM ${light} WHERE sequence = ${Math.floor(SPANS / 2)}`,
    { output_format_tsv_crlf_end_of_line: 0 },
  );
  const oneTrace = key.replaceAll("\\'", "'");
  const page = (text: string): string =>
    `SELECT hex(trace_id), hex(span_id) FROM ${payloads}
     PREWHERE ${hasWord(text)} ${of} ORDER BY start_time DESC LIMIT 50`;
  return timeInTurn(
    {
      'list latest 50': rows(
        `SELECT hex(trace_id), hex(span_id), name, model, start_time, end_time, tokens_total FROM ${light} FINAL ${of}
         AND start_time > ${newest} - INTERVAL 1 HOUR ORDER BY start_time DESC LIMIT 50`,
      ),
      'count by model': rows(`SELECT model, count() FROM ${light} FINAL ${of} GROUP BY model`),
      'quantiles by hour, 24 h': rows(
        `SELECT toStartOfHour(start_time) AS hour, quantiles(0.5, 0.95)(end_time - start_time) FROM ${light} FINAL ${of}
         AND start_time > ${newest} - INTERVAL 24 HOUR GROUP BY hour ORDER BY hour`,
      ),
      'a trace whole': rows(
        light === payloads
          ? `SELECT * FROM ${light} FINAL WHERE ${oneTrace}`
          : `SELECT * FROM (SELECT * FROM ${light} FINAL WHERE ${oneTrace}) AS a
             LEFT JOIN (SELECT * FROM ${payloads} FINAL WHERE ${oneTrace}) AS b ON a.span_id = b.span_id`,
      ),
      'page of a common word': rows(page(WORDS.common)),
      'page of a middling word': rows(page(WORDS.middling)),
      'page of a rare word': rows(page(WORDS.rare)),
    },
    ROUNDS,
  );
}

await main();
