import {
  computeTrace,
  emptyTraceParts,
  isDeleted,
  mergeEntry,
  mergeSpan,
  Rejected,
  spanFacts,
  Unavailable,
  type Comparison,
  type Filter,
  type NormalSpan,
  type SpanFilter,
  type TraceParts,
  type TraceRow,
} from '@millrace/domain';
import {
  BlobStore,
  decodeTraceRecord,
  SpanLog,
  TraceReader,
  type BarrierOptions,
  type Freshness,
  type LogRecord,
  type FoundSpanPage,
  type SkeletonPage,
  type SpanLogConsumption,
  type SpanWindow,
  type StoredSpan,
  type TracePage,
  type TraceSearch,
} from '@millrace/ports';

interface StoredParts {
  readonly workspaceId: string;
  readonly parts: TraceParts;
  readonly spans: Map<string, NormalSpan>;
}

/** What log, writer and store do together, in memory. `isStalled` keeps what is appended from becoming visible. */
export class InMemoryTraces {
  readonly records: LogRecord[] = [];
  isStalled = false;
  isDown = false;
  barriers: BarrierOptions[] = [];
  private readonly traces = new Map<string, StoredParts>();
  private readonly waiting: LogRecord[] = [];
  private sequence = 0n;

  append(records: readonly LogRecord[]): void {
    if (this.isDown) throw new Unavailable('the log is down');
    this.records.push(...records);
    this.waiting.push(...records);
    if (!this.isStalled) this.catchUp();
  }

  catchUp(): void {
    for (const { value } of this.waiting.splice(0)) {
      const record = decodeTraceRecord(value);
      if (record.kind !== 'entries') continue;
      this.sequence += 1n;
      const { parts } = this.partsOf(record.workspaceId, record.traceId);
      for (const { kind, key, value: said } of record.entries) {
        mergeEntry(parts, { kind, key, value: said, sequence: this.sequence });
      }
    }
  }

  /** Drops what is appended and not yet visible. */
  forgetWaiting(): void {
    this.waiting.length = 0;
  }

  addSpan(span: Omit<NormalSpan, 'sequence'>): void {
    this.sequence += 1n;
    const normal = { ...span, sequence: this.sequence };
    const { parts, spans } = this.partsOf(span.workspaceId, span.source.traceId);
    mergeSpan(parts, spanFacts(normal));
    spans.set(span.source.spanId, normal);
  }

  freshness(): Freshness {
    if (this.isDown) throw new Unavailable('the log is down');
    return { completeTo: Date.UTC(2026, 10, 21, 12, 3, 10), lagMs: 0, isComplete: this.waiting.length === 0 };
  }

  rows(workspaceId: string): TraceRow[] {
    return [...this.traces]
      .filter(([, stored]) => stored.workspaceId === workspaceId && !isDeleted(stored.parts))
      .map(([traceId, { parts }]) => computeTrace({ workspaceId, traceId }, parts));
  }

  spansOf(traceId: string): NormalSpan[] {
    const spans = [...(this.traces.get(traceId)?.spans.values() ?? [])];
    return spans.sort((a, b) => (a.source.startTimeUnixNano < b.source.startTimeUnixNano ? -1 : 1));
  }

  private partsOf(workspaceId: string, traceId: string): StoredParts {
    const stored = this.traces.get(traceId) ?? { workspaceId, parts: emptyTraceParts(), spans: new Map() };
    this.traces.set(traceId, stored);
    return stored;
  }
}

export class InMemorySpanLog extends SpanLog {
  constructor(private readonly traces: InMemoryTraces) {
    super();
  }

  async append(records: readonly LogRecord[]): Promise<void> {
    this.traces.append(records);
  }

  async consume(): Promise<SpanLogConsumption> {
    throw new Rejected('this log has no consumer but itself');
  }

  async barrier(options: BarrierOptions): Promise<Freshness> {
    this.traces.barriers.push(options);
    return this.traces.freshness();
  }

  async freshness(): Promise<Freshness> {
    return this.traces.freshness();
  }

  async checkReady(): Promise<void> {
    this.traces.freshness();
  }
}

/** Orders by request time only. */
export class InMemoryTraceReader extends TraceReader {
  constructor(private readonly traces: InMemoryTraces) {
    super();
  }

