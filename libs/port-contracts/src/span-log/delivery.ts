import { Unavailable } from '@millrace/domain';
import type { LogRecord } from '@millrace/ports';
import { describe, expect, it } from 'vitest';
import type { SpanLogHarness } from './harness.ts';
import { numberedRecord, recordId, traceOf } from './numbered-records.ts';
import { RecordingConsumer } from './recording-consumer.ts';
import { useTestLogs } from './storages.ts';

/** Order, redelivery and commits. */
export function describeDelivery(harness: SpanLogHarness): void {
  describe('order', () => {
    const createLog = useTestLogs(harness);

    it('keeps the order of each key under concurrent appends', async () => {
      const { log, close } = await (await createLog()).open();
      const reader = await RecordingConsumer.start(log);
      const traces = Array.from({ length: 12 }, (_, trace) => trace);
      await Promise.all(
        traces.map(async (trace) => {
          for (let number = 0; number < 60; number += 3) {
            await log.append([0, 1, 2].map((each) => numberedRecord(trace, number + each, 100 * trace)));
          }
        }),
      );
      await reader.waitFor(traces.flatMap((trace) => ids(trace, 0, 60)));
      await close();
      reader.expectOrder();
      expect(reader.ids()).toHaveLength(12 * 60);
    });

    it('delivers one key in the order its appends resolved', async () => {
      const { log, close } = await (await createLog()).open();
      const reader = await RecordingConsumer.start(log);
      const resolved: string[] = [];
      await Promise.all(
        ids(5, 0, 80).map(async (id, number) => {
          await log.append([numberedRecord(5, number, (number % 7) * 3_000 + 10)]);
          resolved.push(id);
        }),
      );
      await reader.waitFor(resolved);
      await close();
      expect(reader.ids().filter((id) => traceOf(id) === 5)).toEqual(resolved);
    });

    it('brings each key through the shard that owns it, all shards assigned', async () => {
      const { log, close } = await (await createLog()).open();
      const reader = await RecordingConsumer.start(log);
      const records = Array.from({ length: 64 }, (_, trace) => numberedRecord(trace, 0));
      await log.append(records);
      await reader.waitFor(records.map((_, trace) => recordId(trace, 0)));
      expect([...reader.shards.keys()].sort()).toEqual(Array.from({ length: harness.shards }, (_, n) => n));
      for (const { id, shard } of reader.deliveries) {
        const key = keyOfId(records, id);
        for (const each of reader.shards.values()) expect(each.owns(key)).toBe(each.shard === shard);
      }
      await close();
    });
  });

  describe('redelivery', () => {
    const createLog = useTestLogs(harness);

    it('delivers again with the same sequence after an uncommitted stop', async () => {
      const { log, close } = await (await createLog()).open();
      const first = await RecordingConsumer.start(log, { commits: false });
      await log.append([numberedRecord(1, 0), numberedRecord(1, 1)]);
      await first.waitFor(ids(1, 0, 2));
      await first.stop();
      await log.append([numberedRecord(1, 2)]);
      const second = await RecordingConsumer.start(log);
      await second.waitFor(ids(1, 0, 3));
      await close();
      second.expectOrder();
      for (const id of first.ids()) expect(second.sequenceOf(id)).toBe(first.sequenceOf(id));
    });

    it('never delivers what was committed again, over restarts', async () => {
      const storage = await createLog();
      const sequences: bigint[] = [];
      for (let round = 0; round < 3; round++) {
        const { log, close } = await storage.open();
        const reader = await RecordingConsumer.start(log);
        await log.append([numberedRecord(1, round)]);
        await reader.waitFor([recordId(1, round)]);
        expect(reader.ids()).toEqual([recordId(1, round)]);
        sequences.push(...reader.deliveries.map(({ sequence }) => sequence));
        await close();
      }
      expect(sequences).toEqual([...sequences].sort((a, b) => (a < b ? -1 : 1)));
      expect(new Set(sequences).size).toBe(3);
      for (const sequence of sequences) expect(sequence >= 2n ** 48n).toBe(true);
    });

    it('delivers from after the last commit when a call was left uncommitted', async () => {
      const storage = await createLog();
      const first = await storage.open();
      const reader = await RecordingConsumer.start(first.log, { commits: false });
      await first.log.append(ids(1, 0, 10).map((_, number) => numberedRecord(1, number)));
      await reader.waitFor(ids(1, 0, 10));
      const fourth = reader.deliveries.find(({ id }) => id === recordId(1, 3));
      await reader.commit(fourth?.shard ?? -1, fourth?.sequence ?? -1n);
      await first.close();
      const second = await storage.open();
      const rest = await RecordingConsumer.start(second.log);
      await rest.waitFor(ids(1, 4, 10));
      await second.close();
      expect(rest.ids()).toEqual(ids(1, 4, 10));
    });

    it('delivers again when onEntries rejects, and loses nothing', async () => {
      const { log, close } = await (await createLog()).open();
      let rejections = 2;
      const reader = await RecordingConsumer.start(log, {
        before: async () => {
          if (rejections-- > 0) throw new Error('the consumer fails on purpose');
        },
      });
      await log.append([numberedRecord(1, 0), numberedRecord(1, 1)]);
      await log.append([numberedRecord(1, 2)]);
      await reader.waitFor(ids(1, 0, 3));
      await close();
      expect(rejections).toBeLessThan(0);
      reader.expectOrder();
    });

    it('refuses to commit a shard that is not owned', async () => {
      const { log, close } = await (await createLog()).open();
      const reader = await RecordingConsumer.start(log, { commits: false });
      await log.append([numberedRecord(1, 0)]);
      await reader.waitFor([recordId(1, 0)]);
      await reader.stop();
      await expect(reader.commitAll()).rejects.toThrow(Unavailable);
      await close();
    });
  });
}

function ids(trace: number, from: number, to: number): string[] {
  return Array.from({ length: to - from }, (_, index) => recordId(trace, from + index));
}

function keyOfId(records: readonly LogRecord[], id: string | undefined): string {
  return records[traceOf(id ?? '')]?.key ?? '';
}
