import { spanFacts, type SpanFacts, type TraceEntry } from '@millrace/domain';
import { logKey, type SpanBatch, type TraceKey } from '@millrace/ports';
import type { PreparedEntry } from './prepare-entry.ts';
import type { Reprice } from './reprice-trace.ts';

/** What a batch brings for one trace. */
export interface TraceChange extends TraceKey {
  readonly shard: number;
  readonly spans: SpanFacts[];
  readonly entries: TraceEntry[];
  /** The last one asked for: it has the newest prices. */
  reprice: Reprice | undefined;
}

/** Log entries on their way to storage: their rows encoded, and what they change by trace. */
export class PendingBatch {
  readonly changes = new Map<string, TraceChange>();
  readonly prepared: PreparedEntry[] = [];
  /** Highest sequence by shard: what may be committed once the batch is stored. */
  readonly reached = new Map<number, bigint>();
  /** Why the rows can't be written as they are: an entry could not be encoded. */
  fault: unknown;
  private recordBytes = 0;

  constructor(readonly rows: SpanBatch) {}

  get isEmpty(): boolean {
    return this.reached.size === 0;
  }

  /** Bytes held: encoded rows, and the records themselves for the case that a bad one must be found. */
  get byteLength(): number {
    return this.rows.byteLength + this.recordBytes;
  }

  add(entry: PreparedEntry): void {
    this.passed(entry.shard, entry.log.sequence);
    if (entry.record.kind === 'barrier') return;
    this.prepared.push(entry);
    this.recordBytes += entry.log.value.byteLength;
    try {
      this.encode(entry);
    } catch (error) {
      this.fault ??= error;
    }
  }

  /** The shard was read up to here; the entry itself needs no storing (a barrier, a dead letter). */
  passed(shard: number, sequence: bigint): void {
    this.reached.set(shard, sequence);
  }

  private encode(entry: PreparedEntry): void {
    const change = this.changeOf(entry);
    for (const span of entry.spans) {
      this.rows.addSpan(span);
      change.spans.push(spanFacts(span));
    }
    if (entry.entries.length > 0) {
      this.rows.addEntries(change, entry.entries);
      change.entries.push(...entry.entries);
    }
    const { record, log } = entry;
    if (record.kind === 'reprice') {
      change.reprice = { sequence: log.sequence, overrides: record.overrides };
    }
  }

  private changeOf({ record, shard }: PreparedEntry): TraceChange {
    const { workspaceId, traceId } = record;
    const key = logKey(workspaceId, traceId);
    const known = this.changes.get(key);
    if (known) return known;
    const change: TraceChange = { workspaceId, traceId, shard, spans: [], entries: [], reprice: undefined };
    this.changes.set(key, change);
    return change;
  }
}
