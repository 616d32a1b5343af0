import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { JobQueueUnderTest } from './describe-job-queue.ts';
import { HostedWorker } from './hosted-worker.ts';
import { collect, jobsOf, PATIENCE, someKind, waitForState } from './jobs-under-test.ts';

/** What the port promises. */
const RECOVERY_MS = 15_000;

export function describeCrashes(tested: JobQueueUnderTest): void {
  describe('a worker process', () => {
    async function startHosted(...given: Parameters<typeof someKind>) {
      const kind = someKind(...given);
      const hosted = await HostedWorker.start(tested.harness, kind);
      onTestFinished(() => hosted.kill());
      return { kind, hosted };
    }

    it('that is killed in the middle loses no job: another runs them within 15 s', async () => {
      const { kind, hosted } = await startHosted();
      const ids = await tested.queue.enqueue(jobsOf(kind, 1, 2, 3));
      await hosted.hear('began', 3);
      const { seen, runs } = await collect(tested.queue, kind, { concurrency: 5 });
      await hosted.kill();
      const killedAt = Date.now();
      await vi.waitFor(() => expect(seen).toHaveLength(3), PATIENCE);
      expect(Date.now() - killedAt).toBeLessThan(RECOVERY_MS);
      for (const id of ids) await waitForState(tested.queue, id, 'done');
      expect(runs.map(({ attempt }) => attempt)).toEqual([2, 2, 2]);
    });

    it('that a job kills every time sets it aside after its last attempt', async () => {
      const { kind, hosted } = await startHosted({ attempts: 1 });
      const [id = ''] = await tested.queue.enqueue(jobsOf(kind, 'deadly'));
      await hosted.hear('began');
      const { seen } = await collect(tested.queue, kind);
      await hosted.kill();
      const job = await waitForState(tested.queue, id, 'set-aside');
      expect(job.reason).toMatch(/worker ended or froze/);
      expect(seen).toEqual([]);
    });

    it.each(['resolve', 'reject'] as const)(
      'that froze loses its job, is told so, and changes nothing when its handlers %s at last',
      async (how) => {
        const { kind, hosted } = await startHosted();
        const [id = ''] = await tested.queue.enqueue(jobsOf(kind, 'frozen'));
        await hosted.hear('began');
        hosted.freeze();
        const { runs } = await collect(tested.queue, kind, {}, async (job) => {
          await job.reportProgress(7, 7);
        });
        await vi.waitFor(() => expect(runs).toHaveLength(1), PATIENCE);
        const done = await waitForState(tested.queue, id, 'done');
        hosted.thaw();
        await hosted.hear('told-to-stop');
        hosted.endHandlers(how);
        await hosted.hear('handler-ended');
        await sleep(1_000);
        expect(await tested.queue.find(id)).toEqual(done);
        expect(runs).toHaveLength(1);
      },
    );

    it('that is alive keeps its job for as long as the handler takes', async () => {
      const { kind, hosted } = await startHosted();
      const [id = ''] = await tested.queue.enqueue(jobsOf(kind, 'slow'));
      await hosted.hear('began');
      const { seen } = await collect(tested.queue, kind);
      await sleep(12_000);
      expect(seen).toEqual([]);
      hosted.endHandlers('resolve');
      expect((await waitForState(tested.queue, id, 'done')).attempt).toBe(1);
    });
  });
}
