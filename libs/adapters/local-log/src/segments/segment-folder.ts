import { open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DamagedLogError } from './damaged-log-error.ts';
import { closeFile, openFile, syncDirectory, type LogFiles } from './log-files.ts';
import { recoverSegment } from './recover-segment.ts';
import {
  decodeSegmentHeader,
  encodeSegmentHeader,
  newSegmentHeader,
  SEGMENT_HEADER_BYTES,
} from './segment-format.ts';
import { segmentFirst, segmentName, type Segment } from './segment.ts';
import { SpareSegments } from './spare-segments.ts';

export interface SegmentFolderOptions {
  readonly dir: string;
  readonly files: LogFiles;
  readonly segmentBytes: number;
}

/** The segment being written. */
interface ActiveSegment {
  readonly segment: Segment;
  readonly fd: number;
  /** Its blocks are there already. */
  readonly isPrepared: boolean;
}

/** The segments of a log in order; the last one is open for writing. */
export class SegmentFolder {
  private readonly segments: Segment[] = [];
  private current: ActiveSegment | undefined;
  /** Time of the last record in the folder at opening, so that times never fall. */
  lastAppendedAt = 0;
  /** Whether an unfinished write was cut off at opening. */
  wasCut = false;

  private constructor(
    private readonly options: SegmentFolderOptions,
    readonly spares: SpareSegments,
  ) {}

  /** Opens or creates; the next record gets at least the number `atLeast`. */
  static async open(options: SegmentFolderOptions, now: number, atLeast: number): Promise<SegmentFolder> {
    const { dir, files, segmentBytes } = options;
    const folder = new SegmentFolder(options, await SpareSegments.open(dir, files, segmentBytes));
    folder.segments.push(...(await listSegments(dir)));
    const last = folder.segments.at(-1);
    if (last === undefined) await folder.begin(now, atLeast);
    else await folder.resume(last, now, atLeast);
    return folder;
  }

  get active(): ActiveSegment {
    if (this.current === undefined) throw new Error('the log folder is not open');
    return this.current;
  }

  list(): readonly Segment[] {
    return this.segments;
  }

  /** The segment that holds record `number`, or would hold it next; the oldest one when it is gone. */
  find(number: number): Segment {
    return this.segments.findLast(({ first }) => first <= number) ?? this.segments[0] ?? this.active.segment;
  }

  after(segment: Segment): Segment | undefined {
    return this.segments.find(({ first }) => first > segment.first);
  }

  /** Begins a new segment after the active one. */
  async roll(now: number): Promise<void> {
    const { fd, segment } = this.active;
    await this.begin(now, segment.end);
    await closeFile(fd);
  }

  /** Lets go of segments that hold only records before `number`; never of the active one. */
  async removeBefore(number: number): Promise<void> {
    const kept = this.segments.findIndex(
      (segment, index) => index === this.segments.length - 1 || segment.end > number,
    );
    const removed = this.segments.splice(0, kept);
    for (const { path } of removed) await this.spares.give(path);
    if (removed.length > 0) await syncDirectory(this.options.dir);
  }

  async close(): Promise<void> {
    await this.spares.close();
    await closeFile(this.active.fd);
  }

  private async begin(now: number, first: number): Promise<void> {
    const { dir, files } = this.options;
    const path = join(dir, segmentName(first));
    const header = newSegmentHeader(now);
    const bytes = encodeSegmentHeader(header);
    const prepared = await this.spares.take(path, bytes);
    const fd = prepared ?? (await files.create(path, bytes));
    await syncDirectory(dir);
    const segment = { path, first, header, bytes: SEGMENT_HEADER_BYTES, end: first };
    this.segments.push(segment);
    this.current = { segment, fd, isPrepared: prepared !== undefined };
  }

  private async resume(segment: Segment, now: number, atLeast: number): Promise<void> {
    const { files, segmentBytes } = this.options;
    const { path, header, bytes: fileBytes } = segment;
    const fd = await openFile(path);
    const recovered = await recoverSegment(files, { fd, path, salt: header.salt, fileBytes });
    segment.bytes = recovered.bytes;
    segment.end = segment.first + recovered.records;
    this.lastAppendedAt = Math.max(header.createdAt, recovered.lastAppendedAt);
    this.wasCut = recovered.wasCut;
    this.current = { segment, fd, isPrepared: !recovered.wasCut && fileBytes === segmentBytes };
    if (segment.end >= atLeast) return;
    // Readers find the gap in the numbers by the end of the file.
    await files.truncate(fd, segment.bytes);
    await this.begin(Math.max(now, this.lastAppendedAt), atLeast);
    await closeFile(fd);
  }
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
    const header = decodeSegmentHeader(buffer.subarray(0, bytesRead));
    if (header !== undefined) return { path, first, header, bytes: size, end: first };
    if (size > SEGMENT_HEADER_BYTES) {
      throw new DamagedLogError(path, 0, 'it does not begin like a log file');
    }
    await rm(path);
    return undefined;
  } finally {
    await handle.close();
  }
}
