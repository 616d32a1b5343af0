import { deriveSpan } from '@millrace/conventions';
import {
  computeTrace,
  emptyTraceParts,
  mergeEntry,
  mergeSpan,
  Rejected,
  spanFacts,
  type BlobReference,
  type Filter,
  type NormalSpan,
  type OtlpSpan,
  type TraceEntry,
  type TraceParts,
  type TraceRow,
} from '@millrace/domain';
import {
  BlobStore,
  TraceReader,
  type FoundSpanPage,
  type SkeletonPage,
  type SpanWindow,
  type StoredSpan,
  type TracePage,
  type TraceSearch,
} from '@millrace/ports';

interface Stored {
  readonly parts: TraceParts;
  readonly spans: Map<string, NormalSpan>;
}

/** Traces of the default workspace in memory, computed from their parts as the writer does. */
export class MemoryTraceReader extends TraceReader {
  /** Ids of the spans of each read. */
  readonly reads: (number | undefined)[] = [];
  searches = 0;
  private readonly traces = new Map<string, Stored>();
  private sequence = 0n;

  addSpan(source: OtlpSpan, blobs: ReadonlyMap<string, BlobReference> = new Map()): void {
    const { meaning, requestPreview, responsePreview } = deriveSpan(source);
    const sequence = (this.sequence += 1n);
    const place = { workspaceId: 'default', experimentId: 1, receivedAt: 0 };
    const span = { ...place, sequence, source, meaning, blobs, requestPreview, responsePreview };
    const { parts, spans } = this.storedOf(source.traceId);
    mergeSpan(parts, spanFacts(span));
    spans.set(source.spanId, span);
  }

  say(traceId: string, kind: TraceEntry['kind'], key: string, value: string): void {
    const sequence = (this.sequence += 1n);
    mergeEntry(this.storedOf(traceId).parts, { kind, key, value, sequence });
  }

  row(traceId: string): TraceRow {
    return computeTrace({ workspaceId: 'default', traceId }, this.storedOf(traceId).parts);
  }

  async searchTraces({ filter, order, limit, fromUnixNano, toUnixNano }: TraceSearch): Promise<TracePage> {
    this.searches += 1;
    const rows = [...this.traces.keys()]
      .map((id) => this.row(id))
      .filter((row) => row.requestTimeUnixNano >= (fromUnixNano ?? 0n))
      .filter((row) => toUnixNano === undefined || row.requestTimeUnixNano < toUnixNano)
      .filter((row) => !filter || matches(row, filter))
      .sort((a, b) => Number(a.requestTimeUnixNano - b.requestTimeUnixNano));
    if (order[0]?.isDescending) rows.reverse();
    return { traces: rows.slice(0, limit), ...(rows.length > limit && { next: 'more' }) };
  }

  async searchSpans(): Promise<FoundSpanPage> {
    throw new Error('spans in memory are not searched');
  }

  async findTraces(_: string, traceIds: readonly string[]): Promise<TraceRow[]> {
    return traceIds.filter((id) => this.traces.has(id)).map((id) => this.row(id));
  }

  async readSkeleton({ traceId }: TraceRow, { limit, after = '0' }: SpanWindow): Promise<SkeletonPage> {
    const spans = this.spansOf(traceId).map(({ source, meaning }) => ({
      ...source,
      type: meaning.type,
      service: '',
      model: meaning.model,
      provider: meaning.provider,
      tokens: meaning.tokens,
      cost: meaning.cost,
      timeToFirstTokenMs: undefined,
    }));
    const end = Number(after) + limit;
    return { spans: spans.slice(Number(after), end), ...(end < spans.length && { next: String(end) }) };
  }

  async readSpans({ traceId }: TraceRow, spanIds?: readonly string[]): Promise<StoredSpan[]> {
    this.reads.push(spanIds?.length);
    const wanted = spanIds && new Set(spanIds);
    return this.spansOf(traceId)
      .filter(({ source }) => !wanted || wanted.has(source.spanId))
      .map(({ experimentId, source, meaning, blobs }) => ({ experimentId, span: source, meaning, blobs }));
  }

  async readCompletedVersions(): Promise<bigint[]> {
    return [];
  }

  private spansOf(traceId: string): NormalSpan[] {
    return [...this.storedOf(traceId).spans.values()].sort((a, b) =>
      Number(a.source.startTimeUnixNano - b.source.startTimeUnixNano),
    );
  }

  private storedOf(traceId: string): Stored {
    const stored = this.traces.get(traceId) ?? { parts: emptyTraceParts(), spans: new Map() };
    this.traces.set(traceId, stored);
    return stored;
  }
}

/** Blobs in memory. */
export class MemoryBlobs extends BlobStore {
  readonly values = new Map<string, Uint8Array>();
  readonly reads: string[] = [];

  async put(key: string, bytes: Uint8Array): Promise<void> {
    this.values.set(key, bytes);
  }

  async get(key: string): Promise<Uint8Array> {
    this.reads.push(key);
    const bytes = this.values.get(key);
    if (!bytes) throw new Rejected(`no blob ${key}`, 'not-found');
    return bytes;
  }

  async removeAll(prefix: string): Promise<void> {
    for (const key of this.values.keys()) if (key.startsWith(prefix)) this.values.delete(key);
  }

  async countAll(prefix: string): Promise<number> {
    return [...this.values.keys()].filter((key) => key.startsWith(prefix)).length;
  }

  async checkReady(): Promise<void> {}
}

function matches(row: TraceRow, filter: Filter): boolean {
  switch (filter.kind) {
    case 'and':
      return filter.operands.every((operand) => matches(row, operand));
    case 'comparison': {
      const own = { session: row.sessionId, request_id: `tr-${row.traceId}`, status: row.state };
      const value = new Map<string, string | undefined>(Object.entries(own)).get(filter.field.key);
      return value === filter.value;
    }
    default:
      throw new Error(`'${filter.kind}' is not known in memory`);
  }
}
