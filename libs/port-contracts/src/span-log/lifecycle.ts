import { describe, expect, it } from 'vitest';
import type { SpanLogHarness } from './harness.ts';
import { numberedRecord, recordId } from './numbered-records.ts';
import { RecordingConsumer } from './recording-consumer.ts';
import { useTestLogs } from './storages.ts';

/** Whatever starts can stop. */
export function describeLifecycle(harness: SpanLogHarness): void {
  describe('lifecycle', () => {
    const createLog = useTestLogs(harness);

    it('stops twice, and closes after a stop', async () => {
      const { log, close } = await (await createLog()).open();
      const reader = await RecordingConsumer.start(log);
      await reader.stop();
      await reader.stop();
      await close();
      await close();
    });

    it('closes before anything was done, and opens again', async () => {
      const storage = await createLog();
      const first = await storage.open();
      await first.close();
      const second = await storage.open();
      await second.log.append([numberedRecord(1, 0)]);
      await second.close();
    });

    it('delivers nothing after stop has resolved', async () => {
      const { log, close } = await (await createLog()).open();
      const reader = await RecordingConsumer.start(log);
      await log.append([numberedRecord(1, 0)]);
      await reader.waitFor([recordId(1, 0)]);
      await reader.stop();
      await log.append([numberedRecord(1, 1)]);
      const next = await RecordingConsumer.start(log);
      await next.waitFor([recordId(1, 1)]);
      expect(reader.ids()).toEqual([recordId(1, 0)]);
      expect(next.ids()).toEqual([recordId(1, 1)]);
      await close();
    });

    it('waits for a running onEntries when it stops', async () => {
      const { log, close } = await (await createLog()).open();
      const entered = Promise.withResolvers<void>();
      const release = Promise.withResolvers<void>();
      const reader = await RecordingConsumer.start(log, {
        before: async () => {
          entered.resolve();
          await release.promise;
        },
      });
      await log.append([numberedRecord(1, 0)]);
      await entered.promise;
      const stopping = reader.stop();
      release.resolve();
      await stopping;
      expect(reader.ids()).toEqual([recordId(1, 0)]);
      const next = await RecordingConsumer.start(log);
      await log.append([numberedRecord(1, 1)]);
      await next.waitFor([recordId(1, 1)]);
      expect(next.ids(), 'the commit inside the last call counted').toEqual([recordId(1, 1)]);
      await close();
    });
  });
}
