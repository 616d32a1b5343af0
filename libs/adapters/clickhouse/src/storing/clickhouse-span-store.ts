import type { NormalSpan, TraceEntry, TraceRow } from '@millrace/domain';
import {
  SpanStore,
  type DeadLetter,
  type SpanBatch,
  type SpanPlace,
  type StoredTrace,
  type TraceKey,
  type TraceWrite,
} from '@millrace/ports';
import { ClickHouseConnection } from '../connection/clickhouse-connection.ts';
import { ChunkPool } from '../native/chunk-pool.ts';
import { FIND_UNCOMPLETED, READ_ENTRIES } from '../queries/trace-lookups.ts';
import { loadSpans } from '../reading/load-spans.ts';
import { readSpanFacts } from '../reading/span-facts.ts';
import { findPlaces, IDS_PER_QUERY } from '../reading/trace-places.ts';
import { readTraceRows } from '../reading/trace-rows.ts';
import { ClickHouseDeadLetters } from './clickhouse-dead-letters.ts';
import { ClickHouseSpanBatch } from './clickhouse-span-batch.ts';
import { encodeIndexRows, encodeTraceRows } from './trace-columns.ts';

interface EntryRow {
  readonly trace_hex: string;
  readonly kind: TraceEntry['kind'];
  readonly key: string;
  readonly row_sequence: string;
  readonly is_deleted: number;
  readonly value: string;
}

interface UncompletedRow {
  readonly trace_hex: string;
  readonly experiment_id: number;
  readonly request_ns: string;
}

/** Memory kept for the next batches: a few of the usual size. */
const POOL_BYTES = 48 * 1024 * 1024;

/** Stores spans and traces in ClickHouse; rows replace each other by key and version, so every write may be repeated. */
export class ClickHouseSpanStore extends SpanStore {
  private readonly deadLetters: ClickHouseDeadLetters;
  private readonly pool = new ChunkPool(POOL_BYTES);

  constructor(private readonly connection: ClickHouseConnection) {
    super();
    this.deadLetters = new ClickHouseDeadLetters(connection);
  }

  override openBatch(): SpanBatch {
    return new ClickHouseSpanBatch(this.connection, this.pool);
  }

  override async writeTraces(writes: readonly TraceWrite[]): Promise<void> {
    const index = encodeIndexRows(writes);
    await this.connection.insert('trace_index', index.columns, index.rowCount);
    const traces = encodeTraceRows(writes);
    await this.connection.insert('traces', traces.columns, traces.rowCount);
  }

  override async loadTraces(keys: readonly TraceKey[]): Promise<StoredTrace[]> {
    const loaded: StoredTrace[] = [];
    for (const [workspaceId, traceIds] of byWorkspace(keys)) {
      for (let start = 0; start < traceIds.length; start += IDS_PER_QUERY) {
        loaded.push(...(await this.loadChunk(workspaceId, traceIds.slice(start, start + IDS_PER_QUERY))));
      }
    }
    return loaded;
  }

  override loadSpans(places: readonly SpanPlace[]): Promise<NormalSpan[]> {
    return loadSpans(this.connection, places);
  }

  override async findUncompleted(requestedSinceUnixNano: bigint): Promise<TraceRow[]> {
    const rows = await this.connection.select<UncompletedRow>(FIND_UNCOMPLETED, {
      since: requestedSinceUnixNano,
    });
    return readTraceRows(
      this.connection,
      rows.map((row) => ({
        traceId: row.trace_hex,
        experimentId: row.experiment_id,
        requestTimeUnixNano: BigInt(row.request_ns),
      })),
    );
  }

  override writeDeadLetters(letters: readonly DeadLetter[]): Promise<void> {
    return this.deadLetters.write(letters);
  }

  override listDeadLetters(workspaceId: string, limit: number): Promise<DeadLetter[]> {
    return this.deadLetters.list(workspaceId, limit);
  }

  override readDeadLetters(workspaceId: string, ids: readonly string[]): Promise<DeadLetter[]> {
    return this.deadLetters.read(workspaceId, ids);
  }

  override removeDeadLetters(workspaceId: string, ids: readonly string[]): Promise<void> {
    return this.deadLetters.remove(workspaceId, ids);
  }

  override async checkReady(): Promise<void> {
    await this.connection.select('SELECT 1 FROM traces LIMIT 1');
  }

  private async loadChunk(workspaceId: string, traceIds: readonly string[]): Promise<StoredTrace[]> {
    const traces = await findPlaces(this.connection, workspaceId, traceIds);
    if (traces.length === 0) return [];
    const facts = await readSpanFacts(this.connection, workspaceId, traces);
    const entries = await this.readEntries(
      workspaceId,
      traces.map((trace) => trace.traceId),
    );
    return traces.map((trace) => ({
      workspaceId,
      traceId: trace.traceId,
      spans: facts.get(trace.traceId) ?? [],
      entries: entries.get(trace.traceId) ?? [],
      places: trace.places,
      version: trace.version,
    }));
  }

  private async readEntries(
    workspace: string,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, readonly TraceEntry[]>> {
    const rows = await this.connection.select<EntryRow>(READ_ENTRIES, { workspace, ids });
    const entries = new Map<string, TraceEntry[]>();
    for (const row of rows) {
      const known = entries.get(row.trace_hex);
      if (known) known.push(toEntry(row));
      else entries.set(row.trace_hex, [toEntry(row)]);
    }
    return entries;
  }
}

function toEntry(row: EntryRow): TraceEntry {
  return {
    kind: row.kind,
    key: row.key,
    value: row.is_deleted === 1 ? undefined : row.value,
    sequence: BigInt(row.row_sequence),
  };
}

function byWorkspace(keys: readonly TraceKey[]): Map<string, string[]> {
  const grouped = Map.groupBy(keys, (key) => key.workspaceId);
  return new Map(
    [...grouped].map(([workspaceId, own]) => [workspaceId, [...new Set(own.map((key) => key.traceId))]]),
  );
}
