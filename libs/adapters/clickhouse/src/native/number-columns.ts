import { NO_PREFIX, type Column } from './column.ts';

const FIRST_CAPACITY = 1024;
const TWO_TO_32 = 2 ** 32;

type NumberArray = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

/** UInt8, UInt16 or UInt32. */
export class NumberColumn implements Column {
  private values: NumberArray;
  private count = 0;

  constructor(readonly type: 'UInt8' | 'UInt16' | 'UInt32') {
    this.values = newArray(type, FIRST_CAPACITY);
  }

  get byteLength(): number {
    return this.count * this.values.BYTES_PER_ELEMENT;
  }

  add(value: number): void {
    if (this.count === this.values.length) {
      const grown = newArray(this.type, this.count * 2);
      grown.set(this.values);
      this.values = grown;
    }
    this.values[this.count++] = value;
  }

  /** Changes the value added last. */
  replaceLast(value: number): void {
    this.values[this.count - 1] = value;
  }

  prefix(): readonly Uint8Array[] {
    return NO_PREFIX;
  }

  release(): void {
    // Its memory is small and of many sizes: the garbage collector has it.
  }

  body(): readonly Uint8Array[] {
    return [new Uint8Array(this.values.buffer, 0, this.byteLength)];
  }
}

function newArray(type: NumberColumn['type'], capacity: number): NumberArray {
  switch (type) {
    case 'UInt8':
      return new Uint8Array(capacity);
    case 'UInt16':
      return new Uint16Array(capacity);
    case 'UInt32':
      return new Uint32Array(capacity);
  }
}

/** Any type of 64 bits: UInt64, Int64, DateTime64. Values wrap at 2^64. */
export class Int64Column implements Column {
  private values = new BigUint64Array(FIRST_CAPACITY);
  private words = new Uint32Array(this.values.buffer);
  private count = 0;

  constructor(readonly type: string) {}

  get byteLength(): number {
    return this.count * 8;
  }

  add(value: bigint): void {
    if (this.count === this.values.length) this.grow();
    this.values[this.count++] = value;
  }

  /** A safe non-negative integer, without making a bigint of it. */
  addNumber(value: number): void {
    if (this.count === this.values.length) this.grow();
    const at = 2 * this.count++;
    this.words[at] = value;
    this.words[at + 1] = value < TWO_TO_32 ? 0 : Math.floor(value / TWO_TO_32);
  }

  prefix(): readonly Uint8Array[] {
    return NO_PREFIX;
  }

  release(): void {
    // Its memory is small and of many sizes: the garbage collector has it.
  }

  body(): readonly Uint8Array[] {
    return [new Uint8Array(this.values.buffer, 0, this.byteLength)];
  }

  private grow(): void {
    const grown = new BigUint64Array(this.count * 2);
    grown.set(this.values);
    this.values = grown;
    this.words = new Uint32Array(grown.buffer);
  }
}

const DIGITS = new Uint8Array(128);
for (let digit = 0; digit < 16; digit += 1) DIGITS[digit.toString(16).charCodeAt(0)] = digit;

/** FixedString given as lower-case hex digits; the empty text is all zero. */
export class HexColumn implements Column {
  readonly type: string;
  private bytes: Uint8Array<ArrayBuffer>;
  private count = 0;
  private latest = '';
  private latestStart = 0;

  constructor(private readonly width: number) {
    this.type = `FixedString(${width})`;
    this.bytes = new Uint8Array(FIRST_CAPACITY * width);
  }

  get byteLength(): number {
    return this.count * this.width;
  }

  add(hex: string): void {
    const { width } = this;
    const start = this.count * width;
    if (start === this.bytes.length) {
      const grown = new Uint8Array(start * 2);
      grown.set(this.bytes);
      this.bytes = grown;
    }
    this.count += 1;
    if (hex === '') {
      this.bytes.fill(0, start, start + width);
      return;
    }
    // Spans of a trace come together, so the id before is often the same.
    if (hex === this.latest) this.copy(this.latestStart, start);
    else this.decode(hex, start);
    this.latest = hex;
    this.latestStart = start;
  }

  prefix(): readonly Uint8Array[] {
    return NO_PREFIX;
  }

  release(): void {
    // Its memory is small and of many sizes: the garbage collector has it.
  }

  body(): readonly Uint8Array[] {
    return [this.bytes.subarray(0, this.byteLength)];
  }

  /** So few bytes that a call to `copyWithin` costs more. */
  private copy(from: number, to: number): void {
    const { bytes, width } = this;
    for (let index = 0; index < width; index += 1) bytes[to + index] = bytes[from + index] ?? 0;
  }

  private decode(hex: string, start: number): void {
    const { bytes, width } = this;
    for (let index = 0; index < width; index += 1) {
      const high = DIGITS[hex.charCodeAt(2 * index)] ?? 0;
      const low = DIGITS[hex.charCodeAt(2 * index + 1)] ?? 0;
      bytes[start + index] = (high << 4) | low;
    }
  }
}