  async searchTraces(search: TraceSearch): Promise<TracePage> {
    const { workspaceId, experimentIds, filter, fromUnixNano = 0n, toUnixNano, order, limit } = search;
    const isAscending = order[0]?.field === 'timestamp' && !order[0].isDescending;
    const found = this.traces
      .rows(workspaceId)
      .filter((row) => experimentIds.includes(row.experimentId))
      .filter(({ metadata }) => !search.leavesOutJudgeTraces || !metadata.has('mlflow.trace.sourceScorer'))
      .filter((row) => row.requestTimeUnixNano >= fromUnixNano)
      .filter((row) => toUnixNano === undefined || row.requestTimeUnixNano < toUnixNano)
      .filter((row) => !filter || this.matches(row, filter))
      .sort((a, b) => (isAscending ? compareTimes(a, b) : compareTimes(b, a)));
    const start = this.startOf(search.after);
    const page = found.slice(start, start + limit);
    return { traces: page, ...(page.length === limit && { next: `after-${start + limit}` }) };
  }

  async findTraces(workspaceId: string, traceIds: readonly string[]): Promise<TraceRow[]> {
    return this.traces.rows(workspaceId).filter(({ traceId }) => traceIds.includes(traceId));
  }

  async readSkeleton(trace: TraceRow, { limit, after }: SpanWindow): Promise<SkeletonPage> {
    const spans = this.traces.spansOf(trace.traceId).map(({ source, meaning }) => ({
      ...source,
      type: meaning.type,
      service: String(source.origin.resource.get('service.name') ?? ''),
      model: meaning.model,
      provider: meaning.provider,
      tokens: meaning.tokens,
      cost: meaning.cost,
      timeToFirstTokenMs: meaning.timeToFirstTokenMs,
    }));
    const start = this.startOf(after);
    const page = spans.slice(start, start + limit);
    return { spans: page, ...(start + limit < spans.length && { next: `after-${start + limit}` }) };
  }

  async readSpans(trace: TraceRow, spanIds?: readonly string[]): Promise<StoredSpan[]> {
    return this.traces
      .spansOf(trace.traceId)
      .filter(({ source }) => !spanIds || spanIds.includes(source.spanId))
      .map(({ experimentId, source, meaning, blobs }) => ({ experimentId, span: source, meaning, blobs }));
  }

  async searchSpans(): Promise<FoundSpanPage> {
    throw new Rejected('spans in memory are not searched');
  }

  async readCompletedVersions(): Promise<bigint[]> {
    return [];
  }

  private startOf(token: string | undefined): number {
    if (token === undefined) return 0;
    const [, start] = /^after-(\d+)$/.exec(token) ?? [];
    if (start === undefined) throw new Rejected('Invalid page token, could not be decoded');
    return Number(start);
  }

  private matches(row: TraceRow, filter: Filter): boolean {
    switch (filter.kind) {
      case 'not':
        return !this.matches(row, filter.operand);
      case 'and':
        return filter.operands.every((operand) => this.matches(row, operand));
      case 'or':
        return filter.operands.some((operand) => this.matches(row, operand));
      case 'span':
        return this.traces.spansOf(row.traceId).some((span) => matchesSpan(span, filter.where));
      case 'comparison': {
        const { entity, key } = filter.field;
        const own = new Map(Object.entries({ status: row.state, name: row.name }));
        const values = entity === 'tag' ? row.tags : entity === 'metadata' ? row.metadata : own;
        return isEqual(values.get(key), filter);
      }
    }
  }
}

function matchesSpan({ source }: NormalSpan, filter: SpanFilter): boolean {
  if (filter.kind !== 'comparison') throw new Rejected(`this store knows no ${filter.kind} on a span`);
  const { entity, key } = filter.field;
  return isEqual(
    entity === 'span.attribute' ? source.attributes.get(key) : key === 'name' ? source.name : undefined,
    filter,
  );
}

function isEqual(
  value: unknown,
  { comparator, value: wanted }: Pick<Comparison<unknown>, 'comparator' | 'value'>,
) {
  if (comparator !== '=') throw new Rejected(`this store does not compare by ${comparator}`);
  return value === wanted;
}

export class InMemoryBlobStore extends BlobStore {
  readonly blobs = new Map<string, Uint8Array>();

  async put(key: string, bytes: Uint8Array): Promise<void> {
    this.blobs.set(key, bytes);
  }

  async get(key: string): Promise<Uint8Array> {
    const bytes = this.blobs.get(key);
    if (!bytes) throw new Rejected(`there is no blob ${key}`, 'not-found');
    return bytes;
  }

  async removeAll(prefix: string): Promise<void> {
    for (const key of [...this.blobs.keys()]) if (key.startsWith(prefix)) this.blobs.delete(key);
  }

  async countAll(prefix: string): Promise<number> {
    return [...this.blobs.keys()].filter((key) => key.startsWith(prefix)).length;
  }

  async checkReady(): Promise<void> {
    return undefined;
  }
}

function compareTimes(a: TraceRow, b: TraceRow): number {
  if (a.requestTimeUnixNano !== b.requestTimeUnixNano) {
    return a.requestTimeUnixNano < b.requestTimeUnixNano ? -1 : 1;
  }
  return a.traceId < b.traceId ? -1 : 1;
}
