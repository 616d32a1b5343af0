import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Rejected, Unavailable } from '@millrace/domain';
import { describeSpanLog, type SpanLogStorage } from '@millrace/port-contracts';
import { encodeBarrierRecord } from '@millrace/ports';
import { describe, expect, it } from 'vitest';
import { HostedSpanLog } from '../testing/hosted-span-log.ts';
import { LimitedDisk } from '../testing/limited-disk.ts';
import { useTemporaryFolders } from '../testing/temporary-folder.ts';
import { LocalSpanLog } from './local-span-log.ts';

describeSpanLog('LocalSpanLog', { shards: 1, histories: 60, createStorage });

async function createStorage(): Promise<SpanLogStorage> {
  const dir = await mkdtemp(join(tmpdir(), 'millrace-span-log-'));
  return {
    open: async (options = {}) => {
      const log = await LocalSpanLog.open({ dir, ...options });
      return { log, close: () => log.onApplicationShutdown() };
    },
    openCrashable: () => HostedSpanLog.start(dir),
    destroy: () => rm(dir, { recursive: true, force: true }),
  };
}

describe('LocalSpanLog', () => {
  const newFolder = useTemporaryFolders();

  it('is refused while another process holds the folder, and free at once when that one is killed', async () => {
    const dir = await newFolder();
    const hosted = await HostedSpanLog.start(dir);
    await expect(LocalSpanLog.open({ dir })).rejects.toThrow(/in use by another Millrace process/);
    await hosted.crash();
    const log = await LocalSpanLog.open({ dir });
    await log.onApplicationShutdown();
  });

  it('is not ready while the disk is full, still takes commits, and is ready again when there is room', async () => {
    const files = new LimitedDisk(3_000);
    const log = await LocalSpanLog.open({ dir: await newFolder() }, files);
    await log.append([{ key: 'w/1', value: encodeBarrierRecord(1) }]);
    await expect(log.append([{ key: 'w/1', value: Buffer.alloc(4_000) }])).rejects.toThrow(Unavailable);
    files.freeBytes = 0;
    await expect(log.checkReady()).rejects.toThrow(/disk is full/);
    const delivered = Promise.withResolvers<bigint>();
    const consumption = await log.consume({
      onAssigned: async () => undefined,
      onRevoked: async () => undefined,
      onEntries: async (_, entries) => delivered.resolve(entries.at(-1)?.sequence ?? 0n),
    });
    await consumption.commit(0, await delivered.promise);
    expect(await log.barrier({ timeoutMs: 1_000 })).toMatchObject({ isComplete: true });
    files.freeBytes = 1_000_000;
    await log.checkReady();
    await log.onApplicationShutdown();
  });

  it('refuses a second consumption', async () => {
    const log = await LocalSpanLog.open({ dir: await newFolder() });
    const consumer = {
      onAssigned: async () => undefined,
      onRevoked: async () => undefined,
      onEntries: async () => undefined,
    };
    await log.consume(consumer);
    await expect(log.consume(consumer)).rejects.toThrow(Rejected);
    await log.onApplicationShutdown();
  });
});
