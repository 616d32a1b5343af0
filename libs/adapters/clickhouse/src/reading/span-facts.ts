import { TupleParam } from '@clickhouse/client';
import type { SpanFacts, StatusCode } from '@millrace/domain';
import type { ClickHouseConnection } from '../connection/clickhouse-connection.ts';
import { READ_FACTS_BY_MINUTE, READ_FACTS_BY_RANGE } from '../queries/trace-lookups.ts';
import { readSpanCost, type CostColumns } from '../storing/cost-columns.ts';
import { PRESENCE, readTokenUsage, type TokenColumns } from '../storing/span-presence.ts';
import { readTextPairs } from '../storing/typed-text.ts';
import type { IndexedTrace } from './trace-places.ts';

export const NO_PARENT = '0'.repeat(16);
const MINUTE_NS = 60_000_000_000n;
/** A trace with more keys (experiments x minutes) than this is read by its range. */
const KEYS_PER_TRACE = 60;
const KEYS_PER_QUERY = 5000;

interface FactRow extends TokenColumns, CostColumns {
  readonly trace_hex: string;
  readonly span_hex: string;
  readonly parent_hex: string;
  readonly experiment_id: number;
  readonly row_sequence: string;
  readonly name: string;
  readonly start_ns: string;
  readonly end_ns: string;
  readonly status_code: StatusCode;
  readonly service: string;
  readonly model: string;
  readonly provider: string;
  readonly service_tier: string;
  readonly cost_price: string;
  readonly session_id: string;
  readonly user_id: string;
  readonly prompt_versions: readonly string[];
  readonly logged_model: string;
  readonly request_preview: string;
  readonly response_preview: string;
  readonly trace_tags: string;
}

type FactsByTrace = Map<string, Map<string, SpanFacts>>;

/** The spans of these traces by trace id, each span once: in its newest version. */
export async function readSpanFacts(
  connection: ClickHouseConnection,
  workspace: string,
  traces: readonly IndexedTrace[],
): Promise<Map<string, SpanFacts[]>> {
  const facts: FactsByTrace = new Map();
  const keys: (readonly [number, number, string])[] = [];
  for (const trace of traces) {
    if (trace.spanExperimentIds.length === 0) continue;
    const traceKeys = minuteKeys(trace);
    if (traceKeys) keys.push(...traceKeys);
    else collect(facts, await readRange(connection, workspace, trace));
  }
  for (let start = 0; start < keys.length; start += KEYS_PER_QUERY) {
    const places = keys.slice(start, start + KEYS_PER_QUERY).map((key) => new TupleParam(key));
    collect(facts, await connection.select<FactRow>(READ_FACTS_BY_MINUTE, { workspace, places }));
  }
  return new Map([...facts].map(([traceId, spans]) => [traceId, [...spans.values()]]));
}

/** Every (experiment, minute, trace) under which a span of the trace may stand; undefined when they are too many. */
function minuteKeys(trace: IndexedTrace): (readonly [number, number, string])[] | undefined {
  const first = Number(trace.minSpanStartUnixNano / MINUTE_NS);
  const last = Number(trace.maxSpanStartUnixNano / MINUTE_NS);
  if ((last - first + 1) * trace.spanExperimentIds.length > KEYS_PER_TRACE) return undefined;
  const keys: (readonly [number, number, string])[] = [];
  for (const experimentId of trace.spanExperimentIds) {
    for (let minute = first; minute <= last; minute += 1)
      keys.push([experimentId, minute * 60, trace.traceId]);
  }
  return keys;
}

function readRange(
  connection: ClickHouseConnection,
  workspace: string,
  trace: IndexedTrace,
): Promise<FactRow[]> {
  return connection.select<FactRow>(READ_FACTS_BY_RANGE, {
    workspace,
    experiments: trace.spanExperimentIds,
    from: trace.minSpanStartUnixNano,
    to: trace.maxSpanStartUnixNano,
    ids: [trace.traceId],
  });
}

/** A span that was sent again with another start stands in two places until its first row is withdrawn: the newer wins. */
function collect(facts: FactsByTrace, rows: readonly FactRow[]): void {
  for (const row of rows) {
    let spans = facts.get(row.trace_hex);
    if (!spans) facts.set(row.trace_hex, (spans = new Map<string, SpanFacts>()));
    const span = toFacts(row);
    const known = spans.get(span.spanId);
    if (!known || known.sequence < span.sequence) spans.set(span.spanId, span);
  }
}

function toFacts(row: FactRow): SpanFacts {
  const has = (bit: number, text: string) => (row.presence & bit ? text : undefined);
  return {
    spanId: row.span_hex,
    parentSpanId: row.parent_hex === NO_PARENT ? undefined : row.parent_hex,
    experimentId: row.experiment_id,
    sequence: BigInt(row.row_sequence),
    name: row.name,
    startTimeUnixNano: BigInt(row.start_ns),
    endTimeUnixNano: BigInt(row.end_ns),
    statusCode: row.status_code,
    service: row.service,
    model: has(PRESENCE.model, row.model),
    provider: has(PRESENCE.provider, row.provider),
    serviceTier: row.service_tier === '' ? undefined : row.service_tier,
    tokens: readTokenUsage(row),
    cost: readSpanCost(row),
    sessionId: has(PRESENCE.sessionId, row.session_id),
    userId: has(PRESENCE.userId, row.user_id),
    promptVersions: row.prompt_versions,
    loggedModel: row.logged_model === '' ? undefined : row.logged_model,
    requestPreview: has(PRESENCE.requestPreview, row.request_preview),
    responsePreview: has(PRESENCE.responsePreview, row.response_preview),
    traceTags: readTextPairs(row.trace_tags),
  };
}
