import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Rejected } from '@millrace/domain';
import { JobQueue, type NewJob } from '@millrace/ports';
import {
  startEvaluationDatabase,
  type EvaluationDatabase,
} from '../../../../../test/support/evaluation-database.ts';
import { EvaluationOptions, evaluationConfigSchema } from '../evaluation.config.ts';
import type { Evaluation } from '../evaluations/evaluation.ts';
import { EvaluationsService } from '../evaluations/evaluations.service.ts';
import { ScheduleClock } from './schedule-clock.ts';
import type { Schedule, SchedulePlan } from './schedule-rows.ts';
import { ScheduleTicker } from './schedule-ticker.ts';
import { SchedulesService } from './schedules.service.ts';

const DAY = 86_400_000;
const at = (text: string): number => Date.parse(`${text}Z`);
const text = (time: number | undefined): string => new Date(time ?? 0).toISOString().slice(0, 16);
const START = at('2026-03-02T12:00');
const PLAN: SchedulePlan = {
  name: 'nightly',
  cron: '0 1 * * *',
  timeZone: 'UTC',
  window: 'since-previous-fire',
  filter: '',
  sampleRate: 1,
  seed: '',
  maxTraces: undefined,
  budgetUsd: undefined,
  scorers: [{ name: 'safety', definition: '{"millrace_scorer":{"kind":"safety"}}' }],
  isPaused: false,
};

let database: EvaluationDatabase;
let sources: readonly [DataSource, DataSource];
const queued: string[] = [];
const queue = Object.assign(Object.create(JobQueue.prototype) as JobQueue, {
  enqueue: async (jobs: readonly NewJob[]) => jobs.map(({ key = '' }) => (queued.push(key), key)),
});

beforeAll(async () => {
  Logger.overrideLogger(false);
  database = await startEvaluationDatabase();
  sources = [await database.open(), await database.open()];
});
afterAll(() => database?.stop());
afterEach(async () => {
  await sources[0].query('DELETE FROM evaluations');
  await sources[0].query('DELETE FROM evaluation_schedules');
  queued.length = 0;
});

/** What a process has whose clock shows a time. */
function open(time: number, source = sources[0]) {
  const clockOffsetMs = time - Date.now();
  const clock = new ScheduleClock(new EvaluationOptions(evaluationConfigSchema.parse({ clockOffsetMs })));
  const evaluations = new EvaluationsService(source, queue);
  return {
    schedules: new SchedulesService(source, clock, evaluations),
    ticker: new ScheduleTicker(source, clock, evaluations),
  };
}

const create = (change: Partial<SchedulePlan> = {}): Promise<Schedule> =>
  open(START).schedules.create('default', '0', { ...PLAN, ...change });

const get = (id: string): Promise<Schedule> => open(START).schedules.get('default', id);

/** The earliest window first. */
async function evaluationsOf(id: string): Promise<Evaluation[]> {
  const { evaluations } = await open(START).schedules.listEvaluations('default', id, { limit: 100 });
  return evaluations
    .map(({ evaluation }) => evaluation)
    .sort((a, b) => (windowOf(a)[0] < windowOf(b)[0] ? -1 : 1));
}

function windowOf({ selection }: Evaluation): [string, string] {
  if (selection.kind !== 'filter') throw new Error('a schedule selects by a filter');
  return [text(selection.fromTime), text(selection.toTime)];
}

