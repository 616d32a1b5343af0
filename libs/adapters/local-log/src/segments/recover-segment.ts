import { DamagedLogError } from './damaged-log-error.ts';
import type { LogFiles } from './log-files.ts';
import {
  decodeFrame,
  durableOffset,
  FRAME_HEADER_BYTES,
  frameLength,
  SEGMENT_HEADER_BYTES,
} from './segment-format.ts';

const CHUNK_BYTES = 4 * 1024 * 1024;

export interface SegmentFile {
  readonly fd: number;
  readonly path: string;
  readonly salt: Buffer;
  readonly fileBytes: number;
}

export interface RecoveredSegment {
  /** Whole records in the file. */
  readonly records: number;
  /** Where the next frame goes. */
  readonly bytes: number;
  /** Time of the last record; 0 when there is none. */
  readonly lastAppendedAt: number;
  /** A write that was never acknowledged was found and cut off. */
  readonly wasCut: boolean;
}

/**
 * Finds the end of the segment that was being written when the log was last closed or killed, and cuts off an unfinished
 * write. Throws DamagedLogError when a frame before the durable end is unreadable.
 */
export async function recoverSegment(files: LogFiles, file: SegmentFile): Promise<RecoveredSegment> {
  const end = await findEnd(files, file);
  const wasCut = await hasUnfinishedWrite(files, file, end.bytes);
  if (wasCut) await files.truncate(file.fd, end.bytes);
  return { ...end, wasCut };
}

async function findEnd(
  files: LogFiles,
  file: SegmentFile,
): Promise<Pick<RecoveredSegment, 'records' | 'bytes' | 'lastAppendedAt'>> {
  let bytes = SEGMENT_HEADER_BYTES;
  let records = 0;
  let lastAppendedAt = 0;
  for (let wanted = CHUNK_BYTES; ;) {
    const chunk = await readUpTo(files, file, bytes, wanted);
    let at = 0;
    for (;;) {
      const length = frameLength(chunk, at, file.salt);
      const frame = length === undefined ? undefined : decodeFrame(chunk, at, length);
      if (frame === undefined) break;
      at += FRAME_HEADER_BYTES + frame.value.length;
      lastAppendedAt = frame.appendedAt;
      records++;
    }
    bytes += at;
    const following = frameLength(chunk, at, file.salt) ?? 0;
    const isWhole = following > chunk.length && bytes + following <= file.fileBytes;
    if (at === 0 && !isWhole) return { records, bytes, lastAppendedAt };
    wanted = Math.max(CHUNK_BYTES, following);
  }
}

/**
 * Whether anything of this use of the file lies behind its end. A later whole frame that was written when the end was already
 * durable proves damage instead: a crash can't leave that.
 */
async function hasUnfinishedWrite(files: LogFiles, file: SegmentFile, end: number): Promise<boolean> {
  let isFound = false;
  for (let from = end; from < file.fileBytes; from += CHUNK_BYTES) {
    const chunk = await readUpTo(files, file, from, CHUNK_BYTES + FRAME_HEADER_BYTES);
    for (let at = chunk.indexOf(file.salt); at >= 0; at = chunk.indexOf(file.salt, at + 1)) {
      isFound = true;
      const length = frameLength(chunk, at, file.salt);
      if (length === undefined || durableOffset(chunk, at) <= end) continue;
      if (decodeFrame(await readUpTo(files, file, from + at, length), 0, length) !== undefined) {
        throw new DamagedLogError(
          file.path,
          end,
          'its checksum is wrong, and acknowledged records follow it',
        );
      }
    }
  }
  return isFound;
}

async function readUpTo(files: LogFiles, file: SegmentFile, from: number, wanted: number): Promise<Buffer> {
  const chunk = Buffer.allocUnsafe(Math.max(Math.min(wanted, file.fileBytes - from), 0));
  return chunk.subarray(0, await files.read(file.fd, chunk, from));
}
