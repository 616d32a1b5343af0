import { DamagedLogError } from './damaged-log-error.ts';
import type { LogFiles } from './log-files.ts';
import {
  decodeFrame,
  durableOffset,
  FRAME_HEADER_BYTES,
  frameLength,
  MAX_VALUE_BYTES,
  SEGMENT_HEADER_BYTES,
} from './segment-format.ts';

export interface RecoveredSegment {
  /** Whole records in the file. */
  readonly records: number;
  /** Where the next frame goes. */
  readonly bytes: number;
  /** Bytes cut off: a write that was never acknowledged. */
  readonly cutBytes: number;
  /** Time of the last record; 0 when there is none. */
  readonly lastAppendedAt: number;
}

/**
 * Reads the segment that was being written when the log was last closed or killed, and cuts off an unfinished write.
 * Throws DamagedLogError when a frame before the durable end is unreadable.
 */
export async function recoverSegment(
  files: LogFiles,
  fd: number,
  path: string,
  fileBytes: number,
): Promise<RecoveredSegment> {
  const bytes = Buffer.allocUnsafe(fileBytes);
  await files.read(fd, bytes, 0);
  let at = SEGMENT_HEADER_BYTES;
  let records = 0;
  let lastAppendedAt = 0;
  for (let frame = decodeFrame(bytes, at); frame !== undefined; frame = decodeFrame(bytes, at)) {
    at += FRAME_HEADER_BYTES + frame.value.length;
    lastAppendedAt = frame.appendedAt;
    records++;
  }
  if (at < fileBytes) {
    expectUnfinishedWrite(bytes, at, path);
    await files.truncate(fd, at);
  }
  return { records, bytes: at, cutBytes: fileBytes - at, lastAppendedAt };
}

/** A later frame that was written when the bad place was already durable proves damage; a crash can't leave that. */
function expectUnfinishedWrite(bytes: Buffer, bad: number, path: string): void {
  for (let at = bad + 1; at + FRAME_HEADER_BYTES <= bytes.length; at++) {
    const length = frameLength(bytes, at) ?? 0;
    const durable = durableOffset(bytes, at);
    if (durable <= bad || durable > at || length > MAX_VALUE_BYTES || at + length > bytes.length) continue;
    if (decodeFrame(bytes, at) !== undefined) {
      throw new DamagedLogError(path, bad, `its checksum is wrong, and acknowledged records follow it`);
    }
  }
}
