import {
  emptyTraceParts,
  mergeEntry,
  mergeSpan,
  spanFacts,
  type NormalSpan,
  type SpanFacts,
  type TraceEntry,
  type TraceRow,
} from '@millrace/domain';
import {
  SpanStore,
  logKey,
  type DeadLetter,
  type RepricedSpan,
  type SpanBatch,
  type SpanPlace,
  type StoredTrace,
  type TraceKey,
  type TracePlace,
  type TraceWrite,
  type WithdrawnSpan,
} from '@millrace/ports';
import type { CrashPoints } from './crash-points.ts';

const MINUTE_NS = 60_000_000_000n;
const HOUR_NS = 60n * MINUTE_NS;

interface Versioned<T> {
  readonly version: bigint;
  readonly value: T | undefined;
}

interface IndexedTrace {
  readonly key: TraceKey;
  readonly place: TracePlace;
}

/** What is "on disk": tables that keep the highest version of each sort key, as ReplacingMergeTree does. */
export class StoredTables {
  readonly spans = new Map<string, Versioned<NormalSpan>>();
  readonly entries = new Map<string, Versioned<{ readonly key: TraceKey; readonly entry: TraceEntry }>>();
  readonly traces = new Map<string, Versioned<TraceRow>>();
  readonly index = new Map<string, IndexedTrace>();
  readonly deadLetters = new Map<string, DeadLetter>();

  /** Rows as a reader sees them, by trace id; more than one for a trace would be a double. */
  visibleTraces(): TraceRow[] {
    return [...this.traces.values()].flatMap(({ value }) => (value ? [value] : []));
  }

  visibleSpans(): NormalSpan[] {
    return [...this.spans.values()].flatMap(({ value }) => (value ? [value] : []));
  }
}

function put<T>(table: Map<string, Versioned<T>>, key: string, row: Versioned<T>): void {
  const known = table.get(key);
  if (!known || known.version <= row.version) table.set(key, row);
}

function spanKey(span: {
  experimentId: number;
  startTimeUnixNano: bigint;
  traceId: string;
  spanId: string;
}): string {
  return `${span.experimentId}/${span.startTimeUnixNano / MINUTE_NS}/${span.traceId}/${span.spanId}`;
}

function placeKey(place: TracePlace, key: TraceKey): string {
  return `${place.experimentId}/${place.requestTimeUnixNano / HOUR_NS}/${logKey(key.workspaceId, key.traceId)}`;
}

/** A working SpanStore in memory. */
export class MemorySpanStore extends SpanStore {
  constructor(
    private readonly tables: StoredTables,
    private readonly crash: CrashPoints,
    /** Called before rows are written; may throw what a store would. */
    private readonly refuse: (spans: readonly NormalSpan[]) => void = () => undefined,
  ) {
    super();
  }

  openBatch(): SpanBatch {
    return new MemoryBatch(this.tables, this.crash, this.refuse);
  }

  async writeTraces(writes: readonly TraceWrite[]): Promise<void> {
    await this.crash.step();
    for (const { row } of writes) {
      const { experimentId, requestTimeUnixNano } = row;
      this.tables.index.set(placeKey(row, row), { key: row, place: { experimentId, requestTimeUnixNano } });
    }
    await this.crash.step();
    for (const { row, formerPlaces, isDeleted } of writes) {
      for (const place of formerPlaces) {
        put(this.tables.traces, placeKey(place, row), { version: row.version, value: undefined });
      }
      put(this.tables.traces, placeKey(row, row), {
        version: row.version,
        value: isDeleted ? undefined : row,
      });
    }
    await this.crash.step();
  }

  async loadTraces(keys: readonly TraceKey[]): Promise<StoredTrace[]> {
    return keys.flatMap((key) => {
      const indexed = [...this.tables.index.values()].filter((row) => row.key.traceId === key.traceId);
      const places = indexed.map(({ place }) => place);
      return places.length === 0 ? [] : [{ ...key, ...this.partsOf(key), places, version: 0n }];
    });
  }

