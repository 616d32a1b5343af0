import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { untilComplete } from '../support/api.ts';
import { startEvaluationTarget, type EvaluationTarget } from '../support/evaluation-target.ts';
import {
  containsScorer,
  EvaluationsClient,
  judgeScorer,
  makeAnswer,
  type EvaluationAnswer,
} from '../support/evaluations.ts';
import { startFakeLlm, type FakeLlm } from '../support/fake-llm/fake-llm.ts';
import { sendSpans } from '../support/otlp.ts';
import { TOPOLOGIES } from '../support/topologies.ts';

const HOUR = 3_600_000;
const TRACES_A_DAY = 60;
const SAMPLE_RATE = 0.8;
const MOST_TRACES = 30;
const AT_ONCE = 4;
const LIMITS = { MILLRACE_JOBS_PER_WORKSPACE: String(AT_ONCE) };
const JUDGED_NAMES = ['polite', 'short'];

/** Midnight in Berlin of the day that a time lies on; both days of the test lie in one season or the test says so. */
function midnight(time: number): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: 'Europe/Berlin',
    hourCycle: 'h23',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(time);
  const of = (type: string): number => Number(parts.find((part) => part.type === type)?.value ?? 0);
  return (
    Math.floor((time - of('hour') * HOUR - of('minute') * 60_000 - of('second') * 1_000) / 1_000) * 1_000
  );
}

function sampleHash(traceId: string): number {
  return createHash('sha256').update(`\0${traceId}`).digest().readUIntBE(0, 6);
}

const today = midnight(Date.now());
const yesterday = midnight(today - 1);
const dayBefore = midnight(yesterday - 1);

/** Seconds to add to the clock so that it shows a time. */
const offsetTo = (time: number): Record<string, string> => ({
  MILLRACE_CLOCK_OFFSET_SECONDS: String(Math.round((time - Date.now()) / 1_000)),
});

/** Traffic of a day: what is judged, evenly over the day from its first to its last moment, and noise. */
function trafficOf(start: number, end: number, label: string) {
  const times = Array.from(
    { length: TRACES_A_DAY },
    (_, index) => start + Math.floor(((end - 1 - start) * index) / (TRACES_A_DAY - 1)),
  );
  const answers = times.map((at, index) =>
    makeAnswer(`q ${label} ${index}`, `answer ${label} ${index};`, { at }),
  );
  const noise = times.slice(0, 10).map((at) => makeAnswer('ping', 'pong', { at, name: 'healthcheck' }));
  return { answers, noise };
}

