import { Injectable, Logger } from '@nestjs/common';
import {
  completedVersions,
  completionEntry,
  isCompletedAt,
  isDeleted,
  mergeEntry,
  Unavailable,
  type TraceEvent,
  type TraceRow,
} from '@millrace/domain';
import { DomainEvents, logKey, SpanStore, type LogShard } from '@millrace/ports';
import type { SamplingRules } from '@millrace/access';
import { WriterOptions } from '../writer.config.ts';
import type { WrittenTrace } from '../storing/batch-writer.service.ts';
import { TraceCache } from '../storing/trace-cache.ts';
import { TraceSampler } from './trace-sampler.ts';

const TICK_MS = 500;
const EVENTS_A_TICK = 5_000;
/** How far back a writer that takes over a shard looks for traces whose completion was not announced. */
const TAKEOVER_WINDOW_NS = 86_400_000_000_000n;

interface Waiting {
  readonly row: TraceRow;
  readonly shard: number;
  readonly dueAt: number;
}

/**
 * Announces traces that have their root and have been idle: `trace.completed`, and `trace.reopened` when content comes after
 * that; a tag, a link or an assessment is none. What is waiting is derived from storage when a shard is taken over, so a kill delays an announcement but loses none;
 * a repeated one has the same id.
 */
@Injectable()
export class Completions {
  private readonly logger = new Logger('Completions');
  /** In order of `dueAt`: every trace waits equally long. */
  private readonly waiting = new Map<string, Waiting>();
  private readonly reopened: TraceEvent[] = [];
  private readonly idleMs: number;
  private timer: NodeJS.Timeout | undefined;
  private ticking: Promise<void> = Promise.resolve();

  constructor(
    private readonly store: SpanStore,
    private readonly events: DomainEvents,
    private readonly cache: TraceCache,
    private readonly sampler: TraceSampler,
    options: WriterOptions,
  ) {
    this.idleMs = options.config.completionIdleMs;
  }

  start(): void {
    this.timer ??= setInterval(() => {
      this.ticking = this.ticking.then(() => this.tick());
    }, TICK_MS);
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    this.timer = undefined;
    await this.ticking;
  }

  /** Takes note of rows that have just been written. */
  note(traces: readonly WrittenTrace[]): void {
    const dueAt = Date.now() + this.idleMs;
    this.sampler.note(traces);
    for (const { row, trace } of traces) {
      const key = logKey(row.workspaceId, row.traceId);
      if (isDeleted(trace.parts)) {
        this.waiting.delete(key);
        continue;
      }
      if (!row.isRootEnded || isCompletedAt(trace.parts, row.contentVersion)) continue;
      const known = this.waiting.get(key);
      if (known?.row.contentVersion === row.contentVersion) {
        this.waiting.set(key, { ...known, row });
        continue;
      }
      if (completedVersions(trace.parts).length > 0) this.reopened.push(traceEvent('trace.reopened', row));
      this.waiting.delete(key);
      this.waiting.set(key, { row, shard: trace.shard, dueAt });
    }
  }

  /** Finds what earlier owners of these shards had not announced. */
  async takeOver(shards: readonly LogShard[]): Promise<void> {
    const since = BigInt(Date.now()) * 1_000_000n - TAKEOVER_WINDOW_NS;
    const rows = await this.store.findUncompleted(since);
    const dueAt = Date.now() + this.idleMs;
    for (const row of rows) {
      const key = logKey(row.workspaceId, row.traceId);
      const owner = shards.find((shard) => shard.owns(key));
      if (owner && !this.waiting.has(key)) this.waiting.set(key, { row, shard: owner.shard, dueAt });
    }
  }

  forgetShards(shards: readonly number[]): void {
    for (const [key, { shard }] of this.waiting) if (shards.includes(shard)) this.waiting.delete(key);
  }

  private async tick(): Promise<void> {
    const rules = await this.sampler.rules();
    const all = this.takeDue();
    const reopened = this.reopened.splice(0, EVENTS_A_TICK);
    if (all.length + reopened.length === 0) return;
    try {
      const due = await this.sift(all, rules);
      await this.events.publish([...reopened, ...due.map(({ row }) => traceEvent('trace.completed', row))]);
      await this.remember(due);
    } catch (error) {
      if (!(error instanceof Unavailable)) this.logger.error('cannot announce completed traces', error);
      this.reopened.unshift(...reopened);
      for (const wait of all) this.putBack(wait);
    }
  }

  private takeDue(): Waiting[] {
    const now = Date.now();
    const due: Waiting[] = [];
    for (const [key, wait] of this.waiting) {
      if (wait.dueAt > now || due.length >= EVENTS_A_TICK) break;
      this.waiting.delete(key);
      due.push(wait);
    }
    return due;
  }

  /** Withdraws the traces that are not kept, and gives the others. */
  private async sift(due: readonly Waiting[], rules: SamplingRules): Promise<readonly Waiting[]> {
    const isKept = ({ row }: Waiting) => this.isAnnounced(row) || this.sampler.isKept(row, rules);
    const kept = due.filter(isKept);
    for (const { row } of kept) this.markInMemory(row);
    const others = due.filter((wait) => !isKept(wait));
    const announced = new Set(await this.sampler.withdraw(others.map(({ row }) => row)));
    return [...kept, ...others.filter(({ row }) => announced.has(row))];
  }

  private isAnnounced(row: TraceRow): boolean {
    const trace = this.cache.get(row);
    return trace !== undefined && completedVersions(trace.parts).length > 0;
  }

  /** Before it is published: spans that come while that happens already reopen the trace. */
  private markInMemory(row: TraceRow): void {
    const trace = this.cache.get(row);
    if (trace) this.cache.update(trace, (parts) => mergeEntry(parts, completionEntry(row)));
  }

  private async remember(due: readonly Waiting[]): Promise<void> {
    if (due.length === 0) return;
    const batch = this.store.openBatch();
    for (const { row } of due) {
      batch.addEntries(row, [completionEntry(row)]);
    }
    await batch.write();
  }

  /** A newer version may have come meanwhile: then that one waits instead. */
  private putBack(wait: Waiting): void {
    const key = logKey(wait.row.workspaceId, wait.row.traceId);
    if (!this.waiting.has(key)) this.waiting.set(key, { ...wait, dueAt: Date.now() + this.idleMs });
  }
}

function traceEvent(type: TraceEvent['type'], row: TraceRow): TraceEvent {
  const { workspaceId, experimentId, traceId } = row;
  const version = String(row.contentVersion);
  const id = `${traceId}:${version}:${type}`;
  return { id, type, workspaceId, experimentId, traceId, version, at: Date.now() };
}
