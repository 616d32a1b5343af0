import { Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BullmqJobQueue } from '../../libs/adapters/bullmq/src/bullmq-job-queue.ts';
import { RedisConnection } from '../../libs/adapters/bullmq/src/redis-connection.ts';
import { BossConnection } from '../../libs/adapters/pg-boss/src/boss-connection.ts';
import { PgBossJobQueue } from '../../libs/adapters/pg-boss/src/pg-boss-job-queue.ts';
import { PostgresDataSource } from '../../libs/adapters/postgres/src/postgres-data-source.ts';
import { Rejected, type TraceEvent } from '../../libs/domain/src/index.ts';
import {
  EvaluationOptions,
  evaluationConfigSchema,
} from '../../libs/features/evaluation/src/evaluation.config.ts';
import { OnlineQueueing } from '../../libs/features/evaluation/src/online/online-queueing.ts';
import { OnlineScorers } from '../../libs/features/evaluation/src/online/online-scorers.ts';
import { JobsOptions, KeptJobs } from '../../libs/jobs/src/index.ts';
import { KeptJobSweep } from '../../libs/jobs/src/kept/kept-job-sweep.ts';
import { JOBS, type JobQueue, type JobState } from '../../libs/ports/src/index.ts';
import {
  startPostgres,
  startRedis,
  type PostgresServer,
  type RedisServer,
} from '../support/servers/index.ts';

const SOON_MS = 60_000;

let postgres: PostgresServer;
let redis: RedisServer;
let source: DataSource;

beforeAll(async () => {
  Logger.overrideLogger(false);
  [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
  source = await new PostgresDataSource({ url: postgres.url, migrate: true }).initialize();
});
afterAll(async () => {
  await source?.destroy();
  await Promise.all([postgres?.stop(), redis?.stop()]);
});

const QUEUES = [
  {
    name: 'PostgreSQL',
    open: () => new PgBossJobQueue(new BossConnection({ url: postgres.url })),
    lose: async () => void (await source.query('DELETE FROM pgboss.job')),
  },
  {
    name: 'Redis',
    open: () => new BullmqJobQueue(new RedisConnection({ url: redis.url })),
    lose: async () => {
      const connection = new RedisConnection({ url: redis.url });
      await connection.client.flushall();
      connection.close();
    },
  },
];

describe.each(QUEUES)('jobs that $name loses', ({ open, lose }) => {
  let queue: JobQueue & { close(): Promise<void> };
  let kept: KeptJobs;
  let sweep: KeptJobSweep;

  beforeAll(async () => {
    await source.query('DELETE FROM kept_jobs');
    queue = open();
    kept = new KeptJobs(source, queue);
    sweep = new KeptJobSweep(
      source,
      queue,
      kept,
      new JobsOptions({ kinds: Object.values(JOBS), perWorkspace: 50 }),
    );
  });
  afterAll(() => queue?.close());

  const keptIds = async () => {
    const rows = await source.query<{ job_id: string }[]>('SELECT job_id FROM kept_jobs ORDER BY job_id');
    return rows.map(({ job_id }) => job_id);
  };

  const stateOf = async (id: string): Promise<JobState | undefined> => (await queue.find(id))?.state;

  it('are found, so that a trace that completed is scored all the same, and once', async () => {
    const scorers = Object.assign(Object.create(OnlineScorers.prototype) as OnlineScorers, {
      of: async () => [
        {
          scorer: { scorerId: 's', name: 's', version: 1, definition: '{}' },
          level: 'trace' as const,
          sampleRate: 1,
          filter: undefined,
          activeSince: 0,
        },
      ],
    });
    const options = new EvaluationOptions(evaluationConfigSchema.parse({}));
    const event: TraceEvent = {
      id: `${'a'.repeat(32)}:7:trace.completed`,
      type: 'trace.completed',
      workspaceId: 'default',
      experimentId: 0,
      traceId: 'a'.repeat(32),
      version: '7',
      at: 1,
    };
    await new OnlineQueueing(kept, scorers, options).onCompleted(event);
    expect(await sweep.sweep(Date.now() + SOON_MS)).toBe(0);
    await lose();
    expect(await sweep.sweep()).toBe(0);
    expect(await sweep.sweep(Date.now() + 3 * SOON_MS)).toBe(1);
    const seen: unknown[] = [];
    const worker = await queue.work(
      JOBS.scoreTrace,
      { concurrency: 1 },
      async ({ payload }) => void seen.push(payload),
    );
    const payload = { experimentId: 0, traceId: event.traceId, version: '7', completedAt: 1 };
    await expect.poll(() => seen, { timeout: 15_000 }).toEqual([payload]);
    const [id = ''] = await keptIds();
    await expect.poll(() => stateOf(id), { timeout: 15_000 }).toBe('done');
    expect(await sweep.sweep(Date.now() + 6 * SOON_MS)).toBe(0);
    expect(await keptIds()).toEqual([]);
    expect(seen).toHaveLength(1);
    await worker.stop();
  });

  it('are not confused with those that wait, were cancelled or set aside, and come back in numbers', async () => {
    const job = (n: number) => ({
      ...{ kind: JOBS.scoreSession, workspaceId: 'default', key: `session ${n}`, delayMs: 3_600_000 },
      payload: { experimentId: n, sessionId: `s-${n}` },
    });
    const [cancelled = '', waiting = ''] = await kept.enqueue([job(1), job(2)]);
    await queue.cancel(cancelled);
    const [poison = ''] = await kept.enqueue([
      { kind: JOBS.invokeScorer, workspaceId: 'default', key: 'poison', payload: { invocationId: '' } },
    ]);
    const worker = await queue.work(JOBS.invokeScorer, { concurrency: 1 }, async () => {
      throw new Rejected('no');
    });
    await expect.poll(() => stateOf(poison), { timeout: 15_000 }).toBe('set-aside');
    await worker.stop();
    expect(await sweep.sweep(Date.now() + SOON_MS)).toBe(0);
    expect(await keptIds()).toEqual([waiting]);
    expect(await stateOf(poison)).toBe('set-aside');

    const ids = await kept.enqueue(Array.from({ length: 450 }, (_, n) => job(n + 2)));
    expect(ids[0]).toBe(waiting);
    await lose();
    const later = Date.now() + 60 * SOON_MS;
    const found = await Promise.all([sweep.sweep(later), sweep.sweep(later)]);
    expect(found.reduce((sum, count) => sum + count)).toBe(450);
    const back = await keptIds();
    expect(back).toHaveLength(450);
    expect(back.filter((id) => ids.includes(id))).toEqual([]);
    expect(await stateOf(back[17] ?? '')).toBe('waiting');
  });
});
