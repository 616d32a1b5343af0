import { crc32 } from 'node:zlib';

/**
 * A segment is a header and then frames. Header: MAGIC, then the creation time (float64 LE, ms). Frame: CRC32 of the rest,
 * value length, offset up to which the file was durable when the frame was written (uint32 LE each), time of the append
 * (float64 LE, ms), value. The durable offset tells a write cut off by a crash from damage to acknowledged records.
 */
const MAGIC = Buffer.from('MRSEG01\n');
export const SEGMENT_HEADER_BYTES = MAGIC.length + 8;
export const FRAME_HEADER_BYTES = 20;
/** No frame is longer: a length above it is damage. */
export const MAX_VALUE_BYTES = 64 * 1024 * 1024;

/** Values up to this size are copied next to their headers: cheaper than one more buffer for the kernel to gather. */
const COPIED_VALUE_BYTES = 8 * 1024;

export interface Frame {
  readonly appendedAt: number;
  readonly value: Buffer;
}

export function encodeSegmentHeader(createdAt: number): Buffer {
  const header = Buffer.alloc(SEGMENT_HEADER_BYTES);
  MAGIC.copy(header);
  header.writeDoubleLE(createdAt, MAGIC.length);
  return header;
}

/** The creation time, or undefined when the bytes are no segment header. */
export function decodeSegmentHeader(bytes: Buffer): number | undefined {
  if (bytes.length < SEGMENT_HEADER_BYTES || bytes.compare(MAGIC, 0, MAGIC.length, 0, MAGIC.length) !== 0)
    return undefined;
  return bytes.readDoubleLE(MAGIC.length);
}

/** Bytes to write, in order, for `values` appended at one time behind offset `durableTo`. Large values are not copied. */
export function encodeFrames(
  values: readonly Uint8Array[],
  appendedAt: number,
  durableTo: number,
): Uint8Array[] {
  let stagedBytes = 0;
  for (const value of values) {
    stagedBytes += FRAME_HEADER_BYTES + (value.byteLength <= COPIED_VALUE_BYTES ? value.byteLength : 0);
  }
  const staged = Buffer.allocUnsafe(stagedBytes);
  const buffers: Uint8Array[] = [];
  let from = 0;
  let at = 0;
  for (const value of values) {
    const isCopied = value.byteLength <= COPIED_VALUE_BYTES;
    if (isCopied) staged.set(value, at + FRAME_HEADER_BYTES);
    writeFrameHeader(staged, at, value, { appendedAt, durableTo });
    at += FRAME_HEADER_BYTES + (isCopied ? value.byteLength : 0);
    if (isCopied) continue;
    buffers.push(staged.subarray(from, at), value);
    from = at;
  }
  if (at > from) buffers.push(staged.subarray(from, at));
  return buffers;
}

/** Length of the whole frame at `at`, or undefined when fewer than a header's bytes are left. */
export function frameLength(bytes: Buffer, at: number): number | undefined {
  if (at + FRAME_HEADER_BYTES > bytes.length) return undefined;
  return FRAME_HEADER_BYTES + bytes.readUInt32LE(at + 4);
}

/** The frame at `at` as a view of `bytes`, or undefined when it is cut off or its checksum is wrong. */
export function decodeFrame(bytes: Buffer, at: number): Frame | undefined {
  const length = frameLength(bytes, at);
  if (length === undefined || at + length > bytes.length) return undefined;
  const frame = bytes.subarray(at, at + length);
  if (crc32(frame.subarray(4)) !== frame.readUInt32LE(0)) return undefined;
  return { appendedAt: frame.readDoubleLE(12), value: frame.subarray(FRAME_HEADER_BYTES) };
}

/** Up to which offset the file was durable when the frame at `at` was written. */
export function durableOffset(bytes: Buffer, at: number): number {
  return bytes.readUInt32LE(at + 8);
}

function writeFrameHeader(
  target: Buffer,
  at: number,
  value: Uint8Array,
  { appendedAt, durableTo }: { readonly appendedAt: number; readonly durableTo: number },
): void {
  target.writeUInt32LE(value.byteLength, at + 4);
  target.writeUInt32LE(durableTo, at + 8);
  target.writeDoubleLE(appendedAt, at + 12);
  target.writeUInt32LE(crc32(value, crc32(target.subarray(at + 4, at + FRAME_HEADER_BYTES))), at);
}
