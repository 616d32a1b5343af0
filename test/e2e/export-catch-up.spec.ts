import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { untilComplete } from '../support/api.ts';
import { ExportClient, type ExportRun } from '../support/export-client.ts';
import { makeSpan, sendSpans } from '../support/otlp.ts';
import { freePorts, startStandalone, type RunningStandalone } from '../support/standalone.ts';

const HOUR = 3_600_000;
const TRACES = 20_000;
const A_REQUEST = 1_000;

describe('exports by the clock', () => {
  let target: RunningStandalone;
  let client: ExportClient;
  let schedule: string;
  /** Where the window lies that the traces are in. */
  let from: number;

  const at = (time: number) => ({
    MILLRACE_CLOCK_OFFSET_SECONDS: String(Math.round((time - Date.now()) / 1_000)),
  });
  const restart = async (time: number): Promise<void> => {
    await target.kill();
    const { dataDir, ports } = target;
    target = await startStandalone({ dataDir, ports, environment: at(time) });
  };

  beforeAll(async () => {
    const ports = (await freePorts(3)) as unknown as RunningStandalone['ports'];
    target = await startStandalone({ ports });
    client = new ExportClient(target.url);
    from = Math.floor(Date.now() / HOUR) * HOUR;
    const start = BigInt(from) * 1_000_000n;
    for (let sent = 0; sent < TRACES; sent += A_REQUEST) {
      const spans = Array.from({ length: A_REQUEST }, (_, index) => {
        const begun = start + BigInt(sent + index);
        return makeSpan({ startTimeUnixNano: begun, endTimeUnixNano: begun + 1n });
      });
      await sendSpans(target.otlpUrl, spans);
    }
    await untilComplete(target.url);
    schedule = (await client.create({ name: 'all', every: 'hour' })).schedule_id;
    expect(await client.runs(schedule)).toEqual([]);
  }, 240_000);

  afterAll(() => target?.stop());

  /** Throws unless the files have every trace once. */
  async function checkWhole(scheduleId: string, run: ExportRun | undefined): Promise<void> {
    if (!run) throw new Error('the window of the traces is not there');
    const { traces, spans } = await client.read(scheduleId, run);
    expect(new Set(traces.rows.map((row) => row['trace_id'])).size).toBe(TRACES);
    expect(traces.rows).toHaveLength(TRACES);
    expect(spans.rows).toHaveLength(TRACES);
  }

  it('makes up for the windows that it missed while it was down, each once', async () => {
    await restart(from + 3.5 * HOUR);
    const runs = await client.until(
      schedule,
      (found) => found.length >= 3 && found.every(({ state }) => state === 'done'),
    );
    const begins = runs.map((run) => Date.parse(run.from));
    expect(begins.filter((begin) => begin >= from)).toEqual([from + 2 * HOUR, from + HOUR, from]);
    expect(new Set(begins).size).toBe(begins.length);
    const whole = runs.find((run) => Date.parse(run.from) === from);
    await checkWhole(schedule, whole);
    for (const { files, run_id: id } of runs) {
      if (id !== whole?.run_id) expect(files.map(({ rows }) => rows)).toEqual([0, 0]);
    }
  }, 180_000);

  it('one that is killed on the way is exported whole afterwards, once', async () => {
    const { schedule_id: id } = await client.create({ name: 'killed', every: 'hour', is_enabled: false });
    const window = { from: new Date(from).toISOString(), to: new Date(from + HOUR).toISOString() };
    await client.ask('POST', `/api/v1/export-schedules/${id}/runs`, window);
    await client.until(id, ([run]) => run?.state === 'running', 1);
    await restart(from + 3.5 * HOUR);
    const [run, ...others] = await client.until(id, ([found]) => found?.state === 'done');
    expect(others).toEqual([]);
    await checkWhole(id, run);
  }, 120_000);

  it('removes files once they are older than the schedule keeps them, and with the schedule the rest', async () => {
    await client.ask('PATCH', `/api/v1/export-schedules/${schedule}`, { keep_days: 1, is_enabled: false });
    const folder = join(target.dataDir, 'blobs', 'files', 'default', 'exports', schedule);
    expect(readdirSync(folder).length).toBeGreaterThanOrEqual(3);
    await restart(from + 25.5 * HOUR);
    const runs = await client.until(schedule, (found) =>
      found.some((run) => Date.parse(run.from) === from && run.state === 'removed'),
    );
    const kept = runs.filter((run) => Date.parse(run.from) > from);
    expect(kept.map(({ state }) => state)).toEqual(['done', 'done']);
    expect(readdirSync(folder)).toHaveLength(2);

    await client.ask('DELETE', `/api/v1/export-schedules/${schedule}`);
    expect(existsSync(folder)).toBe(false);
  }, 120_000);
});
