import { copyFile, mkdir, open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Unavailable } from '@millrace/domain';
import { encodeBarrierRecord } from '@millrace/ports';
import { DEFAULT_MAX_IN_FLIGHT_BYTES } from './local-log.config.ts';
import { DamagedLogError } from './segments/damaged-log-error.ts';
import { DirectoryLock } from './segments/directory-lock.ts';
import { SegmentedLog } from './segments/segmented-log.ts';
import { NUMBERS_LEFT_OUT, segmentFirst } from './segments/segment.ts';
import { SEGMENT_HEADER_BYTES } from './segments/segment-format.ts';

const ATTEMPTS = 10;
const POSITION_FOLDERS = ['followers', 'groups'];

/**
 * Copies the folder of a log, which may be in use: all that was appended before the call is in the copy, and no position is
 * beyond what the copy still has to deliver. The copy goes on at numbers that its original has not given away.
 */
export async function copySpanLog(from: string, to: string): Promise<void> {
  await copyWhole(from, to);
  const log = await openCopy(to, NUMBERS_LEFT_OUT);
  // Delivered like any other, so that the writer's position passes the numbers left out.
  await log.append([encodeBarrierRecord(Date.now())]);
  await closeCopy(log, to);
}

/** As `copySpanLog`, for domain events. */
export async function copyEventLog(from: string, to: string): Promise<void> {
  await copyWhole(from, to);
  await closeCopy(await openCopy(to, 0), to);
}

/** A file that was used again or written to while it was read shows in the copy, which is then made anew. */
async function copyWhole(from: string, to: string): Promise<void> {
  let reason: unknown;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    await rm(to, { recursive: true, force: true });
    await mkdir(to, { recursive: true, mode: 0o700 });
    try {
      if (!(await copyFiles(from, to))) continue;
      await closeCopy(await openCopy(to, 0), to);
      return;
    } catch (error) {
      if (!(error instanceof DamagedLogError)) throw error;
      reason = error;
    }
  }
  const why = reason instanceof Error ? reason.message : 'its files are used again faster than they are read';
  throw new Unavailable(
    `the log in ${from} could not be copied in ${ATTEMPTS} attempts: ${why}. Try when less is sent`,
  );
}

/** Positions before records: a position never points beyond the copy's end. False when a file was used again meanwhile. */
async function copyFiles(from: string, to: string): Promise<boolean> {
  for (const folder of ['.', ...POSITION_FOLDERS]) {
    const names = await readdir(join(from, folder)).catch(() => []);
    await mkdir(join(to, folder), { recursive: true, mode: 0o700 });
    for (const name of names) {
      if (name.endsWith('.position')) await copyFile(join(from, folder, name), join(to, folder, name));
    }
  }
  const segments = (await readdir(from)).filter((name) => segmentFirst(name) !== undefined).sort();
  for (const name of segments) {
    try {
      await copyFile(join(from, name), join(to, name));
      if (!(await headerOf(join(from, name))).equals(await headerOf(join(to, name)))) return false;
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
      throw error;
    }
  }
  return true;
}

async function headerOf(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SEGMENT_HEADER_BYTES));
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Cuts off what was being written when it was copied. */
async function openCopy(dir: string, leaveOut: number): Promise<SegmentedLog> {
  const lock = await DirectoryLock.take(dir);
  try {
    const options = { dir, lock, maxInFlightBytes: DEFAULT_MAX_IN_FLIGHT_BYTES };
    const log = await SegmentedLog.open({ ...options, atLeast: 0 });
    if (leaveOut === 0) return log;
    const { end } = log;
    await log.close();
    return await SegmentedLog.open({
      ...options,
      lock: await DirectoryLock.take(dir),
      atLeast: end + leaveOut,
    });
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** What only a log in use needs does not go into a backup. */
async function closeCopy(log: SegmentedLog, dir: string): Promise<void> {
  await log.close();
  for (const name of await readdir(dir)) {
    const isNeeded = POSITION_FOLDERS.includes(name) || name.endsWith('.position');
    if (!isNeeded && segmentFirst(name) === undefined)
      await rm(join(dir, name), { recursive: true, force: true });
  }
}
