import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { untilComplete } from '../support/api.ts';
import { ExportClient, type ExportRun } from '../support/export-client.ts';
import { makeSpan, newTraceId, sendSpans } from '../support/otlp.ts';
import { borrowTarget, type BorrowedTarget } from '../support/shared-target.ts';
import { TOPOLOGIES } from '../support/topologies.ts';

const HOUR = 3_600_000;
const SECOND = 1_000;
const NANOS_PER_MS = 1_000_000n;
const thisHour = Math.floor(Date.now() / HOUR) * HOUR;
const lastHour = thisHour - HOUR;

/** What a file's reader may rely on; when one of them goes or changes, SCHEMA_VERSION counts up. */
const TRACE_COLUMNS = [
  'trace_id',
  'experiment_id',
  'start_time',
  'duration_ms',
  'name',
  'state',
  'span_count',
];
const SPAN_COLUMNS = [
  'trace_id',
  'span_id',
  'parent_span_id',
  'experiment_id',
  'name',
  'type',
  'kind',
  'status',
];

describe.each(TOPOLOGIES)('scheduled exports in $name', (topology) => {
  let target: BorrowedTarget;
  let other: BorrowedTarget;
  let client: ExportClient;
  const ids = { first: newTraceId(), long: newTraceId(), failed: newTraceId() };
  const deleted = newTraceId();
  const later = newTraceId();

  beforeAll(async () => {
    [target, other] = await Promise.all([borrowTarget(topology), borrowTarget(topology)]);
    client = new ExportClient(target.url);
    await Promise.all([
      send(ids.first, lastHour),
      send(ids.long, thisHour - 1),
      send(ids.failed, lastHour + SECOND, { name: 'broken', statusCode: 2 }),
      send(deleted, lastHour + 2 * SECOND),
      send(later, thisHour),
    ]);
    // Begins after its window: it goes where its trace is.
    await send(ids.long, thisHour + SECOND, { name: 'late child', parentSpanId: 'aaaaaaaaaaaaaaaa' });
    await untilComplete(target.url);
    await client.ask('POST', '/api/v1/traces/delete', { trace_ids: [deleted] });
  }, 180_000);

  afterAll(() => Promise.all([target?.stop(), other?.stop()]));

  async function send(traceId: string, at: number, more: Parameters<typeof makeSpan>[0] = {}) {
    const start = BigInt(at) * NANOS_PER_MS;
    const times = { startTimeUnixNano: start, endTimeUnixNano: start + 5_000_000n };
    await sendSpans(target.otlpUrl, [makeSpan({ traceId, ...times, ...more })]);
  }

  /** What the lists of the API say of the traces of the window. */
  async function listed(filter = '') {
    const from = new Date(lastHour).toISOString();
    const query = new URLSearchParams({
      experiment_id: target.experimentId,
      from,
      to: new Date(thisHour).toISOString(),
      filter,
      format: 'ndjson',
    });
    const { status, bytes } = await client.call('GET', `/api/v1/traces/export?${query}`);
    if (status !== 200) throw new Error(bytes.toString());
    const lines = bytes.toString().trim().split('\n');
    return lines.map((line) => JSON.parse(line) as { trace_id: string; name: string });
  }

  const scheduleOf = (more: object = {}) =>
    client.create({ name: 'hourly', experiment_id: target.experimentId, every: 'hour', ...more });

  const exported = async (scheduleId: string): Promise<ExportRun> => {
    const [run, ...rest] = await client.exportNow(scheduleId, lastHour, thisHour);
    if (!run || rest.length > 0) throw new Error('there is one window in an hour');
    return run;
  };

  it('writes a window that has ended as files that others read, with the rows that the API has', async () => {
    const { schedule_id: id, next_run_time: next } = await scheduleOf();
    expect(Date.parse(next ?? '')).toBeGreaterThan(Date.now());
    const run = await exported(id);
    expect(run).toMatchObject({ state: 'done', from: new Date(lastHour).toISOString() });
    const { manifest, traces, spans } = await client.read(id, run);

    expect(manifest).toMatchObject({ schema_version: 1, run_id: run.run_id, complete_to: run.complete_to });
    expect(manifest.files).toEqual(run.files);
    for (const { key } of manifest.files) expect(key).toMatch(`${target.workspace}/exports/${id}/`);
    expect(traces.columns).toEqual(expect.arrayContaining(TRACE_COLUMNS));
    expect(spans.columns).toEqual(expect.arrayContaining(SPAN_COLUMNS));

    const rowOf = (row: Readonly<Record<string, unknown>>) => {
      const { trace_id: traceId, name, state, span_count: count, error_count: errors, duration_ms: ms } = row;
      return { traceId, name, state, count, errors, ms };
    };
    const byId = (a: { traceId: unknown }, b: { traceId: unknown }) =>
      String(a.traceId).localeCompare(String(b.traceId));
    expect(traces.rows.map(rowOf).sort(byId)).toEqual((await listed()).map(rowOf).sort(byId));
    expect(traces.rows.map(({ trace_id: traceId }) => traceId).sort()).toEqual(Object.values(ids).sort());
    const spansOf = (traceId: string) => spans.rows.filter((row) => row['trace_id'] === traceId);
    expect(
      spansOf(ids.long)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['late child', 'work']);
    expect(spans.rows).toHaveLength(4);
  });

  it('exports a window again when asked to: what came late is in it then, under the same keys', async () => {
    const { schedule_id: id } = await scheduleOf({ filter: "name = 'straggler'", keep_days: 3 });
    const before = await exported(id);
    expect(before.files.map(({ rows }) => rows)).toEqual([0, 0]);
    expect((await client.read(id, before)).traces.rows).toEqual([]);
    const straggler = newTraceId();
    await send(straggler, lastHour + 10 * SECOND, { name: 'straggler' });

    const again = await exported(id);
    expect(again.run_id).toBe(before.run_id);
    expect(again.files.map(({ key }) => key)).toEqual(before.files.map(({ key }) => key));
    expect(Date.parse(again.complete_to ?? '')).toBeGreaterThan(Date.parse(before.complete_to ?? ''));
    const { traces } = await client.read(id, again);
    expect(traces.rows.map((row) => row['trace_id'])).toEqual([straggler]);
    expect((await listed("name = 'straggler'")).map((row) => row.trace_id)).toEqual([straggler]);
  });

  it.each([
    ['an open window', thisHour, thisHour + HOUR, 'still open'],
    ['half a window', lastHour + 1, thisHour, 'first moment of an hour'],
    ['no window', thisHour, lastHour, 'from before to'],
    ['too many', thisHour - 800 * HOUR, thisHour, 'At most 750 windows'],
  ])('refuses %s, and says what can be asked for', async (_, from, to, sentence) => {
    const { schedule_id: id } = await scheduleOf({ is_enabled: false });
    const window = { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
    const { status, bytes } = await client.call('POST', `/api/v1/export-schedules/${id}/runs`, window);
    expect(status).toBe(400);
    expect(bytes.toString()).toContain(sentence);
    expect(await client.runs(id)).toEqual([]);
  });

  it('refuses a filter that is none, and an experiment that is not there', async () => {
    const of = { name: 'bad', every: 'day' };
    const filtered = await client.call('POST', '/api/v1/export-schedules', { ...of, filter: 'name ==' });
    expect(filtered.status).toBe(400);
    const placed = await client.call('POST', '/api/v1/export-schedules', {
      ...of,
      experiment_id: '1999999999',
    });
    expect(placed.status).toBe(404);
  });

  it('is of its workspace: another one can neither see, download, change nor ask', async () => {
    const { schedule_id: id } = await scheduleOf();
    const run = await exported(id);
    const stranger = new ExportClient(other.url);
    expect(await stranger.ask('GET', '/api/v1/export-schedules')).toEqual({ schedules: [] });
    const path = `/api/v1/export-schedules/${id}`;
    const window = { from: new Date(lastHour).toISOString(), to: new Date(thisHour).toISOString() };
    for (const [method, place, body] of [
      ['GET', '', undefined],
      ['GET', '/runs', undefined],
      ['GET', `/runs/${run.run_id}/files/manifest.json`, undefined],
      ['GET', `/runs/${run.run_id}/files/traces.parquet`, undefined],
      ['PATCH', '', { name: 'mine' }],
      ['POST', '/runs', window],
      ['DELETE', '', undefined],
    ] as const) {
      expect((await stranger.call(method, path + place, body)).status, `${method} ${place}`).toBe(404);
    }
    const { manifest } = await client.read(id, run);
    expect(manifest.run_id).toBe(run.run_id);
    const { status } = await client.call('GET', `${path}/runs/${run.run_id}/files/..%2Fmanifest.json`);
    expect(status).toBe(404);
  });

  it('is named by the proof of an erasure, and without the person once it is exported again', async () => {
    const [user, traceId] = [`ann-${newTraceId()}`, newTraceId()];
    await send(traceId, lastHour + 20 * SECOND, { attributes: { 'user.id': user } });
    const { schedule_id: id } = await scheduleOf({ filter: `metadata.\`mlflow.trace.user\` = '${user}'` });
    const run = await exported(id);
    expect(run.files.map(({ rows }) => rows)).toEqual([1, 1]);

    const erasures = '/api/v1/erasures';
    const asked = { user_id: user, reason: 'asked by letter' };
    const { erasure_id: erasure } = await client.ask<{ erasure_id: string }>('POST', erasures, asked);
    await expect
      .poll(() => client.ask('GET', `${erasures}/${erasure}`), { timeout: 90_000, interval: 200 })
      .toMatchObject({ state: 'done', trace_count: 1 });
    const { copies } = await client.ask<{ copies: { files?: string[] }[] }>(
      'GET',
      `${erasures}/${erasure}/proof`,
    );
    const named = copies.flatMap(({ files = [] }) => files);
    expect(named).toEqual(expect.arrayContaining(run.files.map(({ key }) => key)));
    expect((await exported(id)).files.map(({ rows }) => rows)).toEqual([0, 0]);
  }, 120_000);

  it('is renamed, paused and deleted; with it go its files', async () => {
    const { schedule_id: id } = await scheduleOf();
    const run = await exported(id);
    const path = `/api/v1/export-schedules/${id}`;
    const paused = await client.ask<object>('PATCH', path, {
      name: 'paused',
      is_enabled: false,
      keep_days: 7,
    });
    expect(paused).toMatchObject({
      name: 'paused',
      is_enabled: false,
      keep_days: 7,
      latest_run: { state: 'done' },
    });
    expect(paused).not.toHaveProperty('next_run_time');
    expect(await client.ask('PATCH', path, { keep_days: null })).not.toHaveProperty('keep_days');
    await client.ask('DELETE', path);
    expect((await client.call('GET', path)).status).toBe(404);
    expect((await client.call('GET', `${path}/runs/${run.run_id}/files/traces.parquet`)).status).toBe(404);
  });
});
