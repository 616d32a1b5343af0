import { Injectable, Logger } from '@nestjs/common';
import { PriceDirectory } from '@millrace/access';
import { Unavailable, type TraceRow } from '@millrace/domain';
import { BlobStore, SpanStore } from '@millrace/ports';
import { setImmediate as yieldToLoop, setTimeout as sleep } from 'node:timers/promises';
import { WriterMetrics } from '../writer-metrics.ts';
import { applyChange, notePlace, type AppliedChange, type SampledOut } from './apply-change.ts';
import { deadLetter } from './dead-letter.ts';
import { fillContent, forgetContent } from './fill-content.ts';
import { PendingBatch, type TraceChange } from './pending-batch.ts';
import { prepareEntry, type PreparationSources, type PreparedEntry } from './prepare-entry.ts';
import { TraceCache, type CachedTrace } from './trace-cache.ts';

const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 10_000;
/** Traces recomputed before requests get their turn, about a millisecond. */
const CHANGES_A_SLICE = 100;

/** A row that was written, and the trace it was computed from. */
export interface WrittenTrace {
  readonly row: TraceRow;
  readonly trace: CachedTrace;
  readonly sampledOut: SampledOut | undefined;
}

/**
 * Stores a batch: spans and entries, then the trace rows they touch. While storage is away it tries again, for hours if need
 * be; a record that storage refuses for good is found by halving and goes to the dead letters.
 */
@Injectable()
export class BatchWriter {
  private readonly logger = new Logger('Writer');
  private readonly stopping = new AbortController();
  private readonly sources: PreparationSources;
  /** What is tried again at the moment, and why. */
  private readonly obstacles = new Map<string, string>();

  constructor(
    private readonly store: SpanStore,
    blobs: BlobStore,
    private readonly metrics: WriterMetrics,
    private readonly cache: TraceCache,
    prices: PriceDirectory,
  ) {
    this.sources = { blobs, prices };
  }

  /** Throws Unavailable while something could not be stored and is tried again. */
  checkReady(): void {
    const [[what, reason] = []] = this.obstacles;
    if (what !== undefined) throw new Unavailable(`cannot ${what}, and spans wait in the log: ${reason}`);
  }

  openBatch(): PendingBatch {
    return new PendingBatch(this.store.openBatch());
  }

  /** Decodes an entry; a poison record is put aside as a dead letter and yields undefined. */
  async prepare(shard: number, entry: PreparedEntry['log']): Promise<PreparedEntry | undefined> {
    try {
      return await this.untilAvailable('read a large value', () => prepareEntry(shard, entry, this.sources));
    } catch (error) {
      await this.putAside(shard, entry, asFault(error));
      return undefined;
    }
  }

  /** Resolves when everything of the batch is stored or put aside. Rejects only when stopping. */
  async write(batch: PendingBatch): Promise<readonly WrittenTrace[]> {
    try {
      return await this.writeWhole(batch);
    } catch (error) {
      return await this.writeHalves(batch.prepared, asFault(error));
    } finally {
      this.cache.trim();
    }
  }

  forgetShards(shards: readonly number[]): void {
    this.cache.forgetShards(shards);
  }

  /** Gives up waiting for storage: what is not stored stays in the log. */
  stop(): void {
    this.stopping.abort();
  }

  private async writeWhole(batch: PendingBatch): Promise<readonly WrittenTrace[]> {
    const changes = [...batch.changes.values()];
    if (changes.length === 0) return [];
    if (batch.fault !== undefined) throw batch.fault;
    const traces = await this.untilAvailable('load traces', () => this.tracesOf(changes));
    try {
      const applied: AppliedChange[] = [];
      const pairs = changes.map((change, i) => ({ change, trace: at(traces, i) }));
      await this.untilAvailable('read spans that log records belong to', () =>
        fillContent(pairs, batch, this.store, this.sources.blobs),
      );
      for (const [i, change] of changes.entries()) {
        applied.push(applyChange(change, at(traces, i), this.cache, batch.rows));
        if (i % CHANGES_A_SLICE === CHANGES_A_SLICE - 1) await yieldToLoop();
      }
      await this.untilAvailable('write spans', () => batch.rows.write());
      await this.untilAvailable('write traces', () =>
        this.store.writeTraces(applied.map(({ write }) => write)),
      );
      return applied.map(({ write: { row }, sampledOut }, i) => {
        const trace = at(traces, i);
        notePlace(trace, row);
        forgetContent(trace);
        return { row, trace, sampledOut };
      });
    } catch (error) {
      // The cache holds changes that are not stored: the next batch must read these traces back.
      for (const change of changes) this.cache.forget(change);
      throw error;
    }
  }

  private async writeHalves(
    entries: readonly PreparedEntry[],
    reason: Error,
  ): Promise<readonly WrittenTrace[]> {
    const [first] = entries;
    if (!first) return [];
    if (entries.length === 1) {
      await this.putAside(first.shard, first.log, reason);
      return [];
    }
    const middle = Math.ceil(entries.length / 2);
    const written: WrittenTrace[] = [];
    for (const half of [entries.slice(0, middle), entries.slice(middle)]) {
      const batch = this.openBatch();
      for (const entry of half) batch.add(entry);
      written.push(...(await this.write(batch)));
    }
    return written;
  }

  /** Traces from memory; those not there are looked up in storage at once. */
  private async tracesOf(changes: readonly TraceChange[]): Promise<readonly CachedTrace[]> {
    const unknown = changes.filter((change) => !this.cache.get(change));
    const stored = unknown.length === 0 ? [] : await this.store.loadTraces(unknown);
    const byId = new Map(stored.map((trace) => [`${trace.workspaceId}/${trace.traceId}`, trace]));
    return changes.map(
      (change) =>
        this.cache.get(change) ??
        this.cache.put(change, change.shard, byId.get(`${change.workspaceId}/${change.traceId}`)),
    );
  }

  private async putAside(shard: number, entry: PreparedEntry['log'], reason: Error): Promise<void> {
    this.logger.error(`record ${shard}-${entry.sequence} goes to the dead letters: ${reason.message}`);
    const letter = deadLetter(`${shard}-${entry.sequence}`, entry, reason);
    await this.untilAvailable('write a dead letter', () => this.store.writeDeadLetters([letter]));
    this.metrics.recordPutAside();
  }

  private async untilAvailable<T>(what: string, attempt: () => Promise<T>): Promise<T> {
    for (let wait = FIRST_RETRY_MS; ; wait = Math.min(wait * 2, LONGEST_RETRY_MS)) {
      try {
        const done = await attempt();
        this.obstacles.delete(what);
        return done;
      } catch (error) {
        if (!(error instanceof Unavailable)) throw error;
        if (this.stopping.signal.aborted) throw error;
        this.obstacles.set(what, error.message);
        this.metrics.attemptFailed();
        this.logger.warn(`cannot ${what} now, next attempt in ${wait} ms: ${error.message}`);
        await sleep(wait, undefined, { signal: this.stopping.signal }).catch(() => undefined);
      }
    }
  }
}

/** Whatever is wrong but passing unavailability, a fault of ours included, must not hold up the shard for ever. */
function asFault(error: unknown): Error {
  if (error instanceof Unavailable) throw error;
  return error instanceof Error ? error : new Error(String(error));
}

function at<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new RangeError(`no item ${index} of ${items.length}`);
  return item;
}
