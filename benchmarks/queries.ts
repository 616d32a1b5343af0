import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getJson, untilComplete } from '../test/support/api.ts';
import { startClickHouse } from '../test/support/servers/index.ts';
import { startStandalone } from '../test/support/standalone.ts';
import { traceIdOf } from './load/request-template.ts';
import { sendLoad, type LoadResult } from './load/send.ts';
import { saveResult } from './measure/save-result.ts';

const SPANS = Number(process.argv.find((a) => a.startsWith('--spans='))?.slice(8) ?? 10_000_000);
const RUNS = 20;
const SHAPE = { tracesPerRequest: 20, spansPerTrace: 10, spanBytes: 800 };
const DAY_MS = 86_400_000;

interface Timing {
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly rows: number;
}

/** Fills one day with spans through ingest, then asks the API and, for comparison, the engine itself with the same de-duplication. */
async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'millrace-queries-'));
  const engine = await startClickHouse({ dataDir: join(folder, 'clickhouse') });
  const server = await startStandalone({
    dataDir: join(folder, 'millrace'),
    environment: { MILLRACE_CLICKHOUSE_URL: engine.url },
  });
  const results: Record<string, unknown> = { spans: SPANS };
  try {
    const load = await sendLoad({
      ...SHAPE,
      url: server.otlpUrl,
      connections: 4,
      requests: Math.ceil(SPANS / 200),
      spreadMs: DAY_MS - 3_600_000,
    });
    await untilComplete(server.url, 600_000);
    results['fill'] = { spansPerSecond: Math.round(load.spans / load.seconds) };
    const [stored] = await selectRows(engine.url, 'SELECT count() FROM spans');
    console.log('stored spans', stored, JSON.stringify(results['fill']));
    for (const [name, [api, sql]] of Object.entries(queries(server.url, engine.url, load))) {
      const timing = { api: await time(api), bare: await time(sql) };
      results[name] = { ...timing, ratio: Math.round((timing.api.p50Ms / timing.bare.p50Ms) * 100) / 100 };
      console.log(name, JSON.stringify(results[name]));
    }
  } finally {
    await server.stop();
    await engine.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  saveResult('queries', results);
}

type Query = () => Promise<number>;

/** Each question twice: through the API, and as SQL on the same tables. Both give the number of rows. */
function queries(
  url: string,
  engineUrl: string,
  load: LoadResult,
): Record<string, readonly [api: Query, sql: Query]> {
  const list =
    (query: Record<string, string>): Query =>
    async () => {
      const page = await getJson<{ traces: unknown[] }>(
        `${url}/api/v1/traces?${new URLSearchParams({ experiment_id: '0', ...query })}`,
      );
      return page.traces.length;
    };
  const select =
    (sql: string): Query =>
    async () =>
      (await selectRows(engineUrl, sql)).length;
  const id = traceIdOf({ run: load.run, request: Math.floor(load.requests / 2) }, 3);
  const hourAgo = Date.now() - 3_600_000;
  const columns = 'trace_id, request_time, name, duration, state, span_count, tokens_total';
  const traces = `SELECT ${columns} FROM traces FINAL WHERE experiment_id = 0`;
  const sinceHour = `request_time >= toStartOfHour(fromUnixTimestamp64Milli(${hourAgo - 3_600_000}))`;
  return {
    'latest 50': [
      list({ limit: '50' }),
      select(`${traces} AND ${sinceHour} ORDER BY request_time DESC, trace_id LIMIT 50`),
    ],
    'errors of two hours': [
      list({ limit: '50', state: 'ERROR', from: new Date(hourAgo - 3_600_000).toISOString() }),
      select(`${traces} AND ${sinceHour} AND state = 'ERROR' ORDER BY request_time DESC, trace_id LIMIT 50`),
    ],
    'trace by id': [
      async () => (await getJson<{ spans: unknown[] }>(`${url}/api/v1/traces/${id}`)).spans.length,
      select(
        `WITH (SELECT (min(min_span_start), max(max_span_start)) FROM trace_index WHERE workspace_id = 'default' AND trace_id = unhex('${id}')) AS bounds
         SELECT span_id, name, start_time, end_time, type, model FROM spans FINAL WHERE experiment_id = 0
         AND toStartOfMinute(start_time) BETWEEN toStartOfMinute(bounds.1) AND toStartOfMinute(bounds.2) AND trace_id = unhex('${id}')`,
      ),
    ],
    'attribute filter': [
      list({ limit: '50', 'attribute.app.shard': 'shard-0123' }),
      select(
        `${traces} AND trace_id IN (SELECT trace_id FROM spans FINAL WHERE experiment_id = 0 AND attributes['app.shard'] = 'shard-0123') ORDER BY request_time DESC, trace_id LIMIT 50`,
      ),
    ],
  };
}

/** Rows as lines, by the engine's own HTTP interface. */
async function selectRows(engineUrl: string, sql: string): Promise<string[]> {
  const { origin, username, password, pathname } = new URL(engineUrl);
  const response = await fetch(
    `${origin}/?database=${pathname.slice(1)}&do_not_merge_across_partitions_select_final=1`,
    {
      method: 'POST',
      body: `${sql} FORMAT TabSeparated`,
      headers: { 'x-clickhouse-user': username, 'x-clickhouse-key': password },
    },
  );
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return text.split('\n').filter((line) => line !== '');
}

async function time(query: Query): Promise<Timing> {
  let rows = await query();
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const begin = performance.now();
    rows = await query();
    times.push(performance.now() - begin);
  }
  times.sort((a, b) => a - b);
  const at = (q: number): number =>
    Math.round((times[Math.min(times.length - 1, Math.floor(times.length * q))] ?? 0) * 10) / 10;
  return { p50Ms: at(0.5), p95Ms: at(0.95), rows };
}

await main();
