import { CrashPoints } from './crash-points.ts';
import { LogFile, MemorySpanLog } from './memory-span-log.ts';
import { MemorySpanStore, StoredTables } from './memory-span-store.ts';
import { startWriter, type WriterParts } from './writer-process.ts';

/** Runs a writer over the log until everything in it is stored. */
export async function settle(
  file: LogFile,
  tables: StoredTables,
  parts: Partial<WriterParts> = {},
): Promise<void> {
  const log = new MemorySpanLog(file, new CrashPoints());
  const writer = startWriter({ log, store: new MemorySpanStore(tables, new CrashPoints()), ...parts });
  await log.barrier();
  await writer.beforeApplicationShutdown();
}

/** What a writer makes of these records. */
export async function storeAll(
  records: readonly Uint8Array[],
  parts: Partial<WriterParts> = {},
): Promise<StoredTables> {
  const file = new LogFile();
  const tables = new StoredTables();
  file.append(records);
  await settle(file, tables, parts);
  return tables;
}
