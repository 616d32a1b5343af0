import { Rejected, Unavailable } from '@millrace/domain';
import { JobPostponed } from '@millrace/ports';
import { describe, expect, it, vi } from 'vitest';
import type { JobQueueUnderTest } from './describe-job-queue.ts';
import { collect, jobsOf, PATIENCE, someKind, waitForState } from './jobs-under-test.ts';

export function describeOutcomes(tested: JobQueueUnderTest): void {
  describe('what a handler throws', () => {
    it('an error is tried again with growing waits, and sets the job aside after the last attempt', async () => {
      const kind = someKind({ attempts: 3, backoffMs: 300 });
      const [id = ''] = await tested.queue.enqueue(jobsOf(kind, 'poison'));
      const times: number[] = [];
      const { runs } = await collect(tested.queue, kind, {}, async ({ attempt }) => {
        times.push(Date.now());
        throw new Error(`attempt ${attempt} failed`);
      });
      const job = await waitForState(tested.queue, id, 'set-aside');
      expect(runs.map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
      expect(job).toMatchObject({ attempt: 3, reason: 'attempt 3 failed' });
      const [first = 0, second = 0, third = 0] = times;
      expect(second - first).toBeGreaterThanOrEqual(220);
      expect(third - second).toBeGreaterThanOrEqual(440);
    });

    it('Unavailable is tried again after the wait that it names, if the backoff is shorter', async () => {
      const kind = someKind({ backoffMs: 10 });
      const [id = ''] = await tested.queue.enqueue(jobsOf(kind, 'patient'));
      const times: number[] = [];
      await collect(tested.queue, kind, {}, async () => {
        times.push(Date.now());
        if (times.length === 1) throw new Unavailable('the judge is busy', 1_200);
      });
      expect((await waitForState(tested.queue, id, 'delayed')).reason).toBe('the judge is busy');
      await waitForState(tested.queue, id, 'done');
      expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(1_190);
    });

    it('Rejected sets the job aside at once', async () => {
      const kind = someKind({ attempts: 8 });
      const [id = ''] = await tested.queue.enqueue(jobsOf(kind, 'poison'));
      const { seen } = await collect(tested.queue, kind, {}, () => Promise.reject(new Rejected('never')));
      expect(await waitForState(tested.queue, id, 'set-aside')).toMatchObject({
        attempt: 1,
        reason: 'never',
      });
      expect(seen).toHaveLength(1);
    });

    it('JobPostponed brings the job again and counts as no attempt', async () => {
      const kind = someKind({ attempts: 1 });
      const [id = ''] = await tested.queue.enqueue(jobsOf(kind, 'patient'));
      const times: number[] = [];
      const { runs } = await collect(tested.queue, kind, {}, async () => {
        times.push(Date.now());
        if (times.length < 4) throw new JobPostponed(300);
      });
      const job = await waitForState(tested.queue, id, 'done');
      expect(runs.map(({ attempt }) => attempt)).toEqual([1, 1, 1, 1]);
      expect(job.attempt).toBe(1);
      expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(290);
    });

    it('a handler that throws before its first await fails like any other', async () => {
      const kind = someKind({ attempts: 1 });
      const [id = ''] = await tested.queue.enqueue(jobsOf(kind, 'poison'));
      await collect(tested.queue, kind, {}, () => {
        throw new Error('at once');
      });
      expect((await waitForState(tested.queue, id, 'set-aside')).reason).toBe('at once');
    });

    it('progress is told, and kept', async () => {
      const kind = someKind();
      const [id = ''] = await tested.queue.enqueue(jobsOf(kind, 'long'));
      const half = Promise.withResolvers<void>();
      await collect(tested.queue, kind, {}, async (job) => {
        await job.reportProgress(1, 10);
        for (let done = 2; done < 9; done++) await job.reportProgress(done, 10);
        await half.promise;
        await job.reportProgress(10, 10);
      });
      await vi.waitFor(
        async () => expect((await tested.queue.find(id))?.progress).toEqual({ done: 1, total: 10 }),
        PATIENCE,
      );
      half.resolve();
      await vi.waitFor(
        async () => expect((await tested.queue.find(id))?.progress).toEqual({ done: 10, total: 10 }),
        PATIENCE,
      );
    });
  });
}
