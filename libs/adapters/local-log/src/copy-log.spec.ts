import { join } from 'node:path';
import { encodeBarrierRecord, type LogEntry } from '@millrace/ports';
import { describe, expect, it } from 'vitest';
import { copySpanLog } from './copy-log.ts';
import { LocalSpanLog } from './span-log/local-span-log.ts';
import { useTemporaryFolders } from './testing/temporary-folder.ts';

const record = (number: number) => ({ key: 'w/1', value: encodeBarrierRecord(number) });
const newFolder = useTemporaryFolders();

describe('a copy of a log in use', () => {
  it('delivers what was not committed, then goes on at numbers that the original never gave away', async () => {
    const dir = await newFolder();
    const original = await LocalSpanLog.open({ dir });
    await original.append([record(1), record(2), record(3)]);
    const first = await consume(original, 3);
    await first.commit(1);
    const copy = join(await newFolder(), 'copy');
    await copySpanLog(dir, copy);
    await original.append([record(4)]);
    const last = (await first.upTo(4)).at(-1)?.sequence ?? 0n;
    await original.onApplicationShutdown();

    const restored = await LocalSpanLog.open({ dir: copy });
    await restored.append([record(5)]);
    const second = await consume(restored, 4);
    // The third and what was appended to the copy: the second was the last that was committed.
    const entries = await second.upTo(3);
    expect(entries[0]?.value).toEqual(Buffer.from(record(3).value));
    expect(entries.at(-1)?.value).toEqual(Buffer.from(record(5).value));
    expect(entries.at(-1)?.sequence).toBeGreaterThan(last);
    await second.commit(2);
    expect(await restored.barrier({ timeoutMs: 5_000 })).toMatchObject({ isComplete: true });
    await restored.onApplicationShutdown();
  });

  it('has whole records only while others are being written', async () => {
    const dir = await newFolder();
    const original = await LocalSpanLog.open({ dir });
    let isStopped = false;
    let appended = 0;
    const writing = (async () => {
      while (!isStopped) {
        await original.append([{ key: 'w/1', value: Buffer.alloc(50_000, appended) }]);
        appended += 1;
      }
    })();
    for (let round = 0; round < 2; round += 1) {
      const atLeast = appended + 5;
      await expect.poll(() => appended, { timeout: 10_000 }).toBeGreaterThan(atLeast);
      const before = appended;
      const copy = join(await newFolder(), 'copy');
      await copySpanLog(dir, copy);
      const restored = await LocalSpanLog.open({ dir: copy });
      const reading = await consume(restored, before);
      expect((await reading.upTo(before)).length).toBeGreaterThanOrEqual(before);
      await restored.onApplicationShutdown();
    }
    isStopped = true;
    await writing;
    await original.onApplicationShutdown();
  });
});

/** Gathers what is delivered. */
async function consume(log: LocalSpanLog, wanted: number) {
  const entries: LogEntry[] = [];
  const waiting: { readonly count: number; readonly resolve: () => void }[] = [];
  const consumption = await log.consume({
    onAssigned: async () => undefined,
    onRevoked: async () => undefined,
    onEntries: async (_, more) => {
      entries.push(...more);
      for (const { count, resolve } of waiting) if (entries.length >= count) resolve();
    },
  });
  const upTo = async (count: number): Promise<readonly LogEntry[]> => {
    await new Promise<void>((resolve) => {
      waiting.push({ count, resolve });
      if (entries.length >= count) resolve();
    });
    return entries;
  };
  await upTo(Math.min(wanted, 3));
  return { upTo, commit: (index: number) => consumption.commit(0, entries[index]?.sequence ?? 0n) };
}
