import { Unavailable } from '@millrace/domain';
import { Logger } from '@nestjs/common';
import { DirectoryLock } from './directory-lock.ts';
import { GroupCommit } from './group-commit.ts';
import { LogCursor } from './log-cursor.ts';
import { diskFiles, type LogFiles } from './log-files.ts';
import { SegmentFolder } from './segment-folder.ts';
import { Timeline } from './timeline.ts';

const SEGMENT_BYTES = 64 * 1024 * 1024;

export interface SegmentedLogOptions {
  readonly dir: string;
  /** Holds the folder; released by `close`. */
  readonly lock: DirectoryLock;
  /** Number below which consumers want nothing: the log goes on there if it ends before, as after a restored copy. */
  readonly atLeast: number;
  readonly maxInFlightBytes: number;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  readonly files?: LogFiles;
  /** Size of a file of the log; 64 MB unless a test wants to see many. */
  readonly segmentBytes?: number;
}

/** Values in a folder, durable and numbered in order. One process at a time. */
export class SegmentedLog {
  private readonly growth = new Set<() => void>();
  private readonly timeline = new Timeline();
  private readonly writer: GroupCommit;
  private inFlightBytes = 0;
  private closing: Promise<void> | undefined;
  private removing: Promise<void> = Promise.resolve();
  private readonly logger = new Logger(SegmentedLog.name);

  private constructor(
    private readonly options: SegmentedLogOptions,
    private readonly folder: SegmentFolder,
  ) {
    for (const { first, header } of folder.list()) this.timeline.add(first, header.createdAt);
    this.writer = new GroupCommit({
      folder,
      files: options.files ?? diskFiles,
      segmentBytes: options.segmentBytes ?? SEGMENT_BYTES,
      now: options.now ?? Date.now,
      onDurable: (first, appendedAt) => {
        this.timeline.add(first, appendedAt);
        for (const listener of this.growth) listener();
      },
    });
  }

  /** Opens or creates the log, cutting off what a crash left half-written. Throws a sentence when it can't be used. */
  static async open(options: SegmentedLogOptions): Promise<SegmentedLog> {
    const { dir, atLeast, files = diskFiles, now = Date.now, segmentBytes = SEGMENT_BYTES } = options;
    const folder = await SegmentFolder.open({ dir, files, segmentBytes }, now(), atLeast);
    const log = new SegmentedLog(options, folder);
    if (folder.wasCut)
      log.logger.warn(`cut an unfinished write, which was never acknowledged, off the log in ${dir}`);
    return log;
  }

  /** The number the next record will get; all before it are durable. */
  get end(): number {
    return this.folder.active.segment.end;
  }

  /** Why the last append failed; undefined when it did not. */
  get failure(): Unavailable | undefined {
    return this.writer.failure;
  }

  /**
   * Durable on return; gives the number of the first value. Throws Unavailable at once when too much is in flight; a single
   * call of any size is taken when nothing else is.
   */
  async append(values: readonly Uint8Array[]): Promise<number> {
    const bytes = values.reduce((sum, value) => sum + value.byteLength, 0);
    const { maxInFlightBytes } = this.options;
    if (this.inFlightBytes > 0 && this.inFlightBytes + bytes > maxInFlightBytes) {
      throw new Unavailable(
        `the disk does not keep up: ${this.inFlightBytes} bytes wait to be written, at most ${maxInFlightBytes} may. Send again later`,
      );
    }
    this.inFlightBytes += bytes;
    try {
      return await this.appendUnbounded(values);
    } finally {
      this.inFlightBytes -= bytes;
    }
  }

  /** As `append`, outside the byte budget: for records of a few bytes that readers wait for. */
  async appendUnbounded(values: readonly Uint8Array[]): Promise<number> {
    if (this.closing !== undefined) throw new Unavailable(`the log in ${this.options.dir} is closed`);
    return this.writer.append(values);
  }

  /** A reader from record `from` on; close it. */
  cursor(from: number): LogCursor {
    return new LogCursor(this.folder, from);
  }

  /** Calls `listener` whenever records were added, until the returned function is called. */
  onGrowth(listener: () => void): () => void {
    this.growth.add(listener);
    return () => this.growth.delete(listener);
  }

  /** A time at or before the append of record `number`. */
  appendedAtOrBefore(number: number): number {
    return this.timeline.floor(number);
  }

  /** The first record of the newest files that together hold about so many bytes; the file being written always counts. */
  firstOfLast(bytes: number): number {
    let sum = 0;
    let first = this.folder.active.segment.first;
    for (const segment of this.folder.list().toReversed()) {
      sum += segment.bytes;
      if (sum > bytes) break;
      first = segment.first;
    }
    return first;
  }

  /** Nobody asks for records before `number` again: frees what holds only them. */
  release(number: number): void {
    this.timeline.forgetBefore(number);
    this.removing = this.removing
      .then(() => this.folder.removeBefore(number))
      .catch((error: unknown) =>
        this.logger.warn(`can't remove consumed files of ${this.options.dir}: ${String(error)}`),
      );
  }

  /** Waits for running appends, refuses others. Safe to call twice. */
  close(): Promise<void> {
    this.closing ??= this.shut();
    return this.closing;
  }

  private async shut(): Promise<void> {
    await this.writer.drain();
    await this.removing;
    await this.folder.close();
    this.options.lock.release();
  }
}
