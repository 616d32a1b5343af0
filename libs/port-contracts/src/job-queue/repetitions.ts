import { Rejected } from '@millrace/domain';
import type { JobKind, JobQueue, JobWorker } from '@millrace/ports';
import { describe, expect, it, vi } from 'vitest';
import type { JobQueueUnderTest } from './describe-job-queue.ts';
import { PATIENCE, someKind } from './jobs-under-test.ts';

export function describeRepetitions(tested: JobQueueUnderTest): void {
  describe('repetitions', () => {
    it('are of a time zone', async () => {
      const kind = someKind();
      const job = repeated(kind);
      await tested.queue.repeat(job, { cron: '0 1 * * *', timeZone: 'Europe/Berlin' });
      const berlin = await tested.harness.nextTime(kind, job.key);
      await tested.queue.repeat(job, { cron: '0 1 * * *', timeZone: 'Asia/Kolkata' });
      const kolkata = await tested.harness.nextTime(kind, job.key);
      const hourIn = (time: Date | undefined, timeZone: string) =>
        time?.toLocaleTimeString('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
      expect(hourIn(berlin, 'Europe/Berlin')).toBe('01:00');
      expect(hourIn(kolkata, 'Asia/Kolkata')).toBe('01:00');
      expect(berlin?.getTime()).toBeGreaterThan(Date.now());
      await tested.queue.endRepetition(kind, job.key);
    });

    it('are one for a kind and key, replaced when said again, and ended', async () => {
      const kind = someKind();
      const job = repeated(kind);
      await tested.queue.repeat(job, { cron: '30 4 1 1 *', timeZone: 'UTC' });
      await tested.queue.repeat(job, { cron: '45 5 2 2 *', timeZone: 'UTC' });
      const next = await tested.harness.nextTime(kind, job.key);
      expect(next?.toISOString()).toMatch(/-02-02T05:45:00/);
      await tested.queue.endRepetition(kind, job.key);
      await tested.queue.endRepetition(kind, job.key);
      expect(await tested.harness.nextTime(kind, job.key)).toBeUndefined();
      const counts = await tested.queue.count();
      expect(counts.find((each) => each.kind === kind.name)).toMatchObject({ waiting: 0, delayed: 0 });
    });

    it('are no jobs that are counted', async () => {
      const kind = someKind();
      await tested.queue.repeat(repeated(kind), { cron: '30 4 1 1 *', timeZone: 'UTC' });
      const counts = await tested.queue.count();
      expect(counts.find((each) => each.kind === kind.name)).toMatchObject({ waiting: 0, delayed: 0 });
    });

    it.each([
      ['1 * * * * *', 'UTC'],
      ['61 * * * *', 'UTC'],
      ['every day', 'UTC'],
      ['', 'UTC'],
      ['0 1 * * *', 'Europe/Nowhere'],
    ])('are refused by %j in %s', async (cron, timeZone) => {
      await expect(tested.queue.repeat(repeated(someKind()), { cron, timeZone })).rejects.toThrow(Rejected);
    });
  });
}

/** Begun before the other tests and looked at after them, since they take longer than its minute. */
export class FiringRepetition {
  private readonly kind = someKind();
  private readonly seen: unknown[] = [];
  private worker: JobWorker | undefined;
  private begunAt = 0;

  async begin(queue: JobQueue): Promise<void> {
    this.worker = await queue.work(this.kind, { concurrency: 1 }, async ({ payload, workspaceId }) => {
      this.seen.push({ payload, workspaceId });
    });
    this.begunAt = Date.now();
    await queue.repeat(repeated(this.kind, { each: 'minute' }), {
      cron: '* * * * *',
      timeZone: 'Europe/Berlin',
    });
  }

  describe(tested: JobQueueUnderTest): void {
    it('a repetition fires once at its time', { timeout: 90_000 }, async () => {
      const timeout = Math.max(60_000 - (this.begunAt % 60_000) + 20_000, PATIENCE.timeout);
      await vi.waitFor(() => expect(this.seen.length).toBeGreaterThan(0), { timeout, interval: 100 });
      expect(this.seen[0]).toEqual({ payload: { each: 'minute' }, workspaceId: 'contract' });
      const minutes = Math.floor(Date.now() / 60_000) - Math.floor(this.begunAt / 60_000);
      expect(this.seen.length).toBeLessThanOrEqual(minutes);
      await tested.queue.endRepetition(this.kind, KEY);
      await this.worker?.stop();
    });
  }
}

const KEY = 'schedule 1: ä/:*';

function repeated(kind: JobKind<unknown>, payload: unknown = 'repeated') {
  return { kind, workspaceId: 'contract', payload, key: KEY };
}
