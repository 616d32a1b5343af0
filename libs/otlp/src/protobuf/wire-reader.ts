import { Rejected } from '@millrace/domain';

/** Wire types of protobuf. */
const VARINT = 0;
const FIXED64 = 1;
const LENGTH_DELIMITED = 2;
const FIXED32 = 5;

/** Throws with what is wrong: the bytes are not protobuf, so nothing of them can be believed. */
export function malformed(what: string, at: number): never {
  throw new Rejected(`the request is not a valid ExportTraceServiceRequest: ${what} at byte ${at}`);
}

/** Walks protobuf bytes without copying. Every read checks its bounds and throws Rejected. */
export class WireReader {
  readonly bytes: Buffer;
  position = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** A tag or length: at most 32 bits, since no message has more. */
  uint32(end: number): number {
    let result = 0;
    for (let shift = 1; this.position < end; shift *= 128) {
      const byte = this.bytes[this.position++] ?? 0;
      result += (byte & 127) * shift;
      if (byte < 128) {
        if (result > 0xffff_ffff) malformed('a length beyond 32 bits', this.position);
        return result;
      }
      if (shift > 0xffff_ffff) malformed('a length beyond 32 bits', this.position);
    }
    return malformed('a cut-off number', this.position);
  }

  /** An int64 in two's complement, exactly. */
  int64(end: number): bigint {
    let low = 0;
    let shift = 1;
    for (let count = 0; count < 4; count += 1) {
      if (this.position >= end) malformed('a cut-off number', this.position);
      const byte = this.bytes[this.position++] ?? 0;
      low += (byte & 127) * shift;
      if (byte < 128) return BigInt(low);
      shift *= 128;
    }
    let high = 0n;
    for (let bits = 0n; bits < 42n; bits += 7n) {
      if (this.position >= end) malformed('a cut-off number', this.position);
      const byte = this.bytes[this.position++] ?? 0;
      high |= BigInt(byte & 127) << bits;
      if (byte < 128) return BigInt.asIntN(64, (high << 28n) | BigInt(low));
    }
    return malformed('a number of more than ten bytes', this.position);
  }

  /** Reads a length and returns where what it announces ends. */
  lengthEnd(end: number): number {
    const length = this.uint32(end);
    const inner = this.position + length;
    if (inner > end) malformed(`a field of ${length} bytes that ends beyond its message`, this.position);
    return inner;
  }

  fixed64(end: number): bigint {
    if (this.position + 8 > end) malformed('a cut-off 64-bit field', this.position);
    const low = this.bytes.readUInt32LE(this.position);
    const high = this.bytes.readUInt32LE(this.position + 4);
    this.position += 8;
    return (BigInt(high) << 32n) | BigInt(low);
  }

  double(end: number): number {
    if (this.position + 8 > end) malformed('a cut-off double', this.position);
    const value = this.bytes.readDoubleLE(this.position);
    this.position += 8;
    return value;
  }

  skip(tag: number, end: number): void {
    switch (tag & 7) {
      case VARINT:
        this.skipVarint(end);
        return;
      case FIXED64:
        this.position += 8;
        break;
      case LENGTH_DELIMITED:
        this.position = this.lengthEnd(end);
        return;
      case FIXED32:
        this.position += 4;
        break;
      default:
        malformed(`wire type ${tag & 7}`, this.position);
    }
    if (this.position > end) malformed('a cut-off field', this.position);
  }

  private skipVarint(end: number): void {
    for (let count = 0; count < 10; count += 1) {
      if (this.position >= end) malformed('a cut-off number', this.position);
      if ((this.bytes[this.position++] ?? 0) < 128) return;
    }
    malformed('a number of more than ten bytes', this.position);
  }
}
