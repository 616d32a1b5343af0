import { randomUUID } from 'node:crypto';
import { Rejected } from '@millrace/domain';
import { describe, expect, it, vi } from 'vitest';
import type { JobQueueUnderTest } from './describe-job-queue.ts';
import { collect, jobsOf, PATIENCE, someKind, waitForState } from './jobs-under-test.ts';

export function describeSetAside(tested: JobQueueUnderTest): void {
  describe('jobs set aside', () => {
    async function poison(workspaceId: string, count: number): Promise<string[]> {
      const kind = someKind({ attempts: 1 });
      const ids: string[] = [];
      const { worker } = await collect(tested.queue, kind, {}, async ({ payload }) => {
        throw new Rejected(`no ${JSON.stringify(payload)}`);
      });
      for (let n = 0; n < count; n++) {
        ids.push(...(await tested.queue.enqueue([{ kind, workspaceId, payload: { n } }])));
        await waitForState(tested.queue, ids[n] ?? '', 'set-aside');
      }
      await worker.stop();
      return ids;
    }

    it('are listed page by page, the newest first, for a workspace or for all', async () => {
      const workspaceId = randomUUID();
      const ids = await poison(workspaceId, 5);
      const [others = ''] = await poison(randomUUID(), 1);
      const first = await tested.queue.listSetAside({ workspaceId, limit: 3 });
      expect(first.map(({ id }) => id)).toEqual([ids[4], ids[3], ids[2]]);
      expect(first[0]).toMatchObject({
        workspaceId,
        payload: { n: 4 },
        reason: 'no {"n":4}',
        state: 'set-aside',
      });
      expect(Math.abs((first[0]?.setAsideAt ?? 0) - Date.now())).toBeLessThan(60_000);
      const rest = await tested.queue.listSetAside({ workspaceId, limit: 3, after: first[2]?.id });
      expect(rest.map(({ id }) => id)).toEqual([ids[1], ids[0]]);
      const all = await tested.queue.listSetAside({ limit: 2 });
      expect(all.map(({ id }) => id)).toEqual([others, ids[4]]);
    });

    it('run again with all their attempts when they are replayed', async () => {
      const kind = someKind({ attempts: 2 });
      const [id = ''] = await tested.queue.enqueue(jobsOf(kind, 'fixed later'));
      let isFixed = false;
      const { runs } = await collect(tested.queue, kind, {}, async ({ attempt }) => {
        if (!isFixed || attempt === 1) throw new Error('broken');
      });
      await waitForState(tested.queue, id, 'set-aside');
      isFixed = true;
      await tested.queue.replay(id);
      await waitForState(tested.queue, id, 'done');
      expect(runs.map(({ attempt }) => attempt)).toEqual([1, 2, 1, 2]);
      await expect(tested.queue.replay(id)).rejects.toThrow(Rejected);
    });

    it('free their key, and take it again when they are replayed', async () => {
      const kind = someKind({ attempts: 1 });
      const keyed = { kind, workspaceId: 'contract', payload: 'keyed', key: 'k' };
      const [poisoned = ''] = await tested.queue.enqueue([keyed]);
      const failing = await collect(tested.queue, kind, {}, () => Promise.reject(new Rejected('no')));
      await waitForState(tested.queue, poisoned, 'set-aside');
      await failing.worker.stop();
      const [second = ''] = await tested.queue.enqueue([keyed]);
      expect(second).not.toBe(poisoned);
      await expect(tested.queue.replay(poisoned)).rejects.toMatchObject({ reason: 'already-exists' });
      await tested.queue.cancel(second);
      await tested.queue.replay(poisoned);
      expect(await tested.queue.enqueue([keyed])).toEqual([poisoned]);
    });

    it('are gone when they are discarded', async () => {
      const workspaceId = randomUUID();
      const [id = ''] = await poison(workspaceId, 1);
      await tested.queue.discard(id);
      expect(await tested.queue.find(id)).toBeUndefined();
      expect(await tested.queue.listSetAside({ workspaceId, limit: 10 })).toEqual([]);
      await expect(tested.queue.discard(id)).rejects.toMatchObject({ reason: 'not-found' });
      await expect(tested.queue.replay(id)).rejects.toMatchObject({ reason: 'not-found' });
      const after = tested.queue.listSetAside({ workspaceId, limit: 10, after: id });
      await expect(after).rejects.toMatchObject({ reason: 'not-found' });
    });

    it('are no others than those: what waits is neither replayed nor discarded', async () => {
      const kind = someKind();
      const [id = ''] = await tested.queue.enqueue(jobsOf(kind, 'waits'));
      await expect(tested.queue.discard(id)).rejects.toMatchObject({ reason: 'not-found' });
      await expect(tested.queue.replay(id)).rejects.toMatchObject({ reason: 'not-found' });
      await vi.waitFor(async () => expect((await tested.queue.find(id))?.state).toBe('waiting'), PATIENCE);
    });
  });
}
