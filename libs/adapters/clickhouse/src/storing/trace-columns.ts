import type { TraceEntry, TraceRow } from '@millrace/domain';
import type { TraceKey, TracePlace, TraceWrite } from '@millrace/ports';
import type { NativeColumns } from '../native/native-block.ts';
import { ArrayColumn, MapColumn, NullableColumn } from '../native/nested-columns.ts';
import { HexColumn, Int64Column, NumberColumn } from '../native/number-columns.ts';
import { LowCardinalityColumn, StringColumn } from '../native/text-columns.ts';
import { addCost, newCostColumns } from './cost-columns.ts';

const NANO_TIME = "DateTime64(9, 'UTC')";
const SECOND_NS = 1_000_000_000n;
const HOUR_NS = 3600n * SECOND_NS;
/** The hour in the sorting key is a 32-bit DateTime, so a client's own request time is kept inside 1970 to 2106. */
const LATEST_NS = (2n ** 32n - 1n) * SECOND_NS;
const LONGEST_NS = 2n ** 63n - 1n;

/** The time under which a trace is stored and found: the given one, inside what the table can order by. */
export function storedRequestTime(requestTimeUnixNano: bigint): bigint {
  if (requestTimeUnixNano < 0n) return 0n;
  return requestTimeUnixNano > LATEST_NS ? LATEST_NS : requestTimeUnixNano;
}

/** Whether two places are one row of the table. */
function isSamePlace(a: TracePlace, b: TracePlace): boolean {
  const hour = (place: TracePlace) => storedRequestTime(place.requestTimeUnixNano) / HOUR_NS;
  return a.experimentId === b.experimentId && hour(a) === hour(b);
}

const nullableText = () => new NullableColumn(new StringColumn(), '');
const nullableTime = () => new NullableColumn<bigint, Int64Column>(new Int64Column(NANO_TIME), 0n);
const texts = () => new ArrayColumn(new LowCardinalityColumn());

function newTraceColumns() {
  return {
    workspace_id: new LowCardinalityColumn(),
    experiment_id: new NumberColumn('UInt32'),
    trace_id: new HexColumn(16),
    version: new Int64Column('UInt64'),
    content_version: new Int64Column('UInt64'),
    is_deleted: new NumberColumn('UInt8'),
    request_time: new Int64Column(NANO_TIME),
    duration: new Int64Column('Int64'),
    name: new StringColumn(),
    state: new LowCardinalityColumn(),
    root_span_id: new HexColumn(8),
    is_root_ended: new NumberColumn('UInt8'),
    span_count: new NumberColumn('UInt32'),
    error_count: new NumberColumn('UInt32'),
    services: texts(),
    models: texts(),
    has_tokens: new NumberColumn('UInt8'),
    tokens_input: new Int64Column('UInt64'),
    tokens_cache_read: new Int64Column('UInt64'),
    tokens_cache_write: new Int64Column('UInt64'),
    tokens_output: new Int64Column('UInt64'),
    tokens_reasoning: new Int64Column('UInt64'),
    tokens_total: new Int64Column('UInt64'),
    tokens_input_audio: new Int64Column('UInt64'),
    tokens_output_audio: new Int64Column('UInt64'),
    ...newCostColumns(),
    cost_prices: texts(),
    session_id: nullableText(),
    user_id: nullableText(),
    client_request_id: nullableText(),
    request_preview: nullableText(),
    response_preview: nullableText(),
    tags: new MapColumn(),
    metadata: new MapColumn(),
    assessments: new MapColumn(),
    prompt_versions: texts(),
    logged_models: texts(),
    run_ids: texts(),
    min_span_start: nullableTime(),
    max_span_start: nullableTime(),
    span_experiment_ids: new ArrayColumn(new NumberColumn('UInt32')),
  } satisfies NativeColumns;
}

type TraceColumns = ReturnType<typeof newTraceColumns>;

export interface EncodedRows {
  readonly columns: NativeColumns;
  readonly rowCount: number;
}

/** Rows of `traces`: the new one, and a withdrawn one at each place that the trace has left. */
export function encodeTraceRows(writes: readonly TraceWrite[]): EncodedRows {
  const columns = newTraceColumns();
  let rowCount = 0;
  for (const { row, formerPlaces, isDeleted } of writes) {
    addTrace(columns, isDeleted ? emptied(row) : row, row, isDeleted);
    rowCount += 1;
    for (const place of formerPlaces) {
      if (isSamePlace(place, row)) continue;
      addTrace(columns, emptied(row), place, true);
      rowCount += 1;
    }
  }
  return { columns, rowCount };
}

/** A withdrawn row needs its key and version only. */
function emptied(row: TraceRow): TraceRow {
  const none: ReadonlyMap<string, string> = new Map();
  return {
    ...row,
    name: '',
    sessionId: undefined,
    userId: undefined,
    clientRequestId: undefined,
    requestPreview: undefined,
    responsePreview: undefined,
    tags: none,
    metadata: none,
    assessments: none,
    promptVersions: [],
    loggedModels: [],
    runIds: [],
  };
}

