import { Logger } from '@nestjs/common';
import type { ForwardingTarget } from '@millrace/access';
import { Unavailable } from '@millrace/domain';
import type {
  BlobStore,
  LogEntry,
  LogShard,
  SpanFeed,
  SpanFeedConsumption,
  SpanLogConsumer,
} from '@millrace/ports';
import { ShardProgress } from './shard-progress.ts';
import { backoffMs, pause } from './sending/backoff.ts';
import { readSpans, type ForwardedSpans } from './sending/read-spans.ts';
import type { SpansSender } from './sending/spans-sender.ts';

export interface TargetForwarderOptions {
  readonly feed: SpanFeed;
  readonly blobs: BlobStore;
  readonly sender: SpansSender;
  readonly maxRequestBytes: number;
  readonly firstRetryMs: number;
}

/** The group of a target in the log. */
export function groupOf(targetId: number): string {
  return `forwarding.${targetId}`;
}

/** Reads the log for one target and sends what belongs to its experiment. A position moves only past what was settled. */
export class TargetForwarder implements SpanLogConsumer {
  readonly progress = new Map<number, ShardProgress>();
  private readonly logger = new Logger('Forwarding');
  private readonly stops = new Map<number, AbortController>();
  private consumption: SpanFeedConsumption | undefined;

  constructor(
    private target: ForwardingTarget,
    private readonly options: TargetForwarderOptions,
  ) {}

  get id(): number {
    return this.target.id;
  }

  /** Throws Unavailable. */
  async start(): Promise<void> {
    this.consumption = await this.options.feed.follow(groupOf(this.id), this);
  }

  /** Goes on with changed settings, without losing its place. */
  change(target: ForwardingTarget): void {
    if (target.lastUpdateTime === this.target.lastUpdateTime) return;
    this.target = target;
    this.options.sender.change(target);
  }

  async stop(): Promise<void> {
    for (const stop of this.stops.values()) stop.abort();
    await this.commit();
    await this.consumption?.stop();
  }

  /** Commits what was settled since the last call. */
  async commit(): Promise<void> {
    for (const [shard, progress] of this.progress) {
      const { settled, committed } = progress;
      if (!this.consumption || settled === undefined || settled === committed) continue;
      try {
        await this.consumption.commit(shard, settled);
        progress.committed = settled;
      } catch (error) {
        if (!(error instanceof Unavailable)) throw error;
        this.logger.warn(
          `target ${this.id}: shard ${shard} is not committed and may be sent again: ${error.message}`,
        );
      }
    }
  }

  /** Throws Unavailable. */
  async readLag(): Promise<number> {
    const lags = (await this.consumption?.lag()) ?? [];
    for (const { shard, records } of lags) {
      const progress = this.progress.get(shard);
      if (progress) progress.lagRecords = records;
    }
    return lags.reduce((sum, { records }) => sum + records, 0);
  }

  /** A fault that passes, of whatever shard. */
  noteFault(message: string): void {
    for (const progress of this.progress.values()) progress.noteFault(message);
  }

  async onAssigned(shards: readonly LogShard[]): Promise<void> {
    for (const { shard } of shards) {
      this.progress.set(shard, this.progress.get(shard) ?? new ShardProgress());
      this.stops.set(shard, new AbortController());
    }
  }

  async onRevoked(shards: readonly number[]): Promise<void> {
    for (const shard of shards) {
      this.stops.get(shard)?.abort();
      this.stops.delete(shard);
      this.progress.get(shard)?.disown();
    }
  }

  async onEntries(shard: number, entries: readonly LogEntry[]): Promise<void> {
    const stop = this.stops.get(shard)?.signal ?? AbortSignal.abort();
    let batch: ForwardedSpans[] = [];
    let bytes = 0;
    for (const entry of entries) {
      const spans = await this.read(entry, stop);
      if (stop.aborted) return;
      if (spans) {
        batch.push(spans);
        bytes += spans.traces.byteLength;
      }
      if (bytes >= this.options.maxRequestBytes) {
        if (!(await this.settle(shard, batch, stop))) return;
        this.progress.get(shard)?.settle(entry.sequence);
        batch = [];
        bytes = 0;
      }
    }
    const last = entries.at(-1);
    if (last && (await this.settle(shard, batch, stop))) this.progress.get(shard)?.settle(last.sequence);
  }

  /** False when stopped before: then these entries come again. */
  private async settle(shard: number, batch: readonly ForwardedSpans[], stop: AbortSignal): Promise<boolean> {
    if (batch.length === 0) return !stop.aborted;
    const result = await this.options.sender.send(batch, stop);
    if (result) this.progress.get(shard)?.add(result);
    return result !== undefined;
  }

  private async read(entry: LogEntry, stop: AbortSignal): Promise<ForwardedSpans | undefined> {
    for (let attempt = 0; !stop.aborted; attempt++) {
      try {
        return await readSpans(entry, this.target, this.options.blobs);
      } catch (error) {
        if (!(error instanceof Unavailable)) throw error;
        this.noteFault(`a large value can't be read: ${error.message}`);
        await pause(backoffMs(attempt, this.options.firstRetryMs), stop);
      }
    }
    return undefined;
  }
}
