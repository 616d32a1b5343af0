import { describe, expect, it, vi } from 'vitest';
import type { JobQueueUnderTest } from './describe-job-queue.ts';
import { collect, jobsOf, PATIENCE, someKind, untilStopped, waitForState } from './jobs-under-test.ts';

export function describeEnqueueing(tested: JobQueueUnderTest): void {
  describe('enqueueing', () => {
    it('runs each job once, whole, with ids in order', async () => {
      const kind = someKind();
      const ids = await tested.queue.enqueue(jobsOf(kind, { n: 1, text: 'ä "quoted"' }, [2], null));
      expect(new Set(ids).size).toBe(3);
      expect((await tested.queue.find(ids[0] ?? ''))?.state).toBe('waiting');
      const { seen, runs } = await collect(tested.queue, kind);
      await vi.waitFor(() => expect(seen).toEqual([{ n: 1, text: 'ä "quoted"' }, [2], null]), PATIENCE);
      expect(runs.map(({ id }) => id)).toEqual(ids);
      expect(runs[0]).toMatchObject({ workspaceId: 'contract', attempt: 1 });
      const done = await waitForState(tested.queue, ids[0] ?? '', 'done');
      expect(done).toMatchObject({ kind: kind.name, workspaceId: 'contract', attempt: 1, reason: undefined });
      expect(Math.abs(done.createdAt - Date.now())).toBeLessThan(60_000);
    });

    it('takes none, and several kinds at once', async () => {
      expect(await tested.queue.enqueue([])).toEqual([]);
      const [one, other] = [someKind(), someKind()];
      const ids = await tested.queue.enqueue([...jobsOf(one, 1), ...jobsOf(other, 2), ...jobsOf(one, 3)]);
      const jobs = await Promise.all(ids.map((id) => tested.queue.find(id)));
      expect(jobs.map((job) => job?.kind)).toEqual([one.name, other.name, one.name]);
    });

    it('runs the most urgent first, and the oldest of equals', async () => {
      const kind = someKind();
      const priorities = [10, undefined, 1, 5, 1, 10];
      await tested.queue.enqueue(
        priorities.map((priority, at) => ({ kind, workspaceId: 'contract', payload: at, priority })),
      );
      await tested.queue.enqueue(jobsOf(kind, 'last of the fives'));
      const { seen } = await collect(tested.queue, kind);
      await vi.waitFor(() => expect(seen).toEqual([2, 4, 1, 3, 'last of the fives', 0, 5]), PATIENCE);
    });

    it('keeps a job back for its delay', async () => {
      const kind = someKind();
      const before = Date.now();
      const [id = ''] = await tested.queue.enqueue([
        { kind, workspaceId: 'contract', payload: 'later', delayMs: 700 },
      ]);
      expect((await tested.queue.find(id))?.state).toBe('delayed');
      const { seen } = await collect(tested.queue, kind);
      await vi.waitFor(() => expect(seen).toEqual(['later']), PATIENCE);
      expect(Date.now() - before).toBeGreaterThanOrEqual(690);
      expect(Date.now() - before).toBeLessThan(5_000);
    });

    it('queues one job for a key while one waits or runs, and another afterwards', async () => {
      const kind = someKind();
      const keyed = { kind, workspaceId: 'contract', payload: 'keyed', key: 'trace 1: ä/:*' };
      const [first = '', second] = await tested.queue.enqueue([keyed, keyed]);
      expect(second).toBe(first);
      expect(await tested.queue.enqueue([keyed])).toEqual([first]);
      const [other] = await tested.queue.enqueue([{ ...keyed, key: 'trace 2' }]);
      expect(other).not.toBe(first);
      const [unkeyed] = await tested.queue.enqueue([{ ...keyed, key: undefined }]);
      expect(unkeyed).not.toBe(first);

      const { seen } = await collect(tested.queue, kind, { concurrency: 3 }, untilStopped);
      await vi.waitFor(() => expect(seen).toHaveLength(3), PATIENCE);
      expect(await tested.queue.enqueue([keyed])).toEqual([first]);
    });

    it('frees the key when its job is done', async () => {
      const kind = someKind();
      const keyed = { kind, workspaceId: 'contract', payload: 'keyed', key: 'k' };
      const [first = ''] = await tested.queue.enqueue([keyed]);
      const { seen } = await collect(tested.queue, kind);
      await waitForState(tested.queue, first, 'done');
      const [second = ''] = await tested.queue.enqueue([keyed]);
      expect(second).not.toBe(first);
      await vi.waitFor(() => expect(seen).toHaveLength(2), PATIENCE);
    });

    it('keeps the key while its job waits to be tried again', async () => {
      const kind = someKind({ backoffMs: 60_000 });
      const keyed = { kind, workspaceId: 'contract', payload: 'keyed', key: 'k' };
      const [first = ''] = await tested.queue.enqueue([keyed]);
      await collect(tested.queue, kind, {}, () => Promise.reject(new Error('not this time')));
      await waitForState(tested.queue, first, 'delayed');
      expect(await tested.queue.enqueue([keyed])).toEqual([first]);
    });

    it('carries 100 kB', async () => {
      const kind = someKind();
      const text = 'x"\n'.repeat(34_000);
      await tested.queue.enqueue(jobsOf(kind, ...Array.from({ length: 20 }, (_, n) => ({ n, text }))));
      const { seen } = await collect(tested.queue, kind, { concurrency: 4 });
      await vi.waitFor(() => expect(seen).toHaveLength(20), PATIENCE);
      expect(seen).toContainEqual({ n: 19, text });
    });

    it('takes 5,000 jobs and runs each of them once in two workers', async () => {
      const kind = someKind();
      const numbers = Array.from({ length: 5_000 }, (_, n) => n);
      const ids = await tested.queue.enqueue(jobsOf(kind, ...numbers));
      expect(new Set(ids).size).toBe(5_000);
      const other = await tested.harness.open();
      try {
        const one = await collect(tested.queue, kind, { concurrency: 20 });
        const two = await collect(other.queue, kind, { concurrency: 20 });
        await vi.waitFor(() => expect(one.seen.length + two.seen.length).toBe(5_000), PATIENCE);
        expect([...one.seen, ...two.seen].map(Number).sort((a, b) => a - b)).toEqual(numbers);
      } finally {
        await other.close();
      }
    });

    it('runs no more at once than it was told', async () => {
      const kind = someKind();
      let running = 0;
      let most = 0;
      await tested.queue.enqueue(jobsOf(kind, ...Array.from({ length: 30 }, (_, n) => n)));
      const { seen } = await collect(tested.queue, kind, { concurrency: 4 }, async () => {
        most = Math.max(most, ++running);
        await new Promise((resolve) => setTimeout(resolve, 20));
        running -= 1;
      });
      await vi.waitFor(() => expect(seen).toHaveLength(30), PATIENCE);
      expect(most).toBe(4);
    });

    it('counts by state and finds nothing by an id that is none', async () => {
      const kind = someKind({ attempts: 1 });
      await tested.queue.enqueue([
        ...jobsOf(kind, 'running', 'waiting', 'waiting'),
        { kind, workspaceId: 'contract', payload: 'delayed', delayMs: 60_000 },
        { kind, workspaceId: 'other', payload: 'delayed', delayMs: 60_000 },
        { kind, workspaceId: 'other', payload: 'waiting', priority: 10 },
      ]);
      const { seen } = await collect(tested.queue, kind, {}, untilStopped);
      await vi.waitFor(() => expect(seen).toHaveLength(1), PATIENCE);
      const counted = async (workspaceId?: string) => {
        const counts = await tested.queue.count(workspaceId);
        return counts.find((each) => each.kind === kind.name);
      };
      const none = { kind: kind.name, waiting: 0, delayed: 0, running: 0, setAside: 0 };
      expect(await counted()).toEqual({ ...none, waiting: 3, delayed: 2, running: 1 });
      expect(await counted('contract')).toEqual({ ...none, waiting: 2, delayed: 1, running: 1 });
      expect(await counted('other')).toEqual({ ...none, waiting: 1, delayed: 1 });
      expect(await counted('nobody')).toEqual(none);
      for (const id of ['', 'x', `${kind.name}.x`, `${kind.name}.00000000-0000-4000-8000-000000000000`]) {
        expect(await tested.queue.find(id)).toBeUndefined();
      }
    });
  });
}
