import { join } from 'node:path';
import { Rejected, Unavailable } from '@millrace/domain';
import {
  encodeBarrierRecord,
  MAX_LOG_RECORD_BYTES,
  SpanFeed,
  SpanLog,
  type BarrierOptions,
  type Freshness,
  type LogRecord,
  type SpanFeedConsumption,
  type SpanLogConsumer,
  type SpanLogConsumption,
} from '@millrace/ports';
import type { OnApplicationShutdown } from '@nestjs/common';
import { settledWithin } from '../delivery/settled-within.ts';
import { localSpanLogConfigSchema, type LocalSpanLogConfig } from '../local-log.config.ts';
import type { LogFiles } from '../segments/log-files.ts';
import { DirectoryLock } from '../segments/directory-lock.ts';
import { DiskRoom } from '../segments/disk-room.ts';
import { PositionFile } from '../segments/position-file.ts';
import { SegmentedLog } from '../segments/segmented-log.ts';
import { Barriers } from './barriers.ts';
import { Followers } from './followers.ts';
import { LocalConsumption } from './local-consumption.ts';

/** How long a shutdown waits for a consumer that does not let go. */
const CLOSE_PATIENCE_MS = 1_500;

/** A SpanLog of one shard in a folder: fsynced with group commit, read back from the page cache. */
export class LocalSpanLog extends SpanLog implements SpanFeed, OnApplicationShutdown {
  private readonly barriers = new Barriers();
  private consumption: LocalConsumption | undefined;
  private closing: Promise<void> | undefined;
  /** End of what was acknowledged; the records from here to the log's end are barriers of ours, or not acknowledged yet. */
  private acknowledgedEnd: number;

  private constructor(
    private readonly log: SegmentedLog,
    private readonly position: PositionFile,
    private readonly followers: Followers,
    private readonly room: DiskRoom,
  ) {
    super();
    this.acknowledgedEnd = log.end;
    followers.start(log, () => this.release());
  }

  /** Opens or creates the log in the folder; throws a sentence when it can't be used. `files` is for tests of disk faults. */
  static async open(config: LocalSpanLogConfig, files?: LogFiles): Promise<LocalSpanLog> {
    const { dir, maxInFlightBytes, maxHeldBytes, reservedDiskBytes } = localSpanLogConfigSchema.parse(config);
    const lock = await DirectoryLock.take(dir);
    try {
      const position = await PositionFile.open(join(dir, 'writer.position'), 0);
      const disk = files === undefined ? {} : { files };
      const followers = await Followers.open(join(dir, 'followers'), maxHeldBytes);
      const atLeast = Math.max(position.position, followers.furthest);
      const log = await SegmentedLog.open({ dir, lock, atLeast, maxInFlightBytes, ...disk });
      return new LocalSpanLog(log, position, followers, new DiskRoom(dir, reservedDiskBytes));
    } catch (error) {
      lock.release();
      throw error;
    }
  }

  async append(records: readonly LogRecord[]): Promise<void> {
    if (records.length === 0) return;
    for (const { key, value } of records) {
      if (value.byteLength > MAX_LOG_RECORD_BYTES) {
        throw new Rejected(
          `a record of ${value.byteLength} bytes for ${key} is over the ${MAX_LOG_RECORD_BYTES} bytes the log takes: split it`,
          'too-large',
        );
      }
    }
    await this.room.expect();
    const first = await this.log.append(records.map(({ value }) => value));
    this.acknowledgedEnd = Math.max(this.acknowledgedEnd, first + records.length);
  }

  async consume(consumer: SpanLogConsumer): Promise<SpanLogConsumption> {
    this.expectOpen();
    if (this.consumption?.isActive === true) {
      throw new Rejected('this process consumes the span log already: stop that consumption first');
    }
    const { log, position } = this;
    const onCommitted = () => {
      this.barriers.committed(position.position);
      this.release();
    };
    const consumption = new LocalConsumption({ log, position, consumer, onCommitted });
    this.consumption = consumption;
    await consumption.start();
    return consumption;
  }

  async follow(group: string, consumer: SpanLogConsumer): Promise<SpanFeedConsumption> {
    this.expectOpen();
    return this.followers.follow(group, consumer);
  }

  async forget(group: string): Promise<void> {
    this.expectOpen();
    await this.followers.forget(group);
  }

  async barrier({ timeoutMs }: BarrierOptions): Promise<Freshness> {
    this.expectOpen();
    const asked = Date.now();
    const end = this.acknowledgedEnd;
    if (this.position.position >= end) return { completeTo: asked, lagMs: 0, isComplete: true };
    const waiting = this.barriers.wait(end, timeoutMs);
    // A log that can't take the record (disk full) still gets there: the consumer stores by itself a little later.
    this.log.appendUnbounded([encodeBarrierRecord(asked)]).catch(() => undefined);
    return (await waiting)
      ? { completeTo: asked, lagMs: 0, isComplete: true }
      : { ...(await this.freshness()), isComplete: false };
  }

  async freshness(): Promise<Freshness> {
    this.expectOpen();
    const committed = this.position.position;
    const now = Date.now();
    if (committed >= this.acknowledgedEnd) return { completeTo: now, lagMs: 0, isComplete: true };
    const completeTo = Math.max(this.log.appendedAtOrBefore(committed) - 1, 0);
    return { completeTo, lagMs: Math.max(0, now - completeTo), isComplete: false };
  }

  async checkReady(): Promise<void> {
    this.expectOpen();
    const damage = this.consumption?.damage;
    if (damage !== undefined) throw new Unavailable(damage.message, 60_000, { cause: damage });
    await this.room.expect();
    if (this.log.failure !== undefined) await this.log.appendUnbounded([encodeBarrierRecord(Date.now())]);
  }

  /** Stops delivery and closes the files. Safe to call twice. */
  onApplicationShutdown(): Promise<void> {
    this.closing ??= this.close();
    return this.closing;
  }

  /** Frees records that neither the writer nor a follower will read. */
  private release(): void {
    this.log.release(Math.min(this.position.position, this.followers.heldFrom));
  }

  private async close(): Promise<void> {
    this.barriers.close();
    await this.followers.close();
    if (this.consumption !== undefined) await settledWithin(this.consumption.stop(), CLOSE_PATIENCE_MS);
    await this.log.close();
    await this.position.close();
  }

  private expectOpen(): void {
    if (this.closing !== undefined) throw new Unavailable('the span log of this process is closed');
  }
}
