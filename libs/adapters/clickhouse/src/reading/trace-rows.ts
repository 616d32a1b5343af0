import { TupleParam } from '@clickhouse/client';
import type { TraceRow, TraceState } from '@millrace/domain';
import type { TracePlace } from '@millrace/ports';
import type { ClickHouseConnection } from '../connection/clickhouse-connection.ts';
import { READ_TRACES, READ_TRACES_BY_ID } from '../queries/trace-lookups.ts';
import { readTraceCost, type CostColumns } from '../storing/cost-columns.ts';

const NO_PARENT = '0'.repeat(16);
const HOUR_NS = 3_600_000_000_000n;
const HOUR_S = 3600;
/** Keys sent with one query. */
const CHUNK = 1000;

interface TraceColumnsRead extends CostColumns {
  readonly trace_hex: string;
  readonly workspace_id: string;
  readonly experiment_id: number;
  readonly row_version: string;
  readonly row_content_version: string;
  readonly request_ns: string;
  readonly duration_ns: string;
  readonly name: string;
  readonly state: TraceState;
  readonly root_hex: string;
  readonly is_root_ended: number;
  readonly span_count: number;
  readonly error_count: number;
  readonly services: readonly string[];
  readonly models: readonly string[];
  readonly has_tokens: number;
  readonly tokens_input: string;
  readonly tokens_cache_read: string;
  readonly tokens_cache_write: string;
  readonly tokens_output: string;
  readonly tokens_reasoning: string;
  readonly tokens_total: string;
  readonly tokens_input_audio: string;
  readonly tokens_output_audio: string;
  readonly cost_prices: readonly string[];
  readonly session_id: string | null;
  readonly user_id: string | null;
  readonly client_request_id: string | null;
  readonly request_preview: string | null;
  readonly response_preview: string | null;
  readonly tag_keys: readonly string[];
  readonly tag_values: readonly string[];
  readonly metadata_keys: readonly string[];
  readonly metadata_values: readonly string[];
  readonly assessment_keys: readonly string[];
  readonly assessment_values: readonly string[];
  readonly prompt_versions: readonly string[];
  readonly logged_models: readonly string[];
  readonly run_ids: readonly string[];
  readonly min_start_ns: string | null;
  readonly max_start_ns: string | null;
  readonly span_experiment_ids: readonly number[];
}

/** Where a trace row stands: what the sorting key of `traces` is made of. */
export interface TraceSpot extends TracePlace {
  readonly traceId: string;
}

/** The newest rows at these places; a place that was moved away from or whose trace was deleted gives none. */
export async function readTraceRows(
  connection: ClickHouseConnection,
  spots: readonly TraceSpot[],
): Promise<TraceRow[]> {
  const traces: TraceRow[] = [];
  for (let start = 0; start < spots.length; start += CHUNK) {
    const places = spots
      .slice(start, start + CHUNK)
      .map((spot) => new TupleParam([spot.experimentId, hourOf(spot.requestTimeUnixNano), spot.traceId]));
    const rows = await connection.select<TraceColumnsRead>(READ_TRACES, { places });
    for (const row of rows) traces.push(toTraceRow(row));
  }
  return traces;
}

/** The rows of these traces at all places that they have had: more than one of a trace, if it moved and is not withdrawn yet. */
export async function readTraceRowsById(
  connection: ClickHouseConnection,
  workspace: string,
  ids: readonly string[],
): Promise<TraceRow[]> {
  const traces: TraceRow[] = [];
  for (let start = 0; start < ids.length; start += CHUNK) {
    const some = ids.slice(start, start + CHUNK);
    const rows = await connection.select<TraceColumnsRead>(READ_TRACES_BY_ID, { workspace, ids: some });
    for (const row of rows) traces.push(toTraceRow(row));
  }
  return traces;
}

function hourOf(unixNano: bigint): number {
  return Number(unixNano / HOUR_NS) * HOUR_S;
}

function toTraceRow(row: TraceColumnsRead): TraceRow {
  return {
    workspaceId: row.workspace_id,
    experimentId: row.experiment_id,
    traceId: row.trace_hex,
    version: BigInt(row.row_version),
    contentVersion: BigInt(row.row_content_version),
    name: row.name,
    state: row.state,
    requestTimeUnixNano: BigInt(row.request_ns),
    durationNano: BigInt(row.duration_ns),
    rootSpanId: row.root_hex === NO_PARENT ? undefined : row.root_hex,
    isRootEnded: row.is_root_ended === 1,
    spanCount: row.span_count,
    errorCount: row.error_count,
    services: row.services,
    models: row.models,
    tokens: row.has_tokens === 1 ? toTokens(row) : undefined,
    cost: readTraceCost(row),
    sessionId: row.session_id ?? undefined,
    userId: row.user_id ?? undefined,
    clientRequestId: row.client_request_id ?? undefined,
    requestPreview: row.request_preview ?? undefined,
    responsePreview: row.response_preview ?? undefined,
    tags: toMap(row.tag_keys, row.tag_values),
    metadata: toMap(row.metadata_keys, row.metadata_values),
    assessments: toMap(row.assessment_keys, row.assessment_values),
    promptVersions: row.prompt_versions,
    loggedModels: row.logged_models,
    runIds: row.run_ids,
    minSpanStartUnixNano: row.min_start_ns === null ? undefined : BigInt(row.min_start_ns),
    maxSpanStartUnixNano: row.max_start_ns === null ? undefined : BigInt(row.max_start_ns),
    spanExperimentIds: row.span_experiment_ids,
  };
}

function toTokens(row: TraceColumnsRead) {
  return {
    input: Number(row.tokens_input),
    cacheRead: Number(row.tokens_cache_read),
    cacheWrite: Number(row.tokens_cache_write),
    output: Number(row.tokens_output),
    reasoning: Number(row.tokens_reasoning),
    inputAudio: Number(row.tokens_input_audio),
    outputAudio: Number(row.tokens_output_audio),
    total: Number(row.tokens_total),
  };
}

function toMap(keys: readonly string[], values: readonly string[]): Map<string, string> {
  return new Map(keys.map((key, index) => [key, values[index] ?? '']));
}