function addTrace(columns: TraceColumns, row: TraceRow, place: TracePlace, isDeleted: boolean): void {
  columns.workspace_id.add(row.workspaceId);
  columns.experiment_id.add(place.experimentId);
  columns.trace_id.add(row.traceId);
  columns.version.add(row.version);
  columns.content_version.add(row.contentVersion);
  columns.is_deleted.add(isDeleted ? 1 : 0);
  columns.request_time.add(storedRequestTime(place.requestTimeUnixNano));
  columns.duration.add(row.durationNano > LONGEST_NS ? LONGEST_NS : row.durationNano);
  columns.name.add(row.name);
  columns.state.add(row.state);
  columns.root_span_id.add(row.rootSpanId ?? '');
  columns.is_root_ended.add(row.isRootEnded ? 1 : 0);
  columns.span_count.add(row.spanCount);
  columns.error_count.add(row.errorCount);
  addTexts(columns.services, row.services);
  addTexts(columns.models, row.models);
  addTokens(columns, row);
  addCost(columns, row.cost);
  addTexts(columns.cost_prices, row.cost?.prices ?? []);
  columns.session_id.add(row.sessionId);
  columns.user_id.add(row.userId);
  columns.client_request_id.add(row.clientRequestId);
  columns.request_preview.add(row.requestPreview);
  columns.response_preview.add(row.responsePreview);
  columns.tags.add(row.tags);
  columns.metadata.add(row.metadata);
  columns.assessments.add(row.assessments);
  addTexts(columns.prompt_versions, row.promptVersions);
  addTexts(columns.logged_models, row.loggedModels);
  addTexts(columns.run_ids, row.runIds);
  columns.min_span_start.add(row.minSpanStartUnixNano);
  columns.max_span_start.add(row.maxSpanStartUnixNano);
  addNumbers(columns.span_experiment_ids, row.spanExperimentIds);
}

function addTokens(columns: TraceColumns, row: TraceRow): void {
  const { tokens } = row;
  columns.has_tokens.add(tokens === undefined ? 0 : 1);
  columns.tokens_input.addNumber(tokens?.input ?? 0);
  columns.tokens_cache_read.addNumber(tokens?.cacheRead ?? 0);
  columns.tokens_cache_write.addNumber(tokens?.cacheWrite ?? 0);
  columns.tokens_output.addNumber(tokens?.output ?? 0);
  columns.tokens_reasoning.addNumber(tokens?.reasoning ?? 0);
  columns.tokens_total.addNumber(tokens?.total ?? 0);
  columns.tokens_input_audio.addNumber(tokens?.inputAudio ?? 0);
  columns.tokens_output_audio.addNumber(tokens?.outputAudio ?? 0);
}

function addTexts(column: ArrayColumn<LowCardinalityColumn>, values: readonly string[]): void {
  for (const value of values) column.items.add(value);
  column.endRow(values.length);
}

function addNumbers(column: ArrayColumn<NumberColumn>, values: readonly number[]): void {
  for (const value of values) column.items.add(value);
  column.endRow(values.length);
}

/** Rows of `trace_index`. A deleted trace stays there, so that spans that come after its deletion find it. */
export function encodeIndexRows(writes: readonly TraceWrite[]): EncodedRows {
  const columns = {
    workspace_id: new LowCardinalityColumn(),
    trace_id: new HexColumn(16),
    version: new Int64Column('UInt64'),
    is_deleted: new NumberColumn('UInt8'),
    experiment_id: new NumberColumn('UInt32'),
    request_time: new Int64Column(NANO_TIME),
    min_span_start: new Int64Column(NANO_TIME),
    max_span_start: new Int64Column(NANO_TIME),
    span_experiment_ids: new ArrayColumn(new NumberColumn('UInt32')),
  };
  for (const { row, isDeleted } of writes) {
    columns.workspace_id.add(row.workspaceId);
    columns.trace_id.add(row.traceId);
    columns.version.add(row.version);
    columns.is_deleted.add(isDeleted ? 1 : 0);
    columns.experiment_id.add(row.experimentId);
    columns.request_time.add(storedRequestTime(row.requestTimeUnixNano));
    columns.min_span_start.add(row.minSpanStartUnixNano ?? 0n);
    columns.max_span_start.add(row.maxSpanStartUnixNano ?? 0n);
    addNumbers(columns.span_experiment_ids, row.spanExperimentIds);
  }
  return { columns, rowCount: writes.length };
}

/** Rows of `trace_entries`, collected over a batch. */
export class EntryRows {
  rowCount = 0;
  readonly columns = {
    workspace_id: new LowCardinalityColumn(),
    trace_id: new HexColumn(16),
    kind: new LowCardinalityColumn(),
    key: new StringColumn(),
    sequence: new Int64Column('UInt64'),
    is_deleted: new NumberColumn('UInt8'),
    value: new StringColumn(),
  };

  add(key: TraceKey, entry: TraceEntry): void {
    const { columns } = this;
    columns.workspace_id.add(key.workspaceId);
    columns.trace_id.add(key.traceId);
    columns.kind.add(entry.kind);
    columns.key.add(entry.key);
    columns.sequence.add(entry.sequence);
    columns.is_deleted.add(entry.value === undefined ? 1 : 0);
    columns.value.add(entry.value ?? '');
    this.rowCount += 1;
  }
}
