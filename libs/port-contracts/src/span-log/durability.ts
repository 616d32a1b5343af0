import { Rejected, Unavailable } from '@millrace/domain';
import { MAX_LOG_RECORD_BYTES, type LogRecord, type SpanLog } from '@millrace/ports';
import { describe, expect, it, vi } from 'vitest';
import type { SpanLogHarness } from './harness.ts';
import { numberedRecord, recordId } from './numbered-records.ts';
import { PATIENCE, RecordingConsumer } from './recording-consumer.ts';
import { useTestLogs } from './storages.ts';

const MEGABYTE = 1024 * 1024;

/** What `append` promises once it has resolved. */
export function describeDurability(harness: SpanLogHarness): void {
  describe('durability', () => {
    const createLog = useTestLogs(harness);

    it('delivers what was appended before a restart, byte for byte', async () => {
      const storage = await createLog();
      const first = await storage.open();
      await first.log.append([numberedRecord(1, 0), numberedRecord(2, 0, 0), numberedRecord(1, 1, 70_000)]);
      await first.close();
      const second = await storage.open();
      const reader = await RecordingConsumer.start(second.log);
      await reader.waitFor([recordId(1, 0), recordId(1, 1)]);
      await second.close();
      reader.expectOrder();
    });

    it.each([2 * MEGABYTE, 8_280_000])('takes a record of %d bytes', async (bytes) => {
      const { log, close } = await (await createLog()).open();
      const reader = await RecordingConsumer.start(log);
      await log.append([numberedRecord(1, 0, bytes)]);
      await log.append([numberedRecord(1, 1)]);
      await reader.waitFor([recordId(1, 0), recordId(1, 1)]);
      await close();
    });

    it('rejects a value over the maximum for good and appends nothing of the call', async () => {
      const { log, close } = await (await createLog()).open();
      const reader = await RecordingConsumer.start(log);
      const tooLarge = { key: 'contract/x', value: Buffer.alloc(MAX_LOG_RECORD_BYTES + 1) };
      await expect(log.append([numberedRecord(1, 0), tooLarge])).rejects.toThrow(Rejected);
      await log.append([numberedRecord(1, 1)]);
      await reader.waitFor([recordId(1, 1)]);
      expect(reader.ids()).toEqual([recordId(1, 1)]);
      await close();
    });

    it('takes an empty call', async () => {
      const { log } = await (await createLog()).open();
      await expect(log.append([])).resolves.toBeUndefined();
      await expect(log.checkReady()).resolves.toBeUndefined();
    });

    it('lets the caller reuse the bytes once append has settled', async () => {
      const { log, close } = await (await createLog()).open();
      const release = Promise.withResolvers<void>();
      const reader = await RecordingConsumer.start(log, { before: () => release.promise });
      for (let number = 0; number < 20; number++) {
        const record = numberedRecord(1, number, 5_000);
        await log.append([record]);
        record.value.fill(0);
      }
      release.resolve();
      await reader.waitFor(ids(1, 20));
      await close();
      reader.expectOrder();
    });

    it('refuses appends when it is closed', async () => {
      const { log, close } = await (await createLog()).open();
      await close();
      await expect(log.append([numberedRecord(1, 0)])).rejects.toThrow(Unavailable);
    });
  });

  describe('crash', () => {
    const createLog = useTestLogs(harness);

    it('keeps every acknowledged record of running appends, in order, none torn', async () => {
      const storage = await createLog();
      const crashable = await storage.openCrashable();
      const appends = [200, 3_000, 60_000, 400_000].map((bytes, trace) => new Appends(trace, bytes));
      const running = appends.map((each) => each.run(crashable.log));
      await vi.waitFor(
        () => expect(Math.min(...appends.map((each) => each.acknowledged.length))).toBeGreaterThan(20),
        PATIENCE,
      );
      await crashable.crash();
      for (const each of appends) each.stop();
      await Promise.all(running);
      const { log, close } = await storage.open();
      const reader = await RecordingConsumer.start(log);
      await reader.waitFor(appends.flatMap((each) => each.acknowledged));
      await log.append([numberedRecord(99, 0)]);
      await reader.waitFor([recordId(99, 0)]);
      await close();
      reader.expectOrder();
    });

    it('keeps commits and delivers the rest again with the same sequence', async () => {
      const storage = await createLog();
      const crashable = await storage.openCrashable();
      const before = await RecordingConsumer.start(crashable.log, { commits: false });
      await crashable.log.append([numberedRecord(1, 0), numberedRecord(1, 1), numberedRecord(1, 2)]);
      await before.waitFor(ids(1, 3));
      const committed = before.deliveries.find(({ id }) => id === recordId(1, 0));
      await before.commit(committed?.shard ?? -1, committed?.sequence ?? -1n);
      await crashable.crash();
      const { log, close } = await storage.open();
      const after = await RecordingConsumer.start(log);
      await after.waitFor([recordId(1, 1), recordId(1, 2)]);
      await close();
      expect(after.ids()).not.toContain(recordId(1, 0));
      for (const id of after.ids()) expect(after.sequenceOf(id)).toBe(before.sequenceOf(id));
    });
  });
}

/** Appends records of one trace one after another until stopped; knows which were acknowledged. */
class Appends {
  readonly acknowledged: string[] = [];
  private isStopped = false;

  constructor(
    private readonly trace: number,
    private readonly bytes: number,
  ) {}

  async run(log: Pick<SpanLog, 'append'>): Promise<void> {
    for (let number = 0; !this.isStopped; number += 2) {
      const records: LogRecord[] = [0, 1].map((each) =>
        numberedRecord(this.trace, number + each, this.bytes),
      );
      try {
        await log.append(records);
      } catch {
        return;
      }
      this.acknowledged.push(recordId(this.trace, number), recordId(this.trace, number + 1));
    }
  }

  stop(): void {
    this.isStopped = true;
  }
}

function ids(trace: number, count: number): string[] {
  return Array.from({ length: count }, (_, number) => recordId(trace, number));
}
