import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { untilComplete } from '../support/api.ts';
import { containsScorer } from '../support/evaluations.ts';
import { ask, askUntilAnswered } from '../support/faults/ask.ts';
import { StoredWords } from '../support/faults/stored-words.ts';
import { makeSpan, newTraceId, sendSpans } from '../support/otlp.ts';
import { startClickHouse, startPostgres, type ServerHandle } from '../support/servers/index.ts';
import { freePorts, startStandalone, type RunningStandalone } from '../support/standalone.ts';

/** Two batches of a removal. */
const TRACES = 1_200;
/** Larger than what stays in the log: it goes to the blob store. */
const LARGE = 'x'.repeat(300 * 1024);
const ANN = `ann-${newTraceId()}`;
const MARKER = `words-of-${ANN}`;
const PATIENCE_MS = 120_000;

interface Progress {
  readonly state: string;
  readonly found: number;
  readonly removed: number;
}

/** When the process is killed, by what the erasure has written down. */
const MOMENTS: readonly (readonly [string, (progress: Progress) => boolean])[] = [
  ['as soon as it is asked for', () => true],
  ['when the first traces are found', ({ found }) => found > 0],
  ['when the first batch is removed', ({ removed }) => removed > 0],
  [
    'when all are removed and nothing is proved',
    ({ found, removed }) => removed === found && found >= TRACES,
  ],
];

interface Erasure {
  readonly erasure_id: string;
  readonly state: string;
}

describe('an erasure whose process is killed again and again', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'millrace-erasure-'));
  const ids = Array.from({ length: TRACES }, newTraceId);
  let postgres: ServerHandle & { readonly url: string };
  let clickhouse: ServerHandle & { readonly url: string };
  let server: RunningStandalone;
  let words: StoredWords;
  let start: () => Promise<RunningStandalone>;

  beforeAll(async () => {
    const ports = (await freePorts(3)) as unknown as [number, number, number];
    [postgres, clickhouse] = await Promise.all([startPostgres(), startClickHouse()]);
    const environment = { MILLRACE_POSTGRES_URL: postgres.url, MILLRACE_CLICKHOUSE_URL: clickhouse.url };
    start = () => startStandalone({ dataDir, ports, environment });
    server = await start();
    words = new StoredWords({
      postgres: postgres.url,
      clickhouse: clickhouse.url,
      blobs: join(dataDir, 'blobs'),
    });
    await sendSpans(server.otlpUrl, [spanOf(newTraceId(), 'bob', `of bob ${LARGE}`)]);
    await sendSpans(
      server.otlpUrl,
      ids.map((id, index) => spanOf(id, ANN, `${MARKER} ${index < 3 ? LARGE : ''}`)),
    );
    await untilComplete(server.url);
    await makeCopies();
  }, 300_000);

  afterAll(async () => {
    await server?.stop();
    await words?.stop();
    await Promise.all([postgres?.stop(), clickhouse?.stop()]);
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('ends by itself, proves what is true, and leaves nothing of the person', async () => {
    const before = await words.placesOf(MARKER);
    for (const place of ['ClickHouse spans', 'ClickHouse trace_entries', 'BlobStore'])
      expect(before).toContain(place);
    expect(before).toContain('PostgreSQL evaluation_dataset_records');

    const body = { user_id: ANN, reason: 'asked by letter' };
    const { content } = await ask<Erasure>(`${server.url}/api/v1/erasures`, { method: 'POST', body });
    const id = content.erasure_id;
    for (const [moment, isReached] of MOMENTS) {
      await untilTrue(async () => isReached(await progress(id)));
      await server.kill();
      expect((await progress(id)).state, moment).not.toBe('done');
      server = await start();
    }

    await untilTrue(async () => (await progress(id)).state === 'done');
    const proof = await askUntilAnswered<object>(`${server.url}/api/v1/erasures/${id}/proof`);
    const lines = [...ids].sort().map((each) => `${each}\n`);
    expect(proof).toMatchObject({
      trace_count: TRACES,
      trace_ids_sha256: createHash('sha256').update(lines.join('')).digest('hex'),
      rows_left: 0,
      arrived_since: 0,
      stores: expect.arrayContaining([
        { store: 'spans', found: TRACES, left: 0 },
        { store: 'blobs', found: 3, left: 0 },
      ]),
    });
    expect(await words.placesOf(MARKER)).toEqual([]);
    expect(await words.placesOf(ANN)).toEqual(['PostgreSQL removals']);
    expect(await words.placesOf('of bob')).toContain('ClickHouse spans');
  }, 400_000);

  /** What comes out of traces: an assessment, a data set's record, what an evaluation says. */
  async function makeCopies(): Promise<void> {
    const [traceId = ''] = ids;
    const post = async <Answer>(path: string, body: object): Promise<Answer> =>
      (await ask<Answer>(`${server.url}${path}`, { method: 'POST', body })).content;
    await post(`/api/v1/traces/${traceId}/assessments`, { name: 'kind', value: true, rationale: MARKER });
    const { dataset_id: dataset } = await post<{ dataset_id: string }>('/api/v1/datasets', {
      name: 'golden',
      experiment_ids: ['0'],
    });
    const source = { source_type: 'TRACE', source_data: { trace_id: `tr-${traceId}` } };
    await post(`/api/v1/datasets/${dataset}/records`, {
      records: [{ inputs: { question: MARKER }, source }],
    });
    const scorers = [containsScorer('contains', 'of')];
    const evaluation = { experiment_id: '0', trace_ids: ids.slice(0, 5), scorers };
    const { evaluation_id: evaluated } = await post<{ evaluation_id: string }>(
      '/api/v1/evaluations',
      evaluation,
    );
    await untilTrue(async () => {
      const { content } = await ask<{ state: string }>(`${server.url}/api/v1/evaluations/${evaluated}`);
      return content.state === 'finished';
    });
  }

  async function progress(id: string): Promise<Progress> {
    const [row] = await words.query<Progress>(
      `SELECT state, (SELECT count(*)::int FROM removal_traces WHERE removal_id = removals.id) AS found,
         (SELECT count(*)::int FROM removal_traces WHERE removal_id = removals.id AND is_removed) AS removed
       FROM removals WHERE id = $1`,
      [id],
    );
    if (!row) throw new Error(`there is no erasure ${id}`);
    return row;
  }
});

function spanOf(traceId: string, user: string, text: string) {
  return makeSpan({
    traceId,
    attributes: { 'user.id': user, 'session.id': `${user}-1`, 'input.value': text },
  });
}

async function untilTrue(isSo: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + PATIENCE_MS; !(await isSo()); await sleep(5))
    if (Date.now() > deadline) throw new Error(`not within ${PATIENCE_MS / 1000} s`);
}
