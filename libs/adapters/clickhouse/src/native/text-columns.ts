import { ByteBuffer } from './byte-buffer.ts';
import type { ChunkPool } from './chunk-pool.ts';
import { NO_PREFIX, type Column } from './column.ts';

export class StringColumn implements Column {
  readonly type = 'String';
  private readonly buffer: ByteBuffer;

  constructor(pool?: ChunkPool) {
    this.buffer = new ByteBuffer(pool);
  }

  get byteLength(): number {
    return this.buffer.length;
  }

  add(text: string): void {
    this.buffer.writeString(text);
  }

  prefix(): readonly Uint8Array[] {
    return NO_PREFIX;
  }

  body(): readonly Uint8Array[] {
    return this.buffer.views();
  }

  release(): void {
    this.buffer.release();
  }
}

/** String given as bytes. */
export class BytesColumn implements Column {
  readonly type = 'String';
  private readonly buffer = new ByteBuffer();

  get byteLength(): number {
    return this.buffer.length;
  }

  add(bytes: Uint8Array): void {
    this.buffer.writeBytes(bytes);
  }

  prefix(): readonly Uint8Array[] {
    return NO_PREFIX;
  }

  body(): readonly Uint8Array[] {
    return this.buffer.views();
  }

  release(): void {
    this.buffer.release();
  }
}

/** SharedDictionariesWithAdditionalKeys. Source: ClickHouse src/DataTypes/Serializations/SerializationLowCardinality.cpp. */
const KEYS_VERSION = 1;
/** The block brings its own dictionary, and replaces any before it. */
const HAS_ADDITIONAL_KEYS = 1 << 9;
const NEEDS_UPDATE = 1 << 10;

/** LowCardinality(String): each distinct text once, and an index for each row. */
export class LowCardinalityColumn implements Column {
  readonly type = 'LowCardinality(String)';
  private readonly places = new Map<string, number>();
  private readonly dictionary = new ByteBuffer();
  private indexes = new Uint32Array(1024);
  private count = 0;
  private latest = '';
  private latestPlace = -1;

  get byteLength(): number {
    return this.dictionary.length + this.count * indexWidth(this.places.size);
  }

  add(text: string): void {
    this.addPlace(this.placeOf(text));
  }

  /** Index of a text in the dictionary of this column, to be used with `addPlace`. */
  placeOf(text: string): number {
    if (text === this.latest && this.latestPlace >= 0) return this.latestPlace;
    let place = this.places.get(text);
    if (place === undefined) {
      place = this.places.size;
      this.places.set(text, place);
      this.dictionary.writeString(text);
    }
    this.latest = text;
    this.latestPlace = place;
    return place;
  }

  addPlace(place: number): void {
    if (this.count === this.indexes.length) {
      const grown = new Uint32Array(this.count * 2);
      grown.set(this.indexes);
      this.indexes = grown;
    }
    this.indexes[this.count++] = place;
  }

  prefix(): readonly Uint8Array[] {
    return [uint64(KEYS_VERSION)];
  }

  body(): readonly Uint8Array[] {
    // Without rows the format has no dictionary either.
    if (this.count === 0) return [];
    const width = indexWidth(this.places.size);
    const flags = HAS_ADDITIONAL_KEYS | NEEDS_UPDATE | Math.log2(width);
    return [
      uint64(flags),
      uint64(this.places.size),
      ...this.dictionary.views(),
      uint64(this.count),
      this.packIndexes(width),
    ];
  }

  release(): void {
    this.dictionary.release();
  }

  private packIndexes(width: number): Uint8Array {
    const indexes = this.indexes.subarray(0, this.count);
    if (width === 1) return Uint8Array.from(indexes);
    if (width === 2) return new Uint8Array(Uint16Array.from(indexes).buffer);
    return new Uint8Array(indexes.buffer, 0, this.count * 4);
  }
}

function indexWidth(size: number): 1 | 2 | 4 {
  if (size <= 0x100) return 1;
  return size <= 0x1_0000 ? 2 : 4;
}

function uint64(value: number): Uint8Array {
  const bytes = Buffer.allocUnsafe(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}
