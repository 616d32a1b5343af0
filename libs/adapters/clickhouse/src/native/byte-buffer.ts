import { CHUNK_BYTES, type ChunkPool } from './chunk-pool.ts';

/** Below this many characters a loop over char codes beats the call into the runtime's UTF-8 writer (measured on Node 24). */
const SHORT_TEXT = 24;
const FIRST_CHUNK_BYTES = 4096;
/** A text takes at most 3 bytes a character, and its length at most 5. */
const WIDEST = 3;
const LENGTH_BYTES = 5;

/** Bytes that grow chunk by chunk, so that nothing is copied to grow. */
export class ByteBuffer {
  private readonly full: { readonly chunk: Buffer; readonly used: number }[] = [];
  private fullBytes = 0;
  private bytes: Buffer;
  private at = 0;

  constructor(
    private readonly pool?: ChunkPool,
    firstCapacity = FIRST_CHUNK_BYTES,
  ) {
    this.bytes = Buffer.allocUnsafeSlow(firstCapacity);
  }

  get length(): number {
    return this.fullBytes + this.at;
  }

  /** What was written so far, in order; valid until the next write or `release`. */
  views(): Uint8Array[] {
    return [...this.full.map(({ chunk, used }) => chunk.subarray(0, used)), this.bytes.subarray(0, this.at)];
  }

  /** Gives the memory back: nothing may be read or written any more. */
  release(): void {
    for (const { chunk } of this.full.splice(0)) this.pool?.give(chunk);
    this.pool?.give(this.bytes);
  }

  /** A count of 7-bit groups, least first (LEB128): ClickHouse's VarUInt. */
  writeVarint(value: number): void {
    this.reserve(10);
    this.at = putVarint(this.bytes, this.at, value);
  }

  /** VarUInt length, then UTF-8. */
  writeString(text: string): void {
    const size = text.length;
    if (this.bytes.length - this.at < size * WIDEST + LENGTH_BYTES) {
      this.reserve(Buffer.byteLength(text) + LENGTH_BYTES);
    }
    if (size < SHORT_TEXT && this.writeAscii(text, size)) return;
    this.writeUtf8(text, size);
  }

  /** VarUInt length, then the bytes. */
  writeBytes(bytes: Uint8Array): void {
    this.reserve(bytes.byteLength + LENGTH_BYTES);
    this.at = putVarint(this.bytes, this.at, bytes.byteLength);
    this.bytes.set(bytes, this.at);
    this.at += bytes.byteLength;
  }

  private writeAscii(text: string, size: number): boolean {
    const { bytes } = this;
    let at = this.at;
    bytes[at++] = size;
    for (let index = 0; index < size; index += 1) {
      const code = text.charCodeAt(index);
      if (code > 0x7f) return false;
      bytes[at++] = code;
    }
    this.at = at;
    return true;
  }

  /** Guesses that the text is ASCII to place it, and moves it if its length takes more bytes than guessed. */
  private writeUtf8(text: string, size: number): void {
    const { bytes, at } = this;
    const guessed = varintSize(size);
    const written = bytes.write(text, at + guessed);
    const needed = varintSize(written);
    if (needed > guessed) bytes.copyWithin(at + needed, at + guessed, at + guessed + written);
    putVarint(bytes, at, written);
    this.at = at + needed + written;
  }

  private reserve(extra: number): void {
    if (this.at + extra <= this.bytes.length) return;
    this.full.push({ chunk: this.bytes, used: this.at });
    this.fullBytes += this.at;
    this.at = 0;
    this.bytes = this.nextChunk(extra);
  }

  private nextChunk(bytes: number): Buffer {
    if (bytes > CHUNK_BYTES) return Buffer.allocUnsafeSlow(bytes);
    if (this.pool) return this.pool.take();
    return Buffer.allocUnsafeSlow(Math.max(bytes, Math.min(CHUNK_BYTES, this.fullBytes * 2)));
  }
}

function putVarint(bytes: Uint8Array, start: number, value: number): number {
  let at = start;
  let rest = value;
  while (rest > 0x7f) {
    bytes[at++] = (rest % 0x80) | 0x80;
    rest = Math.floor(rest / 0x80);
  }
  bytes[at++] = rest;
  return at;
}

function varintSize(value: number): number {
  if (value < 0x80) return 1;
  if (value < 0x4000) return 2;
  if (value < 0x20_0000) return 3;
  return value < 0x1000_0000 ? 4 : 5;
}