describe('a schedule', () => {
  it('fires once at its time, however many processes look at the clock', async () => {
    const { id, nextFireTime } = await create();
    expect(text(nextFireTime)).toBe('2026-03-03T01:00');
    await open(nextFireTime - 5_000).ticker.tick();
    expect(await evaluationsOf(id)).toEqual([]);
    const tickers = [...sources, ...sources].map((source) => open(nextFireTime + 1_000, source).ticker);
    await Promise.all(tickers.map((ticker) => ticker.tick()));
    const [evaluation, ...others] = await evaluationsOf(id);
    expect(others).toEqual([]);
    expect(evaluation && windowOf(evaluation)).toEqual(['2026-03-02T01:00', '2026-03-03T01:00']);
    expect(evaluation).toMatchObject({
      cause: 'schedule',
      state: 'selecting',
      name: 'nightly 2026-03-03T01:00Z',
    });
    expect(queued).toEqual([evaluation?.id]);
    const { lastFireTime, nextFireTime: after } = await get(id);
    expect([text(lastFireTime), text(after)]).toEqual(['2026-03-03T01:00', '2026-03-04T01:00']);
  });

  it('makes up for what it missed while nothing ran, without gap or overlap', async () => {
    const { id } = await create();
    await open(at('2026-03-06T02:00')).ticker.tick();
    expect((await evaluationsOf(id)).map(windowOf)).toEqual([
      ['2026-03-02T01:00', '2026-03-03T01:00'],
      ['2026-03-03T01:00', '2026-03-04T01:00'],
      ['2026-03-04T01:00', '2026-03-05T01:00'],
      ['2026-03-05T01:00', '2026-03-06T01:00'],
    ]);
    expect(await get(id)).toMatchObject({ leftOutFires: 0, nextFireTime: at('2026-03-07T01:00') });
  });

  it('leaves out and counts what was missed too long ago', async () => {
    const { id, nextFireTime } = await create({ window: 'previous-day' });
    const now = nextFireTime + 39 * DAY + 1_000;
    await Promise.all(sources.map((source) => open(now, source).ticker.tick()));
    const windows = (await evaluationsOf(id)).map(windowOf);
    expect(windows).toHaveLength(31);
    expect(windows.at(0)).toEqual(['2026-03-11T00:00', '2026-03-12T00:00']);
    expect(windows.at(-1)).toEqual(['2026-04-10T00:00', '2026-04-11T00:00']);
    expect(await get(id)).toMatchObject({ leftOutFires: 9, nextFireTime: nextFireTime + 40 * DAY });
  });

  it('rests while it is paused, and counts from the end of the pause', async () => {
    const { id } = await create();
    const paused = await open(START).schedules.update('default', id, { isPaused: true });
    expect(paused.isPaused).toBe(true);
    await open(at('2026-03-06T02:00')).ticker.tick();
    expect(await evaluationsOf(id)).toEqual([]);
    const resumed = await open(at('2026-03-06T12:00')).schedules.update('default', id, { isPaused: false });
    expect(text(resumed.nextFireTime)).toBe('2026-03-07T01:00');
    await open(at('2026-03-07T01:01')).ticker.tick();
    expect((await evaluationsOf(id)).map(windowOf)).toEqual([['2026-03-06T01:00', '2026-03-07T01:00']]);
  });

  it('takes a changed rule from now on, and keeps its time when something else changes', async () => {
    const { id, nextFireTime } = await create();
    const later = open(at('2026-03-02T20:00')).schedules;
    const renamed = await later.update('default', id, { name: 'better', budgetUsd: 3, maxTraces: 10 });
    expect(renamed).toMatchObject({
      name: 'better',
      budgetUsd: 3,
      maxTraces: 10,
      nextFireTime,
      cron: PLAN.cron,
    });
    const moved = await later.update('default', id, { cron: '30 21 * * *', timeZone: 'Europe/Berlin' });
    expect(text(moved.nextFireTime)).toBe('2026-03-02T20:30');
    await expect(later.update('default', id, { cron: 'often' })).rejects.toThrow(Rejected);
    await expect(later.update('other', id, { name: 'mine' })).rejects.toThrow('not found');
    expect(await get(id)).toMatchObject({ cron: '30 21 * * *', name: 'better' });
    await open(at('2026-03-02T20:31')).ticker.tick();
    const [evaluation] = await evaluationsOf(id);
    expect(evaluation).toMatchObject({ budgetUsd: 3, selection: { maxTraces: 10 } });
    expect(evaluation && windowOf(evaluation)).toEqual(['2026-03-01T20:30', '2026-03-02T20:30']);
  });

  it('runs when told to, beside its times, also while it is paused', async () => {
    const { id, nextFireTime } = await create({ isPaused: true });
    const { evaluation, ledger } = await open(START).schedules.runNow('default', id);
    expect(ledger.counts.sampled).toBe(0);
    expect(windowOf(evaluation)).toEqual(['2026-03-02T01:00', '2026-03-02T12:00']);
    await open(START + 60_000).schedules.runNow('default', id);
    expect(await evaluationsOf(id)).toHaveLength(2);
    expect(await get(id)).toMatchObject({ nextFireTime, lastFireTime: undefined });
    await expect(open(START).schedules.runNow('other', id)).rejects.toThrow('not found');
  });

  it('says why it could not begin, and goes on to its next time', async () => {
    const { id, nextFireTime } = await create();
    const broken = JSON.stringify([{ name: 'gone' }]);
    await sources[0].query('UPDATE evaluation_schedules SET scorers = $1', [broken]);
    await open(nextFireTime + 1_000).ticker.tick();
    expect(await evaluationsOf(id)).toEqual([]);
    const { failure, nextFireTime: after } = await get(id);
    expect(failure).toContain("No scorer 'gone' is registered");
    expect(after).toBe(nextFireTime + DAY);
    await open(START).schedules.update('default', id, { scorers: PLAN.scorers });
    await open(after + 1_000).ticker.tick();
    expect(await evaluationsOf(id)).toHaveLength(1);
    expect((await get(id)).failure).toBeUndefined();
  });

  it('is deleted, and its evaluations stay', async () => {
    const { id } = await create();
    const { evaluation } = await open(START).schedules.runNow('default', id);
    await open(START).schedules.delete('default', id);
    await open(START + 5 * DAY).ticker.tick();
    await expect(get(id)).rejects.toThrow('not found');
    const { evaluations } = await new EvaluationsService(sources[0], queue).list('default', { limit: 10 });
    expect(evaluations.map((each) => each.evaluation.id)).toEqual([evaluation.id]);
  });
});
