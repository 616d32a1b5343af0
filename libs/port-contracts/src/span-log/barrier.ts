import { describe, expect, it, vi } from 'vitest';
import type { SpanLogHarness } from './harness.ts';
import { keyOf, numberedRecord, recordId } from './numbered-records.ts';
import { PATIENCE, RecordingConsumer } from './recording-consumer.ts';
import { useTestLogs } from './storages.ts';

/** Reading what was acknowledged: barriers and freshness. */
export function describeBarrier(harness: SpanLogHarness): void {
  describe('barrier', () => {
    const createLog = useTestLogs(harness);

    it('answers at once when nothing is outstanding, without a barrier record', async () => {
      const { log, close } = await (await createLog()).open();
      const reader = await RecordingConsumer.start(log);
      await log.append([numberedRecord(1, 0)]);
      await reader.waitFor([recordId(1, 0)]);
      await vi.waitFor(async () => expect((await log.freshness()).isComplete).toBe(true), PATIENCE);
      const asked = Date.now();
      const answer = await log.barrier({ timeoutMs: 10_000 });
      expect(answer.isComplete).toBe(true);
      expect(answer.completeTo).toBeGreaterThanOrEqual(asked - 1_000);
      expect(Date.now() - asked).toBeLessThan(2_000);
      expect(reader.barriers()).toBe(0);
      await close();
    });

    it('is complete on an empty log', async () => {
      const { log, close } = await (await createLog()).open();
      await RecordingConsumer.start(log);
      expect(await log.barrier({ timeoutMs: 5_000 })).toMatchObject({ isComplete: true });
      await vi.waitFor(
        async () => expect(await log.freshness()).toMatchObject({ isComplete: true }),
        PATIENCE,
      );
      await close();
    });

    it('makes the consumer see a barrier record and waits for the commit', async () => {
      const { log, close } = await (await createLog()).open();
      const reader = await RecordingConsumer.start(log, { commits: false });
      await log.append([numberedRecord(1, 0)]);
      await reader.waitFor([recordId(1, 0)]);
      let answers = 0;
      const waiting = [
        log.barrier({ timeoutMs: 30_000 }),
        log.barrier({ timeoutMs: 30_000, key: keyOf(1) }),
      ].map(async (barrier) => {
        const answer = await barrier;
        answers++;
        return answer;
      });
      await vi.waitFor(() => expect(reader.barriers()).toBeGreaterThan(0), PATIENCE);
      expect(answers).toBe(0);
      await vi.waitFor(async () => {
        await reader.commitAll();
        expect(answers).toBe(2);
      }, PATIENCE);
      for (const answer of await Promise.all(waiting)) expect(answer.isComplete).toBe(true);
      await close();
    });

    it('times out incomplete, complete only to before the oldest outstanding record', async () => {
      const { log, close } = await (await createLog()).open();
      const reader = await RecordingConsumer.start(log, { commits: false });
      await log.append([numberedRecord(1, 0)]);
      await log.append([numberedRecord(1, 1)]);
      await reader.waitFor([recordId(1, 0), recordId(1, 1)]);
      const asked = Date.now();
      const answer = await log.barrier({ timeoutMs: 300 });
      expect(Date.now() - asked).toBeLessThan(5_000);
      expect(answer.isComplete).toBe(false);
      expect(answer.completeTo).toBeLessThan(reader.deliveries[0]?.appendedAt ?? 0);
      expect(await log.freshness()).toMatchObject({ isComplete: false });
      await vi.waitFor(async () => {
        await reader.commitAll();
        expect(await log.freshness()).toMatchObject({ isComplete: true });
      }, PATIENCE);
      await close();
    });

    it('times out when nobody consumes', async () => {
      const { log, close } = await (await createLog()).open();
      await log.append([numberedRecord(1, 0)]);
      const answer = await log.barrier({ timeoutMs: 300 });
      expect(answer.isComplete).toBe(false);
      expect(answer.completeTo).toBeLessThanOrEqual(Date.now());
      await close();
    });

    it('with a key waits for the shard of that key only', async () => {
      const { log, close } = await (await createLog()).open();
      const reader = await RecordingConsumer.start(log, { commits: false });
      await log.append([numberedRecord(0, 0)]);
      await reader.waitFor([recordId(0, 0)]);
      const held = reader.shards.get(reader.deliveries[0]?.shard ?? -1);
      const traces = Array.from({ length: 64 }, (_, trace) => trace);
      const other = traces.find((trace) => held?.owns(keyOf(trace)) === false);
      expect(other !== undefined).toBe(harness.shards > 1);
      expect(await log.barrier({ timeoutMs: 500, key: keyOf(0) })).toMatchObject({ isComplete: false });
      if (other !== undefined) {
        expect(await log.barrier({ timeoutMs: 10_000, key: keyOf(other) })).toMatchObject({
          isComplete: true,
        });
      }
      await close();
    });
  });

  describe('freshness', () => {
    const createLog = useTestLogs(harness);

    it('follows commits', async () => {
      const { log, close } = await (await createLog()).open();
      const reader = await RecordingConsumer.start(log, { commits: false });
      await log.append([numberedRecord(1, 0)]);
      await reader.waitFor([recordId(1, 0)]);
      const behind = await log.freshness();
      expect(behind.isComplete).toBe(false);
      expect(behind.completeTo).toBeLessThan(reader.deliveries[0]?.appendedAt ?? 0);
      expect(behind.lagMs).toBeGreaterThan(0);
      await reader.commitAll();
      await vi.waitFor(async () => {
        const fresh = await log.freshness();
        expect(fresh).toMatchObject({ isComplete: true, lagMs: 0 });
        expect(fresh.completeTo).toBeGreaterThanOrEqual(reader.deliveries[0]?.appendedAt ?? Infinity);
      }, PATIENCE);
      await close();
    });

    it('is known after a restart, before anything is consumed', async () => {
      const storage = await createLog();
      const first = await storage.open();
      await first.log.append([numberedRecord(1, 0)]);
      await first.close();
      const second = await storage.open();
      expect(await second.log.freshness()).toMatchObject({ isComplete: false });
      const reader = await RecordingConsumer.start(second.log);
      await reader.waitFor([recordId(1, 0)]);
      await vi.waitFor(
        async () => expect(await second.log.freshness()).toMatchObject({ isComplete: true }),
        PATIENCE,
      );
      await second.close();
    });
  });
}
