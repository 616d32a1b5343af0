import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Unavailable } from '@millrace/domain';
import {
  SpanLog,
  type LogEntry,
  type LogShard,
  type SpanLogConsumer,
  type SpanLogConsumption,
} from '@millrace/ports';
import { waitBriefly } from '@millrace/service-kit';
import { setImmediate as yieldToLoop, setTimeout as sleep } from 'node:timers/promises';
import { Completions } from './completing/completions.service.ts';
import { BatchWriter } from './storing/batch-writer.service.ts';
import type { PendingBatch } from './storing/pending-batch.ts';
import { WriterMetrics } from './writer-metrics.ts';
import { WriterOptions } from './writer.config.ts';

/** How long decoding may hold the event loop, which in standalone also answers requests; milliseconds. */
const SLICE_MS = 1;
/** From this many spans a batch on, the next one may gather longer. */
const BUSY_BATCH_SPANS = 2_000;
/** A write costs about the same however little it writes: where writes are slow, batches gather for longer than they take. */
const LINGER_TO_WRITE = 2;
const RETRY_MS = 1_000;
/** How long a stop waits for what is gathered to be stored, in milliseconds. */
const DRAIN_MS = 1_500;

/**
 * Takes the log into storage. While one batch is being written the next one gathers, so batches grow with the load and
 * stay small when it is idle. Offsets are committed only after the spans and the trace rows they touch are stored.
 */
@Injectable()
export class WriterService implements SpanLogConsumer, OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Writer');
  private pending: PendingBatch | undefined;
  private lingerTimer: NodeJS.Timeout | undefined;
  private flushing: Promise<void> = Promise.resolve();
  /** Entries may come before `consume` has returned; commits wait for it. */
  private readonly consumption = Promise.withResolvers<SpanLogConsumption>();
  private isStopped = false;
  private latestBatchSpans = 0;
  private latestWriteMs = 0;
  /** Absent until the log has said for the first time which shards are ours. */
  private owned: Set<number> | undefined;

  constructor(
    private readonly log: SpanLog,
    private readonly batches: BatchWriter,
    private readonly completions: Completions,
    private readonly metrics: WriterMetrics,
    private readonly options: WriterOptions,
  ) {}

  onApplicationBootstrap(): void {
    this.completions.start();
    void this.consume();
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.isStopped) return;
    this.isStopped = true;
    clearTimeout(this.lingerTimer);
    const drained = this.flush().catch(() => undefined);
    await waitBriefly(drained, DRAIN_MS);
    this.batches.stop();
    await this.completions.stop();
    await this.stopConsuming();
  }

  /**
   * Throws Unavailable until the log has said which shards are ours, and while storage takes nothing, even if it answers: its disk may be full.
   * Without any shard it is ready to take over those of another.
   */
  async checkReady(): Promise<string | undefined> {
    this.batches.checkReady();
    if (!this.owned) throw new Unavailable('this writer has not been given its part of the log yet');
    return this.owned.size === 0 ? 'standing by: no partition assigned' : undefined;
  }

  async onEntries(shard: number, entries: readonly LogEntry[]): Promise<void> {
    let sliceEnd = performance.now() + SLICE_MS;
    for (const entry of entries) {
      if (this.isFull()) await this.flush();
      await this.take(shard, entry);
      if (performance.now() > sliceEnd) {
        await yieldToLoop();
        sliceEnd = performance.now() + SLICE_MS;
      }
    }
  }

  async onAssigned(shards: readonly LogShard[]): Promise<void> {
    // What is remembered from an earlier ownership may be out of date.
    await this.flush();
    this.batches.forgetShards(shards.map(({ shard }) => shard));
    for (;;) {
      try {
        if (shards.length > 0) await this.completions.takeOver(shards);
        this.owned = new Set([...(this.owned ?? []), ...shards.map(({ shard }) => shard)]);
        return;
      } catch (error) {
        if (this.isStopped) return;
        this.logger.warn(`cannot look for unannounced traces yet: ${messageOf(error)}`);
        await sleep(RETRY_MS);
      }
    }
  }

  /** What is gathered of these shards may be stored twice, by us and by the next owner: the rows are the same. */
  async onRevoked(shards: readonly number[]): Promise<void> {
    for (const shard of shards) {
      this.owned?.delete(shard);
      this.pending?.reached.delete(shard);
    }
    this.batches.forgetShards(shards);
    this.completions.forgetShards(shards);
  }

  private async consume(): Promise<void> {
    while (!this.isStopped) {
      try {
        return this.consumption.resolve(await this.log.consume(this));
      } catch (error) {
        this.logger.warn(`cannot read the log yet: ${messageOf(error)}`);
        await sleep(RETRY_MS);
      }
    }
  }

  private async stopConsuming(): Promise<void> {
    const none = sleep(0).then(() => undefined);
    const consumption = await Promise.race([this.consumption.promise, none]);
    await consumption?.stop();
  }

  private async take(shard: number, entry: LogEntry): Promise<void> {
    const prepared = await this.batches.prepare(shard, entry);
    this.pending ??= this.batches.openBatch();
    if (!prepared) return this.pending.passed(shard, entry.sequence);
    this.pending.add(prepared);
    // A barrier means that a reader waits.
    if (prepared.record.kind === 'barrier') void this.flush();
    else this.lingerTimer ??= setTimeout(() => void this.flush(), this.lingerMs);
  }

  private get lingerMs(): number {
    const { lingerMs, busyLingerMs } = this.options.config;
    const longest = Math.max(lingerMs, busyLingerMs);
    if (this.latestBatchSpans >= BUSY_BATCH_SPANS) return longest;
    return Math.min(Math.max(lingerMs, this.latestWriteMs * LINGER_TO_WRITE), longest);
  }

  private isFull(): boolean {
    const { maxBatchSpans, maxBatchBytes } = this.options.config;
    return (
      this.pending !== undefined &&
      (this.pending.rows.spanCount >= maxBatchSpans || this.pending.byteLength >= maxBatchBytes)
    );
  }

  /** Resolves when all that was gathered before the call is stored. Never rejects. */
  private flush(): Promise<void> {
    this.flushing = this.flushing.then(() => this.flushPending());
    return this.flushing;
  }

  private async flushPending(): Promise<void> {
    const batch = this.pending;
    if (!batch || batch.isEmpty) return;
    this.pending = undefined;
    this.latestBatchSpans = batch.rows.spanCount;
    clearTimeout(this.lingerTimer);
    this.lingerTimer = undefined;
    try {
      const startedAt = performance.now();
      const written = await this.batches.write(batch);
      await this.commit(batch);
      this.completions.note(written);
      this.latestWriteMs = performance.now() - startedAt;
      this.metrics.batchStored(batch, this.latestWriteMs / 1000);
    } catch (error) {
      // Only while stopping: what is not committed is delivered to the next writer.
      this.logger.warn(`a batch of ${batch.rows.spanCount} spans stays in the log: ${messageOf(error)}`);
    }
  }

  private async commit(batch: PendingBatch): Promise<void> {
    const consumption = await this.consumption.promise;
    for (const [shard, sequence] of batch.reached) {
      try {
        await consumption.commit(shard, sequence);
      } catch (error) {
        if (!(error instanceof Unavailable)) throw error;
        this.logger.warn(
          `shard ${shard} is not committed up to ${sequence}; it will be delivered again: ${error.message}`,
        );
      }
    }
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
