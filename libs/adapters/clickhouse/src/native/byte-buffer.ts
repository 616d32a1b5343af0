/** Below this many characters a loop over char codes beats the call into the runtime's UTF-8 writer (measured on Node 24). */
const SHORT_TEXT = 24;

/** Bytes that grow by doubling. */
export class ByteBuffer {
  length = 0;
  private bytes: Buffer;

  constructor(capacity = 1024) {
    this.bytes = Buffer.allocUnsafeSlow(capacity);
  }

  /** What was written so far; valid until the next write. */
  view(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }

  /** A count of 7-bit groups, least first (LEB128): ClickHouse's VarUInt. */
  writeVarint(value: number): void {
    this.reserve(10);
    this.length = putVarint(this.bytes, this.length, value);
  }

  writeUint64(value: number): void {
    this.reserve(8);
    this.bytes.writeUInt32LE(value >>> 0, this.length);
    this.bytes.writeUInt32LE(Math.floor(value / 2 ** 32), this.length + 4);
    this.length += 8;
  }

  /** VarUInt length, then UTF-8. */
  writeString(text: string): void {
    const size = text.length;
    this.reserve(size * 3 + 5);
    if (size < SHORT_TEXT && this.writeAscii(text, size)) return;
    this.writeUtf8(text, size);
  }

  /** VarUInt length, then the bytes. */
  writeBytes(bytes: Uint8Array): void {
    this.writeVarint(bytes.byteLength);
    this.reserve(bytes.byteLength);
    this.bytes.set(bytes, this.length);
    this.length += bytes.byteLength;
  }

  private writeAscii(text: string, size: number): boolean {
    const { bytes } = this;
    let at = this.length;
    bytes[at++] = size;
    for (let index = 0; index < size; index += 1) {
      const code = text.charCodeAt(index);
      if (code > 0x7f) return false;
      bytes[at++] = code;
    }
    this.length = at;
    return true;
  }

  /** Guesses that the text is ASCII to place it, and moves it if its length takes more bytes than guessed. */
  private writeUtf8(text: string, size: number): void {
    const { bytes, length } = this;
    const guessed = varintSize(size);
    const written = bytes.write(text, length + guessed);
    const needed = varintSize(written);
    if (needed > guessed) bytes.copyWithin(length + needed, length + guessed, length + guessed + written);
    putVarint(bytes, length, written);
    this.length = length + needed + written;
  }

  private reserve(extra: number): void {
    const needed = this.length + extra;
    if (needed <= this.bytes.length) return;
    const grown = Buffer.allocUnsafeSlow(Math.max(needed, this.bytes.length * 2));
    grown.set(this.view());
    this.bytes = grown;
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
