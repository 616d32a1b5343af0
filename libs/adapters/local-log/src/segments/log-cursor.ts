import { open, type FileHandle } from 'node:fs/promises';
import { Logger } from '@nestjs/common';
import { DamagedLogError } from './damaged-log-error.ts';
import { decodeFrame, frameLength, SEGMENT_HEADER_BYTES } from './segment-format.ts';
import type { SegmentFolder } from './segment-folder.ts';
import { NUMBERS_LEFT_OUT, type Segment } from './segment.ts';

const CHUNK_BYTES = 4 * 1024 * 1024;

/** A record as it lies in the log; `value` is a view of the chunk it was read with. */
export interface StoredRecord {
  readonly number: number;
  readonly appendedAt: number;
  readonly value: Buffer;
}

/** Reads durable records in order, about 4 MB at a time. */
export class LogCursor {
  private readonly logger = new Logger(LogCursor.name);
  private file: FileHandle | undefined;
  private segment: Segment | undefined;
  private offset = 0;
  private number = 0;

  constructor(
    private readonly folder: SegmentFolder,
    /** The first record to read. */
    private from: number,
  ) {}

  /** The number of the record that `read` gives next. */
  get next(): number {
    return Math.max(this.from, this.number);
  }

  /** The next records; none when all durable ones were read. Throws DamagedLogError. */
  async read(): Promise<StoredRecord[]> {
    for (;;) {
      const segment = this.segment ?? (await this.enter(this.folder.find(this.from)));
      if (this.number < segment.end && this.offset < segment.bytes) {
        const records = await this.readChunk(segment);
        if (records.length > 0) return records;
        continue;
      }
      const following = this.folder.after(segment);
      if (following === undefined) return [];
      await this.enter(following);
    }
  }

  async close(): Promise<void> {
    await this.file?.close();
    this.file = undefined;
    this.segment = undefined;
  }

  private tellMissing(segment: Segment): void {
    this.logger.error(
      `records ${this.next} to ${segment.first - 1} are missing before ${segment.path}: a log file was removed or ` +
        'shortened by hand; going on after the gap',
    );
  }

  private async enter(segment: Segment): Promise<Segment> {
    if (segment.first > this.next) {
      if (segment.first - this.next < NUMBERS_LEFT_OUT) this.tellMissing(segment);
      this.from = segment.first;
    }
    await this.close();
    this.file = await open(segment.path, 'r');
    this.segment = segment;
    this.offset = SEGMENT_HEADER_BYTES;
    this.number = segment.first;
    return segment;
  }

  private async readChunk(segment: Segment): Promise<StoredRecord[]> {
    // Both are read before anything is awaited: the writer moves them together.
    const { bytes, end } = segment;
    const { salt } = segment.header;
    let chunk = await this.readBytes(segment, Math.min(CHUNK_BYTES, bytes - this.offset));
    const length = frameLength(chunk, 0, salt);
    if (length === undefined || this.offset + length > bytes) {
      throw new DamagedLogError(segment.path, this.offset, 'no record begins there');
    }
    if (length > chunk.length) chunk = await this.readBytes(segment, length);
    return this.take(segment, chunk, end);
  }

  private take(segment: Segment, chunk: Buffer, end: number): StoredRecord[] {
    const records: StoredRecord[] = [];
    let at = 0;
    while (this.number < end) {
      const length = frameLength(chunk, at, segment.header.salt);
      if (length === undefined || at + length > chunk.length) break;
      const frame = decodeFrame(chunk, at, length);
      if (frame === undefined) {
        if (at > 0) break;
        throw new DamagedLogError(segment.path, this.offset, 'its checksum is wrong');
      }
      if (this.number >= this.from) records.push({ number: this.number, ...frame });
      this.number++;
      this.offset += length;
      at += length;
    }
    return records;
  }

  private async readBytes(segment: Segment, length: number): Promise<Buffer> {
    const chunk = Buffer.allocUnsafeSlow(length);
    const { bytesRead } = (await this.file?.read(chunk, 0, length, this.offset)) ?? { bytesRead: 0 };
    if (bytesRead < length) {
      throw new DamagedLogError(
        segment.path,
        this.offset + bytesRead,
        'it is shorter than what was written to it',
      );
    }
    return chunk;
  }
}