describe.each(TOPOLOGIES)('a daily schedule in $name', ({ name }) => {
  let target: EvaluationTarget;
  let llm: FakeLlm;
  let client: EvaluationsClient;
  let experimentId: string;

  const first = trafficOf(dayBefore, yesterday, 'old');
  const second = trafficOf(yesterday, today, 'new');
  const expected = second.answers
    .filter(({ traceId }) => sampleHash(traceId) < SAMPLE_RATE * 2 ** 48)
    .sort((a, b) => sampleHash(a.traceId) - sampleHash(b.traceId))
    .slice(0, MOST_TRACES);

  beforeAll(async () => {
    llm = await startFakeLlm({ latencyMs: 1_000 });
    target = await startEvaluationTarget(name, { ...LIMITS, ...offsetTo(yesterday + 12 * HOUR) });
    client = new EvaluationsClient(target.url);
    await client.addProvider(llm.url);
    experimentId = await client.createExperiment('production');
    const headers = { 'x-mlflow-experiment-id': experimentId };
    for (const { answers, noise } of [first, second]) {
      await sendSpans(target.otlpUrl, [...answers, ...noise], headers);
    }
    await untilComplete(target.url);
  }, 240_000);

  afterAll(async () => {
    await target?.stop();
    await llm?.stop();
  });

  const evaluationsOf = async (scheduleId: string): Promise<readonly EvaluationAnswer[]> => {
    const path = `/api/v1/evaluation-schedules/${scheduleId}/evaluations`;
    return (await client.call<{ evaluations: EvaluationAnswer[] }>('GET', path)).evaluations;
  };

  it('judges yesterday’s traffic once, whatever is killed on the way', async () => {
    const { schedule_id: scheduleId, next_fire_time: next } = await client.call<{
      schedule_id: string;
      next_fire_time: string;
    }>('POST', '/api/v1/evaluation-schedules', {
      experiment_id: experimentId,
      name: 'daily',
      cron: '0 1 * * *',
      time_zone: 'Europe/Berlin',
      window: 'previous-day',
      filter: "name = 'chat'",
      sample_rate: SAMPLE_RATE,
      max_traces: MOST_TRACES,
      budget_usd: 20,
      scorers: [judgeScorer('polite'), containsScorer('short', 'answer')],
    });
    expect(Date.parse(next)).toBe(today + HOUR);
    expect(await evaluationsOf(scheduleId)).toEqual([]);

    await target.killAndRestart({ ...LIMITS, ...offsetTo(today + HOUR + 1_000) });
    await expect.poll(() => evaluationsOf(scheduleId), { timeout: 30_000 }).toHaveLength(1);
    const [{ evaluation_id: id, run_id: runId } = { evaluation_id: '', run_id: '' }] =
      await evaluationsOf(scheduleId);
    for (const scored of [4, 14]) {
      await client.until(id, ({ ledger }) => ledger.scored >= scored);
      await target.killAndRestart({ ...LIMITS, ...offsetTo(today + 2 * HOUR) });
    }
    const { ledger, selection } = await client.until(id, ({ state }) => state === 'finished', 120_000);

    expect(selection).toMatchObject({
      from: new Date(yesterday).toISOString(),
      to: new Date(today).toISOString(),
    });
    expect(ledger).toMatchObject({
      eligible: TRACES_A_DAY,
      sampled: MOST_TRACES,
      scored: MOST_TRACES,
      pending: 0,
      skipped: 0,
      failed: 0,
      reasons: [],
    });
    expect(await evaluationsOf(scheduleId)).toHaveLength(1);
    await expectItems(id, runId);
    await expectRun(runId, ledger);
    expectCalls();
  }, 300_000);

  it('is paused, changed, continued, run on demand and ended', async () => {
    const path = '/api/v1/evaluation-schedules';
    const made = await client.call<{ schedule_id: string }>('POST', path, {
      experiment_id: experimentId,
      name: 'by hand',
      cron: '0 0 1 1 *',
      time_zone: 'UTC',
      window: 'previous-day',
      max_traces: 3,
      scorers: [containsScorer('short', 'answer')],
    });
    const own = `${path}/${made.schedule_id}`;
    expect(await client.call('PATCH', own, { is_paused: true })).toMatchObject({ is_paused: true });
    const changed = await client.call('PATCH', own, { cron: '0 0 2 1 *', max_traces: 5 });
    expect(changed).toMatchObject({ cron: '0 0 2 1 *', max_traces: 5, is_paused: true, name: 'by hand' });
    expect(await client.call('PATCH', own, { is_paused: false })).toMatchObject({ is_paused: false });
    await expect(client.call('PATCH', own, { cron: 'often' })).rejects.toThrow(/400.*five fields/);
    const { evaluation_id: id } = await client.call<EvaluationAnswer>('POST', `${own}/run`);
    const { ledger } = await client.until(id, ({ state }) => state === 'finished');
    expect(ledger).toMatchObject({ sampled: 5, scored: 5 });
    expect((await evaluationsOf(made.schedule_id)).map((each) => each.evaluation_id)).toEqual([id]);
    expect((await client.get(id)).schedule_id).toBe(made.schedule_id);
    await client.call('DELETE', own);
    expect((await client.get(id)).schedule_id).toBeUndefined();
    await expect(client.call('GET', own)).rejects.toThrow('404');
  });

  async function expectItems(id: string, runId: string): Promise<void> {
    const items = await client.items(id);
    const ids = expected.map(({ traceId }) => `tr-${traceId}`).sort();
    expect(items.map(({ trace_id: traceId }) => traceId).sort()).toEqual(ids);
    const cost = items.reduce((sum, item) => sum + item.cost_usd, 0);
    expect(cost).toBeCloseTo((await client.get(id)).ledger.cost_usd, 9);
    expect(cost).toBeGreaterThan(0);
    for (const { traceId } of expected) {
      const told = await client.assessments(traceId);
      expect(told.map((each) => each.name).sort()).toEqual(JUDGED_NAMES);
      expect(told.every(({ metadata }) => JSON.stringify(metadata).includes(runId))).toBe(true);
    }
    const others = [...first.answers, ...first.noise, ...second.noise].slice(0, 20);
    for (const { traceId } of others) expect(await client.assessments(traceId)).toEqual([]);
  }

  async function expectRun(runId: string, ledger: EvaluationAnswer['ledger']): Promise<void> {
    const { run } = await client.call<{
      run: { info: { status: string }; data: { metrics: { key: string; value: number }[] } };
    }>('GET', `/api/2.0/mlflow/runs/get?run_id=${runId}`);
    const metrics = Object.fromEntries(run.data.metrics.map(({ key, value }) => [key, value]));
    expect(run.info.status).toBe('FINISHED');
    expect(metrics).toMatchObject({
      'polite/mean': 1,
      'short/pass_rate': 1,
      'coverage/eligible': TRACES_A_DAY,
      'coverage/scored': MOST_TRACES,
    });
    expect(metrics['models/cost_usd']).toBeCloseTo(ledger.cost_usd, 9);
    const linked = await client.call<{ traces?: object[] }>('POST', '/api/3.0/mlflow/traces/search', {
      locations: [{ type: 'MLFLOW_EXPERIMENT', mlflow_experiment: { experiment_id: experimentId } }],
      filter: `attribute.run_id = '${runId}'`,
      max_results: 100,
    });
    expect(linked.traces).toHaveLength(MOST_TRACES);
  }

  /** Asked twice at most where a process died between the question and the answer: as many as it asked at once. */
  function expectCalls(): void {
    const calls = second.answers.map(
      ({ attributes }) => llm.requestsWith(String(attributes.get('mlflow.spanOutputs')).slice(1, -1)).length,
    );
    const sampled = new Set(expected.map(({ traceId }) => traceId));
    for (const [index, { traceId }] of second.answers.entries()) {
      expect(calls[index]).toBeGreaterThanOrEqual(sampled.has(traceId) ? 1 : 0);
      expect(calls[index]).toBeLessThanOrEqual(sampled.has(traceId) ? 3 : 0);
    }
    expect(llm.requests.length).toBeLessThanOrEqual(MOST_TRACES + 2 * AT_ONCE);
  }
});
