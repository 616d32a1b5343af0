import { Injectable } from '@nestjs/common';
import { WriterOptions } from '../writer.config.ts';
import { emptyTraceParts, mergeEntry, mergeSpan, type TraceParts } from '@millrace/domain';
import { logKey, type StoredTrace, type TraceKey, type TracePlace } from '@millrace/ports';

/** All that is stored of a trace, in memory. */
export interface CachedTrace extends TraceKey {
  readonly shard: number;
  readonly parts: TraceParts;
  /** Every place where a row of it may stand. */
  places: readonly TracePlace[];
}

/** The most recently changed traces of this writer's shards, whole; bounded by the number of their spans and entries. */
@Injectable()
export class TraceCache {
  private readonly traces = new Map<string, CachedTrace>();
  private weight = 0;

  private readonly maxWeight: number;

  constructor(options: WriterOptions) {
    this.maxWeight = options.config.cachedSpans;
  }

  get(key: TraceKey): CachedTrace | undefined {
    return this.traces.get(logKey(key.workspaceId, key.traceId));
  }

  /** Takes in a trace as storage has it, or an empty one that storage does not know. */
  put(key: TraceKey, shard: number, stored: StoredTrace | undefined): CachedTrace {
    const parts = emptyTraceParts();
    for (const span of stored?.spans ?? []) mergeSpan(parts, span);
    for (const entry of stored?.entries ?? []) mergeEntry(parts, entry);
    const { workspaceId, traceId } = key;
    const trace: CachedTrace = { workspaceId, traceId, shard, parts, places: stored?.places ?? [] };
    this.traces.set(logKey(workspaceId, traceId), trace);
    this.weight += weightOf(trace);
    return trace;
  }

  /** Changes a cached trace and makes it the most recent. */
  update(trace: CachedTrace, change: (parts: TraceParts) => void): void {
    const before = weightOf(trace);
    change(trace.parts);
    this.weight += weightOf(trace) - before;
    const key = logKey(trace.workspaceId, trace.traceId);
    if (this.traces.delete(key)) this.traces.set(key, trace);
  }

  /** Forgets the least recent until the bound holds. Call when no change is under way. */
  trim(): void {
    for (const [key, trace] of this.traces) {
      if (this.weight <= this.maxWeight) return;
      this.forgetKey(key, trace);
    }
  }

  forget(key: TraceKey): void {
    const mapKey = logKey(key.workspaceId, key.traceId);
    const trace = this.traces.get(mapKey);
    if (trace) this.forgetKey(mapKey, trace);
  }

  forgetShards(shards: readonly number[]): void {
    for (const [key, trace] of this.traces) if (shards.includes(trace.shard)) this.forgetKey(key, trace);
  }

  private forgetKey(key: string, trace: CachedTrace): void {
    this.traces.delete(key);
    this.weight -= weightOf(trace);
  }
}

/** One for the trace itself, one for each span and entry. */
function weightOf({ parts }: CachedTrace): number {
  return 1 + parts.spans.size + parts.entries.size;
}
