import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BullmqJobQueue } from '../../libs/adapters/bullmq/src/bullmq-job-queue.ts';
import { RedisConnection } from '../../libs/adapters/bullmq/src/redis-connection.ts';
import { BossConnection } from '../../libs/adapters/pg-boss/src/boss-connection.ts';
import { PgBossJobQueue } from '../../libs/adapters/pg-boss/src/pg-boss-job-queue.ts';
import { Rejected } from '../../libs/domain/src/index.ts';
import { JOBS, type JobKind, type JobQueue } from '../../libs/ports/src/index.ts';
import {
  startPostgres,
  startRedis,
  type PostgresServer,
  type RedisServer,
} from '../support/servers/index.ts';
import { startStandalone, type RunningStandalone } from '../support/standalone.ts';

/** Handled by this test alone. */
const KIND: JobKind<unknown> = { name: 'e2e-job', attempts: 2, backoffMs: 10 };

const QUEUES = [
  {
    name: 'jobs in PostgreSQL',
    environment: (postgres: string) => ({ MILLRACE_POSTGRES_URL: postgres }),
    open: (postgres: string) => new PgBossJobQueue(new BossConnection({ url: postgres })),
  },
  {
    name: 'jobs in Redis',
    environment: (postgres: string, redis: string) => ({
      MILLRACE_POSTGRES_URL: postgres,
      MILLRACE_REDIS_URL: redis,
    }),
    open: (_postgres: string, redis: string) => new BullmqJobQueue(new RedisConnection({ url: redis })),
  },
];

let postgres: PostgresServer;
let redis: RedisServer;

beforeAll(async () => {
  Logger.overrideLogger(false);
  [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
});
afterAll(async () => {
  await postgres.stop();
  await redis.stop();
});

describe.each(QUEUES)('$name', ({ environment, open }) => {
  let target: RunningStandalone;
  let queue: JobQueue & { close(): Promise<void> };

  beforeAll(async () => {
    target = await startStandalone({ environment: environment(postgres.url, redis.url) });
    queue = open(postgres.url, redis.url);
  });
  afterAll(async () => {
    await queue.close();
    await target.stop();
  });

  async function ask(path: string, method = 'GET'): Promise<{ status: number; body: Body }> {
    const response = await fetch(`${target.url}/api/v1/jobs${path}`, { method });
    const text = await response.text();
    return { status: response.status, body: (text === '' ? {} : JSON.parse(text)) as Body };
  }

  it('are counted, told of and cancelled', async () => {
    const jobs = ['a', 'b'].map((payload) => ({ kind: KIND, workspaceId: 'default', payload }));
    const [id = '', other = ''] = await queue.enqueue(jobs);
    expect((await ask('')).body.kinds).toContainEqual({
      kind: 'e2e-job',
      waiting: 2,
      delayed: 0,
      running: 0,
      set_aside: 0,
    });
    expect((await ask(`/${id}`)).body).toMatchObject({ id, kind: 'e2e-job', state: 'waiting', attempt: 0 });
    expect(await ask(`/${id}/cancel`, 'POST')).toMatchObject({ status: 200, body: { state: 'cancelled' } });
    expect(await ask(`/${id}/cancel`, 'POST')).toMatchObject({ status: 200, body: { state: 'cancelled' } });
    expect((await ask(`/${other}/cancel`, 'POST')).status).toBe(200);
    expect((await ask('/e2e-job.00000000-0000-4000-8000-000000000000')).status).toBe(404);
    expect((await ask('/nonsense/cancel', 'POST')).status).toBe(404);
  });

  it('of another workspace are not told of', async () => {
    const [id = ''] = await queue.enqueue([{ kind: KIND, workspaceId: 'other', payload: 1 }]);
    expect((await ask(`/${id}`)).status).toBe(404);
    const counted = (await ask('')).body.kinds;
    expect(counted).toContainEqual({ kind: 'e2e-job', waiting: 0, delayed: 0, running: 0, set_aside: 0 });
    expect((await ask(`/${id}/cancel`, 'POST')).status).toBe(404);
    expect((await ask(`/set-aside/${id}/discard`, 'POST')).status).toBe(404);
    await queue.cancel(id);
  });

  it('that carry what does not fit their kind are set aside with the reason, untried', async () => {
    const kinds = Object.values(JOBS);
    const ids = await queue.enqueue(
      kinds.map((kind) => ({ kind, workspaceId: 'poisoned', payload: { evaluationId: 7 } }) as const),
    );
    for (const [place, { name }] of kinds.entries()) {
      const job = async () => (await queue.find(ids[place] ?? '')) ?? {};
      await expect.poll(job, { timeout: 10_000 }).toMatchObject({
        state: 'set-aside',
        attempt: 1,
        reason: expect.stringContaining(`fit ${name} jobs`),
      });
      await queue.discard(ids[place] ?? '');
    }
  });

  it('that were set aside are listed, replayed and discarded', async () => {
    let isFixed = false;
    const worker = await queue.work(KIND, { concurrency: 1 }, async ({ payload }) => {
      if (!isFixed) throw new Rejected(`no ${String(payload)}`);
    });
    const ids: string[] = [];
    for (const payload of ['one', 'two', 'three']) {
      const [id = ''] = await queue.enqueue([{ kind: KIND, workspaceId: 'default', payload }]);
      await expect.poll(async () => (await ask(`/${id}`)).body.state, { timeout: 10_000 }).toBe('set_aside');
      ids.push(id);
      await sleep(5);
    }
    const first = await ask('/set-aside?limit=2');
    expect(first.body.jobs?.map(({ id }) => id)).toEqual([ids[2], ids[1]]);
    expect(first.body.jobs?.[0]).toMatchObject({ reason: 'no three', payload: 'three', attempt: 1 });
    const token = first.body.next_page_token ?? '';
    const second = await ask(`/set-aside?limit=2&page_token=${token}`);
    expect(second.body.jobs?.map(({ id }) => id)).toEqual([ids[0]]);
    expect(second.body.next_page_token).toBeUndefined();
    expect((await ask('/set-aside?page_token=nonsense')).status).toBe(400);

    isFixed = true;
    expect((await ask(`/set-aside/${ids[0]}/replay`, 'POST')).status).toBe(200);
    await expect.poll(async () => (await ask(`/${ids[0]}`)).body.state, { timeout: 10_000 }).toBe('done');
    expect((await ask(`/set-aside/${ids[0]}/replay`, 'POST')).status).toBe(404);
    expect((await ask(`/set-aside/${ids[1]}/discard`, 'POST')).status).toBe(204);
    expect((await ask(`/set-aside/${ids[1]}/discard`, 'POST')).status).toBe(404);
    expect((await ask('/set-aside')).body.jobs?.map(({ id }) => id)).toEqual([ids[2]]);
    await worker.stop();
  });
});

interface Job {
  readonly id: string;
  readonly state: string;
}

interface Body extends Partial<Job> {
  readonly kinds?: readonly unknown[];
  readonly jobs?: readonly Job[];
  readonly next_page_token?: string;
}
