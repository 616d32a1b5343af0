import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Unavailable } from '@millrace/domain';
import { describe, expect, it, vi } from 'vitest';
import type { SpanLogHarness } from './harness.ts';
import { numberedRecord, recordId } from './numbered-records.ts';
import { PATIENCE, RecordingConsumer } from './recording-consumer.ts';
import { useTestLogs } from './storages.ts';

const MEGABYTE = 1024 * 1024;

/** Bounded memory on both sides. */
export function describeBackPressure(harness: SpanLogHarness): void {
  describe('back-pressure', () => {
    const createLog = useTestLogs(harness);

    it('holds 96 MB for a consumer that is busy, in bounded memory, and loses nothing', async () => {
      const { log, close } = await (await createLog()).open();
      const release = Promise.withResolvers<void>();
      const reader = await RecordingConsumer.start(log, { before: () => release.promise });
      const before = heldBytes();
      for (let number = 0; number < 96; number++) await log.append([numberedRecord(1, number, MEGABYTE)]);
      await vi.waitFor(() => expect(heldBytes() - before).toBeLessThan(64 * MEGABYTE), {
        timeout: 5_000,
        interval: 200,
      });
      expect(reader.faults).toEqual([]);
      expect(reader.ids()).toEqual([]);
      release.resolve();
      await reader.waitFor(Array.from({ length: 96 }, (_, number) => recordId(1, number)));
      await close();
      reader.expectOrder();
    });

    it('throws Unavailable at once above the in-flight byte budget, and recovers', async () => {
      const { log, close } = await (await createLog()).open({ maxInFlightBytes: MEGABYTE });
      const reader = await RecordingConsumer.start(log);
      await log.append([numberedRecord(1, 0)]);
      const started = performance.now();
      const outcomes = await Promise.all(
        Array.from({ length: 40 }, async (_, trace) => {
          const settled = await log.append([numberedRecord(trace + 10, 0, MEGABYTE / 4)]).then(
            () => undefined,
            (error: unknown) => error,
          );
          return { trace: trace + 10, error: settled, afterMs: performance.now() - started };
        }),
      );
      const refused = outcomes.filter(({ error }) => error !== undefined);
      const taken = outcomes.filter(({ error }) => error === undefined);
      expect(refused.length).toBeGreaterThan(20);
      expect(taken.length).toBeGreaterThan(0);
      for (const { error } of refused) expect(error).toBeInstanceOf(Unavailable);
      for (const { afterMs } of refused) expect(afterMs).toBeLessThan(1_000);
      await log.append([numberedRecord(1, 1)]);
      await reader.waitFor([...taken.map(({ trace }) => recordId(trace, 0)), recordId(1, 1)]);
      await close();
    });

    it('keeps delivering other shards while one is held', async () => {
      const { log, close } = await (await createLog()).open();
      const release = Promise.withResolvers<void>();
      const held: number[] = [];
      const reader = await RecordingConsumer.start(log, {
        before: async (shard) => {
          if (held.length === 0) held.push(shard);
          if (held[0] === shard) await release.promise;
        },
      });
      await log.append([numberedRecord(0, 0)]);
      await vi.waitFor(() => expect(held).toHaveLength(1), PATIENCE);
      const records = Array.from({ length: 64 }, (_, trace) => numberedRecord(trace + 1, 0));
      await log.append(records);
      const owner = reader.shards.get(held[0] ?? -1);
      const ids = (isHeld: boolean) =>
        records.flatMap(({ key }, trace) => (owner?.owns(key) === isHeld ? [recordId(trace + 1, 0)] : []));
      await reader.waitFor(ids(false));
      expect(ids(false).length > 0).toBe(harness.shards > 1);
      release.resolve();
      await reader.waitFor(ids(true));
      await close();
    });
  });
}

/** Bytes of buffers that something still refers to. */
function heldBytes(): number {
  setFlagsFromString('--expose-gc');
  const collectGarbage: unknown = runInNewContext('gc');
  if (typeof collectGarbage === 'function') collectGarbage();
  return process.memoryUsage().arrayBuffers;
}
