import { describe, expect, it, vi } from 'vitest';
import type { JobQueueUnderTest } from './describe-job-queue.ts';
import { collect, jobsOf, PATIENCE, someKind } from './jobs-under-test.ts';

export function describePace(tested: JobQueueUnderTest): void {
  describe('pace', () => {
    it('begins no more jobs a second than it was told, over two workers', async () => {
      const kind = someKind();
      const times: number[] = [];
      const note = async (): Promise<void> => void times.push(Date.now());
      const options = { concurrency: 10, perSecond: 10 };
      const other = await tested.harness.open();
      try {
        await collect(tested.queue, kind, options, note);
        await collect(other.queue, kind, options, note);
        await tested.queue.enqueue(jobsOf(kind, ...Array.from({ length: 32 }, (_, n) => n)));
        await vi.waitFor(() => expect(times).toHaveLength(32), PATIENCE);
        // A window may begin with what the one before left.
        const tookMs = (times.at(-1) ?? 0) - (times[0] ?? 0);
        expect(tookMs).toBeGreaterThan(1_900);
        expect(tookMs).toBeLessThan(6_000);
      } finally {
        await other.close();
      }
    });

    it('takes a new job up soon when it has nothing to do', async () => {
      const kind = someKind();
      const { seen } = await collect(tested.queue, kind);
      const waits: number[] = [];
      for (let n = 1; n <= 5; n++) {
        const before = performance.now();
        await tested.queue.enqueue(jobsOf(kind, n));
        await vi.waitFor(() => expect(seen).toHaveLength(n), { timeout: 10_000, interval: 2 });
        waits.push(performance.now() - before);
      }
      expect(waits.sort((a, b) => a - b)[2]).toBeLessThan(500);
    });
  });
}
