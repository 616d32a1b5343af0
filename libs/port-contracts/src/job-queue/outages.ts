import { Unavailable } from '@millrace/domain';
import { describe, expect, it, vi } from 'vitest';
import type { JobQueueUnderTest } from './describe-job-queue.ts';
import { collect, jobsOf, PATIENCE, someKind, waitForState } from './jobs-under-test.ts';

export function describeOutages(tested: JobQueueUnderTest): void {
  describe('while the server is down', () => {
    it('everything is Unavailable in good time, and works again by itself when it is back', async () => {
      const kind = someKind({ attempts: 20, backoffMs: 200 });
      const { seen } = await collect(tested.queue, kind, { concurrency: 2 });
      const [before = ''] = await tested.queue.enqueue(jobsOf(kind, 'before'));
      await waitForState(tested.queue, before, 'done');
      await tested.harness.killServer();
      const started = Date.now();
      await expect(tested.queue.enqueue(jobsOf(kind, 'lost'))).rejects.toThrow(Unavailable);
      await expect(tested.queue.find(before)).rejects.toThrow(Unavailable);
      await expect(tested.queue.count()).rejects.toThrow(Unavailable);
      await expect(tested.queue.checkReady()).rejects.toThrow(Unavailable);
      await expect(tested.queue.work(someKind(), { concurrency: 1 }, async () => undefined)).rejects.toThrow(
        Unavailable,
      );
      expect(Date.now() - started).toBeLessThan(30_000);
      const late = await tested.harness.open();
      await expect(late.queue.enqueue(jobsOf(kind, 'lost'))).rejects.toThrow(Unavailable);

      await tested.harness.restartServer();
      await vi.waitFor(() => tested.queue.checkReady(), PATIENCE);
      await vi.waitFor(() => late.queue.enqueue(jobsOf(kind, 'by one opened meanwhile')), PATIENCE);
      await tested.queue.enqueue(jobsOf(kind, 'after'));
      await vi.waitFor(() => expect(seen).toEqual(expect.arrayContaining(['before', 'after'])), PATIENCE);
      await vi.waitFor(() => expect(seen).toHaveLength(3), PATIENCE);
      await late.close();
    });

    it('a queue that was never connected closes', async () => {
      await tested.harness.killServer();
      const opened = await tested.harness.open();
      await opened.close();
      await opened.close();
      await tested.harness.restartServer();
      await vi.waitFor(() => tested.queue.checkReady(), PATIENCE);
    });
  });
}
