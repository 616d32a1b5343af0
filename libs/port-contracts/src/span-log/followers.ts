import { Unavailable } from '@millrace/domain';
import { describe, expect, it, vi } from 'vitest';
import type { SpanLogHarness } from './harness.ts';
import { numberedRecord, recordId } from './numbered-records.ts';
import { PATIENCE, RecordingConsumer } from './recording-consumer.ts';
import { useTestLogs } from './storages.ts';

/** SpanFeed: readers beside the writer. */
export function describeFollowers(harness: SpanLogHarness): void {
  describe('followers', () => {
    const createLog = useTestLogs(harness);

    it('get every record appended since they came, each group at its own pace, and the writer too', async () => {
      const { log, close } = await (await createLog()).open();
      const writer = await RecordingConsumer.start(log);
      await log.append([numberedRecord(1, 0)]);
      await writer.waitFor([recordId(1, 0)]);
      const never = Promise.withResolvers<void>();
      const stuck = await RecordingConsumer.follow(log, 'stuck', { before: () => never.promise });
      const quick = await RecordingConsumer.follow(log, 'quick');
      const ids = Array.from({ length: 20 }, (_, number) => recordId(2, number));
      for (let number = 0; number < 20; number++) await log.append([numberedRecord(2, number)]);
      await writer.waitFor(ids);
      await quick.waitFor(ids);
      expect(await log.barrier({ timeoutMs: 10_000 })).toMatchObject({ isComplete: true });
      expect(stuck.ids()).toEqual([]);
      expect(quick.ids()).not.toContain(recordId(1, 0));
      quick.expectOrder();
      never.resolve();
      await stuck.waitFor(ids);
      await close();
    });

    it('go on after their last commit when they come again, though the writer is far ahead', async () => {
      const storage = await createLog();
      const first = await storage.open();
      const writer = await RecordingConsumer.start(first.log);
      const follower = await RecordingConsumer.follow(first.log, 'slow', { commits: false });
      await first.log.append([numberedRecord(1, 0)]);
      await follower.waitFor([recordId(1, 0)]);
      await follower.commitAll();
      await first.log.append([numberedRecord(1, 1)]);
      await follower.waitFor([recordId(1, 1)]);
      await writer.waitFor([recordId(1, 1)]);
      await first.close();

      const second = await storage.open();
      const again = await RecordingConsumer.start(second.log);
      await second.log.append([numberedRecord(1, 2)]);
      await again.waitFor([recordId(1, 2)]);
      const later = await RecordingConsumer.follow(second.log, 'slow');
      await later.waitFor([recordId(1, 1), recordId(1, 2)]);
      expect(later.ids()).toEqual([recordId(1, 1), recordId(1, 2)]);
      expect(later.sequenceOf(recordId(1, 1))).toBe(follower.sequenceOf(recordId(1, 1)));
      await second.close();
    });

    it('know how far they are behind', async () => {
      const { log, close } = await (await createLog()).open();
      const consumer = new LagProbe();
      const consumption = await log.follow('lagging', consumer);
      await consumer.assigned.promise;
      await log.append([numberedRecord(1, 0), numberedRecord(1, 1)]);
      const behind = async () => (await consumption.lag()).reduce((sum, { records }) => sum + records, 0);
      await vi.waitFor(async () => expect(await behind()).toBe(2), PATIENCE);
      await vi.waitFor(() => expect(consumer.last?.count).toBe(2), PATIENCE);
      if (consumer.last) await consumption.commit(consumer.last.shard, consumer.last.sequence);
      await vi.waitFor(async () => expect(await behind()).toBe(0), PATIENCE);
      await close();
    });

    it('are forgotten once nobody follows: then they begin anew', async () => {
      const { log, close } = await (await createLog()).open();
      await log.forget('unknown');
      const follower = await RecordingConsumer.follow(log, 'gone', { commits: false });
      await log.append([numberedRecord(1, 0)]);
      await follower.waitFor([recordId(1, 0)]);
      await expect(log.forget('gone')).rejects.toThrow(Unavailable);
      await follower.stop();
      await vi.waitFor(() => log.forget('gone'), PATIENCE);
      await log.forget('gone');
      const anew = await RecordingConsumer.follow(log, 'gone');
      await log.append([numberedRecord(1, 1)]);
      await anew.waitFor([recordId(1, 1)]);
      expect(anew.ids()).toEqual([recordId(1, 1)]);
      await close();
    });
  });
}

/** Counts what comes and commits nothing. */
class LagProbe {
  readonly assigned = Promise.withResolvers<void>();
  last: { readonly shard: number; readonly sequence: bigint; readonly count: number } | undefined;

  async onAssigned(): Promise<void> {
    this.assigned.resolve();
  }

  async onRevoked(): Promise<void> {}

  async onEntries(shard: number, entries: readonly { readonly sequence: bigint }[]): Promise<void> {
    const sequence = entries.at(-1)?.sequence ?? 0n;
    this.last = { shard, sequence, count: (this.last?.count ?? 0) + entries.length };
  }
}
