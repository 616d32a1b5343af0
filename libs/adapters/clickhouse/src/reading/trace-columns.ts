import type { TraceRow, TraceState } from '@millrace/domain';

/** A time as nanoseconds, so that it survives JSON as a decimal string. */
const nanos = (column: string): string => `toUnixTimestamp64Nano(${column})`;

/** The SELECT list from which `readTraceRow` makes a trace row. */
export const TRACE_COLUMNS = [
  'workspace_id',
  'experiment_id',
  'lower(hex(trace_id)) AS trace',
  'version',
  `${nanos('request_time')} AS request_ns`,
  'duration',
  'name',
  'state',
  'lower(hex(root_span_id)) AS root_span',
  'is_root_ended',
  'span_count',
  'error_count',
  'services',
  'models',
  'has_tokens',
  'tokens_input',
  'tokens_cache_read',
  'tokens_cache_write',
  'tokens_output',
  'tokens_reasoning',
  'tokens_total',
  'session_id',
  'user_id',
  'client_request_id',
  'request_preview',
  'response_preview',
  'tags',
  'metadata',
  'assessments',
  'run_ids',
  `${nanos('min_span_start')} AS min_start_ns`,
  `${nanos('max_span_start')} AS max_start_ns`,
  'span_experiment_ids',
].join(', ');

/** A row of that list as ClickHouse's JSON gives it. */
export interface TraceColumns {
  readonly workspace_id: string;
  readonly experiment_id: number;
  readonly trace: string;
  readonly version: string;
  readonly request_ns: string;
  readonly duration: string;
  readonly name: string;
  readonly state: TraceState;
  readonly root_span: string;
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
  readonly session_id: string | null;
  readonly user_id: string | null;
  readonly client_request_id: string | null;
  readonly request_preview: string | null;
  readonly response_preview: string | null;
  readonly tags: Readonly<Record<string, string>>;
  readonly metadata: Readonly<Record<string, string>>;
  readonly assessments: Readonly<Record<string, string>>;
  readonly run_ids: readonly string[];
  readonly min_start_ns: string | null;
  readonly max_start_ns: string | null;
  readonly span_experiment_ids: readonly number[];
}

const NO_SPAN = '0'.repeat(16);

export function readTraceRow(row: TraceColumns): TraceRow {
  return {
    workspaceId: row.workspace_id,
    experimentId: row.experiment_id,
    traceId: row.trace,
    version: BigInt(row.version),
    name: row.name,
    state: row.state,
    requestTimeUnixNano: BigInt(row.request_ns),
    durationNano: BigInt(row.duration),
    rootSpanId: row.root_span === NO_SPAN ? undefined : row.root_span,
    isRootEnded: row.is_root_ended === 1,
    spanCount: row.span_count,
    errorCount: row.error_count,
    services: row.services,
    models: row.models,
    tokens: readTokens(row),
    sessionId: row.session_id ?? undefined,
    userId: row.user_id ?? undefined,
    clientRequestId: row.client_request_id ?? undefined,
    requestPreview: row.request_preview ?? undefined,
    responsePreview: row.response_preview ?? undefined,
    tags: new Map(Object.entries(row.tags)),
    metadata: new Map(Object.entries(row.metadata)),
    assessments: new Map(Object.entries(row.assessments)),
    runIds: row.run_ids,
    minSpanStartUnixNano: row.min_start_ns === null ? undefined : BigInt(row.min_start_ns),
    maxSpanStartUnixNano: row.max_start_ns === null ? undefined : BigInt(row.max_start_ns),
    spanExperimentIds: row.span_experiment_ids,
  };
}

function readTokens(row: TraceColumns): TraceRow['tokens'] {
  if (row.has_tokens === 0) return undefined;
  return {
    input: Number(row.tokens_input),
    cacheRead: Number(row.tokens_cache_read),
    cacheWrite: Number(row.tokens_cache_write),
    output: Number(row.tokens_output),
    reasoning: Number(row.tokens_reasoning),
    total: Number(row.tokens_total),
  };
}
