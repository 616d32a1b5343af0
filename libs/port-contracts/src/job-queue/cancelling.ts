import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import type { JobQueueUnderTest } from './describe-job-queue.ts';
import { collect, jobsOf, PATIENCE, someKind, untilStopped, waitForState } from './jobs-under-test.ts';

export function describeCancelling(tested: JobQueueUnderTest): void {
  describe('cancelling', () => {
    it('keeps a job that waits from ever running, and frees its key', async () => {
      const kind = someKind();
      const keyed = { kind, workspaceId: 'contract', payload: 'cancelled', key: 'k' };
      const [id = ''] = await tested.queue.enqueue([keyed]);
      const [delayed = ''] = await tested.queue.enqueue([
        { ...keyed, key: undefined, payload: 'delayed', delayMs: 300 },
      ]);
      await tested.queue.cancel(id);
      await tested.queue.cancel(id);
      await tested.queue.cancel(delayed);
      expect(await tested.queue.find(id)).toMatchObject({ state: 'cancelled', kind: kind.name });
      const [next] = await tested.queue.enqueue([{ ...keyed, payload: 'next' }]);
      expect(next).not.toBe(id);
      const { seen } = await collect(tested.queue, kind);
      await vi.waitFor(() => expect(seen).toEqual(['next']), PATIENCE);
      await sleep(500);
      expect(seen).toEqual(['next']);
      expect((await tested.queue.find(delayed))?.state).toBe('cancelled');
    });

    it.each(['throws', 'returns'])(
      'tells a job in another process that runs; cancelled if it %s',
      async (how) => {
        const kind = someKind();
        const [id = ''] = await tested.queue.enqueue(jobsOf(kind, 'long'));
        const ended = Promise.withResolvers<void>();
        const { seen } = await collect(tested.queue, kind, {}, async (job) => {
          await untilStopped(job).catch((error: unknown) => {
            ended.resolve();
            if (how === 'throws') throw error;
          });
        });
        await vi.waitFor(() => expect(seen).toHaveLength(1), PATIENCE);
        const other = await tested.harness.open();
        try {
          await other.queue.cancel(id);
          expect((await other.queue.find(id))?.state).toBe('cancelled');
          await ended.promise;
          await sleep(500);
          expect((await other.queue.find(id))?.state).toBe('cancelled');
          expect(seen).toHaveLength(1);
        } finally {
          await other.close();
        }
      },
    );

    it('refuses what is done, set aside or unknown', async () => {
      const kind = someKind({ attempts: 1 });
      const [done = '', poison = ''] = await tested.queue.enqueue(jobsOf(kind, 'fine', 'poison'));
      await collect(tested.queue, kind, {}, async ({ payload }) => {
        if (payload === 'poison') throw new Error('no');
      });
      await waitForState(tested.queue, done, 'done');
      await waitForState(tested.queue, poison, 'set-aside');
      await expect(tested.queue.cancel(done)).rejects.toMatchObject({ reason: 'invalid' });
      await expect(tested.queue.cancel(poison)).rejects.toMatchObject({ reason: 'invalid' });
      const unknown = `${kind.name}.00000000-0000-4000-8000-000000000000`;
      await expect(tested.queue.cancel(unknown)).rejects.toMatchObject({ reason: 'not-found' });
    });
  });
}
