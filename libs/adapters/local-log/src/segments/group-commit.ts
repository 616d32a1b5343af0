import { Unavailable } from '@millrace/domain';
import { Logger } from '@nestjs/common';
import type { LogFiles } from './log-files.ts';
import { encodeFrames, FRAME_HEADER_BYTES } from './segment-format.ts';
import type { SegmentFolder } from './segment-folder.ts';

/** A log that never took this much since it was opened needs no prepared segment. */
const IDLE_BYTES = 256 * 1024;
/** One write and sync takes waiting appends up to this size; more would only make the first of them wait longer. */
const GROUP_BYTES = 16 * 1024 * 1024;

export interface GroupCommitOptions {
  readonly folder: SegmentFolder;
  readonly files: LogFiles;
  readonly segmentBytes: number;
  readonly now: () => number;
  /** Called after a group is durable, before its appends resolve. */
  readonly onDurable: (first: number, appendedAt: number) => void;
}

interface Append {
  readonly values: readonly Uint8Array[];
  readonly bytes: number;
  resolve(first: number): void;
  reject(error: Unavailable): void;
}

/** Writes all appends that wait with one write and one sync; one group at a time, so a failed one leaves no hole. */
export class GroupCommit {
  private readonly logger = new Logger(GroupCommit.name);
  private readonly waiting: Append[] = [];
  private running: Promise<void> | undefined;
  private needsRepair = false;
  private writtenBytes = 0;
  private lastAppendedAt: number;
  private lastFailure: Unavailable | undefined;

  constructor(private readonly options: GroupCommitOptions) {
    this.lastAppendedAt = options.folder.lastAppendedAt;
  }

  /** Why the last group could not be written; undefined when it could. */
  get failure(): Unavailable | undefined {
    return this.lastFailure;
  }

  /** Resolves with the number of the first value once all are durable. Throws Unavailable. */
  append(values: readonly Uint8Array[]): Promise<number> {
    return new Promise((resolve, reject) => {
      const bytes = values.reduce((sum, value) => sum + value.byteLength, 0);
      this.waiting.push({ values, bytes, resolve, reject });
      this.running ??= this.run();
    });
  }

  /** Waits for the appends that were given so far. */
  async drain(): Promise<void> {
    await this.running;
  }

  private async run(): Promise<void> {
    // Appends of the same turn of the event loop share the group.
    await Promise.resolve();
    while (this.waiting.length > 0) {
      const group = this.takeGroup();
      try {
        const firsts = await this.write(group);
        this.lastFailure = undefined;
        group.forEach((append, index) => append.resolve(firsts[index] ?? 0));
      } catch (error) {
        this.lastFailure = this.explain(error);
        for (const append of group) append.reject(this.lastFailure);
      }
    }
    this.running = undefined;
  }

  private takeGroup(): Append[] {
    let bytes = 0;
    let count = 0;
    for (const append of this.waiting) {
      if (count > 0 && bytes + append.bytes > GROUP_BYTES) break;
      bytes += append.bytes;
      count++;
    }
    return this.waiting.splice(0, count);
  }

  /** Numbers of the appends' first records. */
  private async write(group: readonly Append[]): Promise<number[]> {
    const { folder, files, onDurable } = this.options;
    const values = group.length === 1 ? (group[0]?.values ?? []) : group.flatMap((append) => append.values);
    const bytes = values.reduce((sum, value) => sum + FRAME_HEADER_BYTES + value.byteLength, 0);
    const appendedAt = Math.max(this.options.now(), this.lastAppendedAt);
    await this.repair();
    await this.makeRoom(bytes, appendedAt);
    const { segment, fd } = folder.active;
    const { salt } = segment.header;
    const buffers = encodeFrames(values, { salt, appendedAt, durableTo: segment.bytes });
    this.needsRepair = true;
    await files.write(fd, buffers, segment.bytes);
    await files.sync(fd);
    this.needsRepair = false;
    const first = segment.end;
    segment.bytes += bytes;
    segment.end += values.length;
    this.lastAppendedAt = appendedAt;
    onDurable(first, appendedAt);
    let next = first;
    return group.map((append) => (next += append.values.length) - append.values.length);
  }

  /** Goes on in a new segment when this one is full, or grows while a prepared one is at hand. */
  private async makeRoom(bytes: number, now: number): Promise<void> {
    const { folder, segmentBytes } = this.options;
    const { segment, isPrepared } = folder.active;
    const isFull = segment.bytes + bytes > segmentBytes;
    this.writtenBytes += bytes;
    if (segment.end > segment.first && (isFull || (!isPrepared && !folder.spares.isEmpty))) {
      await folder.roll(now);
    }
    // With appends waiting, zeros would only take the disk from them; a growing file then costs no more.
    if (this.waiting.length > 0 || this.writtenBytes < IDLE_BYTES) return;
    const isPastHalf = folder.active.segment.bytes > segmentBytes / 2;
    if (isPastHalf || !folder.active.isPrepared) folder.spares.prepare();
  }

  /** Cuts off what a failed group left: its appends were refused, and it would stand before the next group. */
  private async repair(): Promise<void> {
    if (!this.needsRepair) return;
    const { segment, fd } = this.options.folder.active;
    await this.options.files.truncate(fd, segment.bytes);
    this.needsRepair = false;
  }

  private explain(error: unknown): Unavailable {
    const { path } = this.options.folder.active.segment;
    const isFull = error instanceof Error && 'code' in error && error.code === 'ENOSPC';
    const reason = error instanceof Error ? error.message : String(error);
    const message = isFull
      ? `the disk is full: ${path} can't take more (${reason}). Make room; nothing was acknowledged, and appends work again at once`
      : `writing to ${path} failed (${reason}). Check the disk; nothing was acknowledged`;
    if (this.lastFailure === undefined) this.logger.error(message);
    return new Unavailable(message, 5_000, { cause: error });
  }
}
