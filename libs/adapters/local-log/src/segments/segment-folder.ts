import { open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DamagedLogError } from './damaged-log-error.ts';
import { closeFile, openFile, syncDirectory, type LogFiles } from './log-files.ts';
import { recoverSegment } from './recover-segment.ts';
import { decodeSegmentHeader, encodeSegmentHeader, SEGMENT_HEADER_BYTES } from './segment-format.ts';
import { segmentFirst, segmentName, type Segment } from './segment.ts';

/** The segments of a log in order; the last one is open for writing. */
export class SegmentFolder {
  private constructor(
    private readonly dir: string,
    private readonly files: LogFiles,
    private readonly segments: Segment[],
    private fd: number,
    /** Time of the last record in the folder at opening, so that times never fall. */
    readonly lastAppendedAt: number,
    /** Bytes of an unfinished write that were cut off at opening. */
    readonly cutBytes: number,
  ) {}

  /** Opens or creates; the next record gets at least the number `atLeast`. */
  static async open(dir: string, files: LogFiles, now: number, atLeast: number): Promise<SegmentFolder> {
    const segments = await listSegments(dir);
    const last = segments.at(-1);
    if (last === undefined) {
      const { segment, fd } = await createSegment(dir, files, atLeast, now);
      return new SegmentFolder(dir, files, [segment], fd, 0, 0);
    }
    const handle = await openFile(last.path);
    const recovered = await recoverSegment(files, handle, last.path, last.bytes);
    last.bytes = recovered.bytes;
    last.end = last.first + recovered.records;
    const lastAppendedAt = Math.max(last.createdAt, recovered.lastAppendedAt);
    const folder = new SegmentFolder(dir, files, segments, handle, lastAppendedAt, recovered.cutBytes);
    if (last.end < atLeast) await folder.roll(Math.max(now, lastAppendedAt), atLeast);
    return folder;
  }

  get active(): { readonly segment: Segment; readonly fd: number } {
    return { segment: this.at(this.segments.length - 1), fd: this.fd };
  }

  /** The oldest segment kept. */
  get oldest(): Segment {
    return this.at(0);
  }

  /** The segment that holds record `number`, or would hold it next; the oldest one when it is gone. */
  find(number: number): Segment {
    for (let index = this.segments.length - 1; index > 0; index--) {
      const segment = this.at(index);
      if (segment.first <= number) return segment;
    }
    return this.at(0);
  }

  after(segment: Segment): Segment | undefined {
    return this.segments.find(({ first }) => first > segment.first);
  }

  list(): readonly Segment[] {
    return this.segments;
  }

  /** Begins a new segment for records from `first` on. */
  async roll(now: number, first: number): Promise<void> {
    const { segment, fd } = await createSegment(this.dir, this.files, first, now);
    const previous = this.fd;
    this.segments.push(segment);
    this.fd = fd;
    await closeFile(previous);
  }

  /** Removes segments that hold only records before `number`; never the active one. */
  async removeBefore(number: number): Promise<void> {
    const kept = this.segments.findIndex(
      (segment, index) => index === this.segments.length - 1 || segment.end > number,
    );
    const removed = this.segments.splice(0, kept);
    for (const { path } of removed) await rm(path, { force: true });
    if (removed.length > 0) await syncDirectory(this.dir);
  }

  async close(): Promise<void> {
    await closeFile(this.fd);
  }

  private at(index: number): Segment {
    const segment = this.segments[index];
    if (segment === undefined) throw new Error('a log always has a segment');
    return segment;
  }
}

async function createSegment(
  dir: string,
  files: LogFiles,
  first: number,
  now: number,
): Promise<{ segment: Segment; fd: number }> {
  const path = join(dir, segmentName(first));
  const fd = await files.create(path, encodeSegmentHeader(now));
  await syncDirectory(dir);
  return { segment: { path, first, createdAt: now, bytes: SEGMENT_HEADER_BYTES, end: first }, fd };
}

async function listSegments(dir: string): Promise<Segment[]> {
  const segments: Segment[] = [];
  for (const name of (await readdir(dir)).sort()) {
    const first = segmentFirst(name);
    if (first === undefined) continue;
    const segment = await readSegment(join(dir, name), first);
    if (segment !== undefined) segments.push(segment);
  }
  segments.forEach((segment, index) => (segment.end = segments[index + 1]?.first ?? segment.end));
  return segments;
}

/** Removes a file whose creation was cut short: it never held a record. */
async function readSegment(path: string, first: number): Promise<Segment | undefined> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(SEGMENT_HEADER_BYTES));
    const createdAt = decodeSegmentHeader(buffer.subarray(0, bytesRead));
    if (createdAt !== undefined) return { path, first, createdAt, bytes: size, end: first };
    if (size > SEGMENT_HEADER_BYTES) {
      throw new DamagedLogError(path, 0, 'it does not begin like a log file');
    }
    await rm(path);
    return undefined;
  } finally {
    await handle.close();
  }
}
