import { Rejected, Unavailable } from '@millrace/domain';
import { JobPostponed, JobQueue, type JobKind, type JobWorker, type RunningJob } from '@millrace/ports';
import { Metrics } from '@millrace/service-kit';
import { Logger } from '@nestjs/common';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { JobHandlers } from './job-handlers.ts';
import { JobMetrics } from './job-metrics.ts';
import { JobsOptions } from './jobs.config.ts';
import type { Slot } from './slots/workspace-slot.ts';
import { WorkspaceSlots } from './slots/workspace-slots.ts';

const kind: JobKind<{ n: number }> = { name: 'add', attempts: 2, backoffMs: 10 };
const payload = z.object({ n: z.number() });

/** Runs what the test gives it, at once. */
class DirectQueue {
  failures = 0;
  readonly working = new Map<string, (job: RunningJob) => Promise<void>>();

  async work(of: JobKind<unknown>, _options: unknown, handle: (job: RunningJob) => Promise<void>) {
    if (this.failures-- > 0) throw new Unavailable('the queue is down');
    this.working.set(of.name, handle);
    const worker: JobWorker = { stop: async () => void this.working.delete(of.name) };
    return worker;
  }

  async run(carried: unknown, attempt = 1): Promise<void> {
    const handle = this.working.get(kind.name);
    if (handle === undefined) throw new Error('nobody works');
    const stop = new AbortController().signal;
    await handle({
      id: '1',
      workspaceId: 'w',
      payload: carried,
      attempt,
      stop,
      reportProgress: async () => undefined,
    });
  }
}

class CountedSlots {
  taken = 0;
  constructor(private readonly limit: number) {}

  async take(): Promise<Slot> {
    if (this.taken >= this.limit) return { isTaken: false, waitMs: 123 };
    this.taken += 1;
    return { isTaken: true, release: () => void (this.taken -= 1) };
  }

  async close(): Promise<void> {}
}

function start(kinds: readonly JobKind<unknown>[] = [kind], limit = 1) {
  const queue = new DirectQueue();
  const slots = new CountedSlots(limit);
  const metrics = new Metrics();
  const asQueue = queue as unknown as JobQueue;
  const handlers = new JobHandlers(
    asQueue,
    slots as unknown as WorkspaceSlots,
    new JobMetrics(asQueue, metrics),
    new JobsOptions({ kinds, perWorkspace: limit }),
  );
  return { queue, slots, metrics, handlers };
}

beforeAll(() => Logger.overrideLogger(false));

describe('JobHandlers', () => {
  it('refuses to start without a handler for a kind, and a second one for it', () => {
    const { handlers } = start();
    expect(() => handlers.onApplicationBootstrap()).toThrow('No handler for add jobs');
    handlers.on(kind, { concurrency: 1, payload }, async () => undefined);
    expect(() => handlers.on(kind, { concurrency: 1, payload }, async () => undefined)).toThrow(
      'Two handlers for add',
    );
  });

  it('works from bootstrap to shutdown, and begins once the queue is reached', async () => {
    const { handlers, queue } = start();
    queue.failures = 1;
    handlers.on(kind, { concurrency: 1, payload }, async () => undefined);
    handlers.onApplicationBootstrap();
    await expect.poll(() => queue.working.size, { timeout: 5_000 }).toBe(1);
    await handlers.beforeApplicationShutdown();
    await handlers.beforeApplicationShutdown();
    expect(queue.working.size).toBe(0);
  });

  it('postpones a job of a workspace that has no slot, unless its kind does not count', async () => {
    const { handlers, queue, slots } = start([kind], 0);
    const seen: number[] = [];
    handlers.on(kind, { concurrency: 1, payload }, async ({ payload }) => void seen.push(payload.n));
    handlers.onApplicationBootstrap();
    await expect.poll(() => queue.working.size).toBe(1);
    await expect(queue.run({ n: 1 })).rejects.toThrow(JobPostponed);
    expect(seen).toEqual([]);
    await handlers.beforeApplicationShutdown();

    const free = start([kind], 0);
    free.handlers.on(
      kind,
      { concurrency: 1, payload, countsForWorkspace: false },
      async () => void seen.push(2),
    );
    free.handlers.onApplicationBootstrap();
    await expect.poll(() => free.queue.working.size).toBe(1);
    await free.queue.run({ n: 2 });
    expect(seen).toEqual([2]);
    expect(slots.taken).toBe(0);
    await free.handlers.beforeApplicationShutdown();
  });

  it('refuses a payload that does not fit its kind before it takes a slot, and hands on what fits', async () => {
    const { handlers, queue, slots, metrics } = start([kind], 1);
    const seen: unknown[] = [];
    handlers.on(kind, { concurrency: 1, payload }, async (job) => void seen.push(job.payload, slots.taken));
    handlers.onApplicationBootstrap();
    await expect.poll(() => queue.working.size).toBe(1);
    for (const wrong of [{ n: 'one' }, {}, null, 'text']) {
      const fault = await queue.run(wrong).catch((error: unknown) => error);
      expect(fault).toBeInstanceOf(Rejected);
      expect((fault as Rejected).message).toMatch(/^The payload does not fit add jobs: /);
    }
    expect(await queue.run({ n: 'one' }).catch(String)).toContain('n: ');
    expect(seen).toEqual([]);
    await queue.run({ n: 1, later: 'version' });
    expect(seen).toEqual([{ n: 1 }, 1]);
    const counted = await metrics.registry.getSingleMetric('millrace_jobs_total')?.get();
    expect(counted?.values.map(({ labels, value }) => [labels['outcome'], value])).toEqual([
      ['set-aside', 5],
      ['done', 1],
    ]);
    await handlers.beforeApplicationShutdown();
  });

  it('gives the slot back and counts how each run ended', async () => {
    const { handlers, queue, slots, metrics } = start();
    handlers.on(kind, { concurrency: 1, payload }, async ({ payload }) => {
      if (payload.n > 1) throw new Error('too much');
    });
    handlers.onApplicationBootstrap();
    await expect.poll(() => queue.working.size).toBe(1);
    await queue.run({ n: 1 });
    await expect(queue.run({ n: 2 })).rejects.toThrow('too much');
    await expect(queue.run({ n: 2 }, 2)).rejects.toThrow('too much');
    expect(slots.taken).toBe(0);
    const counted = await metrics.registry.getSingleMetric('millrace_jobs_total')?.get();
    expect(counted?.values.map(({ labels, value }) => [labels['outcome'], value])).toEqual([
      ['done', 1],
      ['again', 1],
      ['set-aside', 1],
    ]);
    await handlers.beforeApplicationShutdown();
  });
});
