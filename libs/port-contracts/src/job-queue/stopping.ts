import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import type { JobQueueUnderTest } from './describe-job-queue.ts';
import { collect, jobsOf, PATIENCE, someKind, untilStopped, waitForState } from './jobs-under-test.ts';

export function describeStopping(tested: JobQueueUnderTest): void {
  describe('stopping a worker', () => {
    it('lets what runs end, takes no more, and is safe twice', async () => {
      const kind = someKind();
      const [first = '', second = ''] = await tested.queue.enqueue(jobsOf(kind, 1, 2));
      const { seen, worker } = await collect(tested.queue, kind, {}, () => sleep(300));
      await vi.waitFor(() => expect(seen).toEqual([1]), PATIENCE);
      await Promise.all([worker.stop(), worker.stop()]);
      await worker.stop();
      expect((await tested.queue.find(first))?.state).toBe('done');
      await sleep(300);
      expect(seen).toEqual([1]);
      expect((await tested.queue.find(second))?.state).toBe('waiting');
    });

    it('gives back a job that ends early for it, with no attempt counted', async () => {
      const kind = someKind({ attempts: 1, backoffMs: 60_000 });
      const [id = ''] = await tested.queue.enqueue(jobsOf(kind, 'long'));
      const first = await collect(tested.queue, kind, {}, untilStopped);
      await vi.waitFor(() => expect(first.seen).toHaveLength(1), PATIENCE);
      await first.worker.stop();
      const second = await collect(tested.queue, kind);
      await waitForState(tested.queue, id, 'done');
      expect(second.runs.map(({ attempt }) => attempt)).toEqual([1]);
    });

    it('gives back a job that does not end, and does not wait for it for long', async () => {
      const kind = someKind({ attempts: 1 });
      const [id = ''] = await tested.queue.enqueue(jobsOf(kind, 'deaf'));
      const late = Promise.withResolvers<void>();
      const first = await collect(tested.queue, kind, {}, () => late.promise);
      await vi.waitFor(() => expect(first.seen).toHaveLength(1), PATIENCE);
      const before = Date.now();
      await first.worker.stop();
      expect(Date.now() - before).toBeLessThan(7_000);
      const second = await collect(tested.queue, kind);
      await vi.waitFor(() => expect(second.seen).toEqual(['deaf']), PATIENCE);
      await waitForState(tested.queue, id, 'done');
      late.reject(new Error('too late to matter'));
      await sleep(300);
      expect(await tested.queue.find(id)).toMatchObject({ state: 'done', reason: undefined });
    });
  });
}
