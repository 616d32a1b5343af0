import { randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

/**
 * A segment is a header, then frames, then whatever was in the file before: files are used again. All numbers little endian.
 * Header: MAGIC; creation time (float64, ms); salt (4 random bytes); CRC32 of what is before.
 * Frame: the segment's salt, which no frame of an earlier use bears; CRC32 of the rest; value length; offset up to which the
 * segment was durable when the frame was written (uint32 each); time of the append (float64, ms); value.
 * The durable offset tells a write cut off by a crash from damage to acknowledged records.
 */
const MAGIC = Buffer.from('MRSEG01\n');
const SALT_BYTES = 4;
export const SEGMENT_HEADER_BYTES = 24;
export const FRAME_HEADER_BYTES = 24;
/** No value is longer: a length above it is damage. */
export const MAX_VALUE_BYTES = 64 * 1024 * 1024;

/** Values up to this size are copied next to their headers: cheaper than one more buffer for the kernel to gather. */
const COPIED_VALUE_BYTES = 8 * 1024;

export interface SegmentHeader {
  readonly createdAt: number;
  readonly salt: Buffer;
}

export interface Frame {
  readonly appendedAt: number;
  readonly value: Buffer;
}

/** What the frames of one write have in common. */
export interface FrameContext {
  readonly salt: Buffer;
  readonly appendedAt: number;
  readonly durableTo: number;
}

export function newSegmentHeader(createdAt: number): SegmentHeader {
  return { createdAt, salt: randomBytes(SALT_BYTES) };
}

export function encodeSegmentHeader({ createdAt, salt }: SegmentHeader): Buffer {
  const header = Buffer.alloc(SEGMENT_HEADER_BYTES);
  MAGIC.copy(header);
  header.writeDoubleLE(createdAt, 8);
  salt.copy(header, 16);
  header.writeUInt32LE(crc32(header.subarray(0, 20)), 20);
  return header;
}

/** Undefined when the bytes are no segment header. */
export function decodeSegmentHeader(bytes: Buffer): SegmentHeader | undefined {
  if (bytes.length < SEGMENT_HEADER_BYTES || !bytes.subarray(0, MAGIC.length).equals(MAGIC)) return undefined;
  if (crc32(bytes.subarray(0, 20)) !== bytes.readUInt32LE(20)) return undefined;
  return { createdAt: bytes.readDoubleLE(8), salt: Buffer.from(bytes.subarray(16, 20)) };
}

/** Buffers to write one after another. Large values are not copied: keep them as they are until they are written. */
export function encodeFrames(values: readonly Uint8Array[], context: FrameContext): Uint8Array[] {
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
    writeFrameHeader(staged, at, value, context);
    at += FRAME_HEADER_BYTES;
    if (isCopied) {
      staged.set(value, at);
      at += value.byteLength;
    } else {
      buffers.push(staged.subarray(from, at), value);
      from = at;
    }
  }
  if (at > from) buffers.push(staged.subarray(from, at));
  return buffers;
}

/** Length of the whole frame at `at`; undefined when no frame of this segment begins there, or its header is cut off. */
export function frameLength(bytes: Buffer, at: number, salt: Buffer): number | undefined {
  if (at + FRAME_HEADER_BYTES > bytes.length || bytes.compare(salt, 0, SALT_BYTES, at, at + SALT_BYTES) !== 0)
    return undefined;
  const length = bytes.readUInt32LE(at + 8);
  return length > MAX_VALUE_BYTES ? undefined : FRAME_HEADER_BYTES + length;
}

/** The frame of `length` bytes at `at` as a view of `bytes`; undefined when it is cut off or its checksum is wrong. */
export function decodeFrame(bytes: Buffer, at: number, length: number): Frame | undefined {
  if (at + length > bytes.length) return undefined;
  if (crc32(bytes.subarray(at + 8, at + length)) !== bytes.readUInt32LE(at + 4)) return undefined;
  return {
    appendedAt: bytes.readDoubleLE(at + 16),
    value: bytes.subarray(at + FRAME_HEADER_BYTES, at + length),
  };
}

/** Up to which offset the segment was durable when the frame at `at` was written. */
export function durableOffset(bytes: Buffer, at: number): number {
  return bytes.readUInt32LE(at + 12);
}

function writeFrameHeader(target: Buffer, at: number, value: Uint8Array, context: FrameContext): void {
  context.salt.copy(target, at);
  target.writeUInt32LE(value.byteLength, at + 8);
  target.writeUInt32LE(context.durableTo, at + 12);
  target.writeDoubleLE(context.appendedAt, at + 16);
  target.writeUInt32LE(crc32(value, crc32(target.subarray(at + 8, at + FRAME_HEADER_BYTES))), at + 4);
}