  async loadSpans(places: readonly SpanPlace[]): Promise<NormalSpan[]> {
    return places.flatMap((place) => this.tables.spans.get(spanKey(place))?.value ?? []);
  }

  async findUncompleted(): Promise<TraceRow[]> {
    return this.tables
      .visibleTraces()
      .filter(
        (row) =>
          row.isRootEnded &&
          !this.partsOf(row).entries.some(
            ({ kind, key }) => kind === 'completion' && BigInt(key) >= row.contentVersion,
          ),
      );
  }

  async writeDeadLetters(letters: readonly DeadLetter[]): Promise<void> {
    await this.crash.step();
    for (const letter of letters) this.tables.deadLetters.set(letter.id, letter);
  }

  async listDeadLetters(): Promise<DeadLetter[]> {
    return [...this.tables.deadLetters.values()];
  }

  async readDeadLetters(_: string, ids: readonly string[]): Promise<DeadLetter[]> {
    return [...this.tables.deadLetters.values()].filter(({ id }) => ids.includes(id));
  }

  async removeDeadLetters(_: string, ids: readonly string[]): Promise<void> {
    for (const id of ids) this.tables.deadLetters.delete(id);
  }

  async checkReady(): Promise<void> {}

  private partsOf(key: TraceKey): { spans: SpanFacts[]; entries: TraceEntry[] } {
    const parts = emptyTraceParts();
    for (const span of this.tables.visibleSpans())
      if (span.source.traceId === key.traceId) mergeSpan(parts, spanFacts(span));
    for (const { value } of this.tables.entries.values())
      if (value?.key.traceId === key.traceId) mergeEntry(parts, value.entry);
    return { spans: [...parts.spans.values()], entries: [...parts.entries.values()] };
  }
}

class MemoryBatch implements SpanBatch {
  private readonly rows: (() => void)[] = [];
  private readonly entryRows: (() => void)[] = [];
  private readonly repricedRows: (() => void)[] = [];
  private readonly spans: NormalSpan[] = [];

  constructor(
    private readonly tables: StoredTables,
    private readonly crash: CrashPoints,
    private readonly refuse: (spans: readonly NormalSpan[]) => void,
  ) {}

  get spanCount(): number {
    return this.spans.length;
  }

  get byteLength(): number {
    return this.rows.length * 100;
  }

  addSpan(span: NormalSpan): void {
    this.spans.push(span);
    const { traceId, spanId, startTimeUnixNano } = span.source;
    const key = spanKey({ experimentId: span.experimentId, startTimeUnixNano, traceId, spanId });
    this.rows.push(() => put(this.tables.spans, key, { version: span.sequence, value: span }));
  }

  withdrawSpan(span: WithdrawnSpan): void {
    this.rows.push(() => put(this.tables.spans, spanKey(span), { version: span.sequence, value: undefined }));
  }

  repriceSpan(span: RepricedSpan): void {
    const { sequence, cost } = span;
    this.repricedRows.push(() => {
      const known = this.tables.spans.get(spanKey(span));
      if (!known?.value || known.version > sequence) return;
      const { cost: _, ...meaning } = known.value.meaning;
      const value = { ...known.value, sequence, meaning: { ...meaning, ...(cost && { cost }) } };
      put(this.tables.spans, spanKey(span), { version: sequence, value });
    });
  }

  addEntries(key: TraceKey, entries: readonly TraceEntry[]): void {
    for (const entry of entries) {
      const id = `${logKey(key.workspaceId, key.traceId)}/${entry.kind}/${entry.key}`;
      this.entryRows.push(() =>
        put(this.tables.entries, id, { version: entry.sequence, value: { key, entry } }),
      );
    }
  }

  async write(): Promise<void> {
    this.refuse(this.spans);
    await this.crash.step();
    for (const row of this.rows) row();
    await this.crash.step();
    for (const row of this.repricedRows) row();
    await this.crash.step();
    for (const row of this.entryRows) row();
    await this.crash.step();
  }
}
