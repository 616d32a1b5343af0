import type { OtlpSpan, SpanMeaning, StatusCode, TraceRow } from '@millrace/domain';
import type { SkeletonPage, SpanSkeleton, SpanWindow, StoredSpan } from '@millrace/ports';
import type { ClickHouseConnection } from '../connection/clickhouse-connection.ts';
import { decodePageToken, encodePageToken } from '../queries/page-token.ts';
import { QueryParameters } from '../queries/query-parameters.ts';
import { readAttributes, type AttributeColumns } from '../storing/attribute-columns.ts';
import { PRESENCE, TOKEN_COLUMNS, readTokenUsage, type TokenColumns } from '../storing/span-presence.ts';
import { readAttributeMap, readBlobs, readEvents, readLinks, readTextPairs } from '../storing/typed-text.ts';

const LIGHT_COLUMNS = `lower(hex(span_id)) AS span, lower(hex(parent_span_id)) AS parent, name, type,
  toUnixTimestamp64Nano(start_time) AS start_ns, toUnixTimestamp64Nano(end_time) AS end_ns,
  status_code, status_message, service, model, provider, presence, ${TOKEN_COLUMNS}`;

const ALL_COLUMNS = `${LIGHT_COLUMNS}, experiment_id, kind, trace_state, scope_name, scope_version, resource, session_id, user_id,
  trace_tags, message_format, mapKeys(attributes) AS attribute_keys, mapValues(attributes) AS attribute_values, attribute_types,
  inputs, inputs_attribute, outputs, outputs_attribute, events, links, blobs, faults`;

interface LightColumns extends TokenColumns {
  readonly span: string;
  readonly parent: string;
  readonly name: string;
  readonly type: string;
  readonly start_ns: string;
  readonly end_ns: string;
  readonly status_code: StatusCode;
  readonly status_message: string;
  readonly service: string;
  readonly model: string;
  readonly provider: string;
}

interface AllColumns extends LightColumns, AttributeColumns {
  readonly experiment_id: number;
  readonly kind: number;
  readonly trace_state: string;
  readonly scope_name: string;
  readonly scope_version: string;
  readonly resource: string;
  readonly session_id: string;
  readonly user_id: string;
  readonly trace_tags: string;
  readonly message_format: string;
  readonly events: string;
  readonly links: string;
  readonly blobs: string;
  readonly faults: string;
}

const NO_SPAN = '0'.repeat(16);
/** Payloads are read whole here, so a trace of many large spans may need more than a search. */
const PAYLOAD_SETTINGS = { max_memory_usage: String(1024 * 1024 * 1024) };

/** Where the spans of a trace stand: all in immutable columns of the sorting key. */
function scopeOf(trace: TraceRow, parameters: QueryParameters): string | undefined {
  const { minSpanStartUnixNano: min, maxSpanStartUnixNano: max } = trace;
  if (min === undefined || max === undefined) return undefined;
  const minute = (nanos: bigint): string =>
    `toDateTime(${parameters.bind(nanos / 1_000_000_000n, 'UInt32')}, 'UTC')`;
  return `experiment_id IN ${parameters.bind(trace.spanExperimentIds, 'Array(UInt32)')}
    AND toStartOfMinute(start_time) >= toStartOfMinute(${minute(min)}) AND toStartOfMinute(start_time) <= ${minute(max)}
    AND trace_id = toFixedString(unhex(${parameters.bind(trace.traceId, 'String')}), 16)`;
}

/** One page of the skeleton, in order of start and span id. */
export async function readSkeleton(
  connection: ClickHouseConnection,
  trace: TraceRow,
  window: SpanWindow,
): Promise<SkeletonPage> {
  const parameters = new QueryParameters();
  const scope = scopeOf(trace, parameters);
  if (scope === undefined) return { spans: [] };
  let after = '';
  if (window.after !== undefined) {
    const [start = '', span = ''] = decodePageToken(window.after, trace.traceId, 2);
    const from = `toInt64(${parameters.bind(start, 'String')})`;
    after = ` AND (start_ns > ${from} OR (start_ns = ${from} AND span > ${parameters.bind(span, 'String')}))`;
  }
  const rows = await connection.select<LightColumns>(
    `SELECT ${LIGHT_COLUMNS} FROM spans FINAL WHERE ${scope}${after}
     ORDER BY start_ns, span LIMIT ${parameters.bind(window.limit + 1, 'UInt32')}`,
    parameters.values,
  );
  const spans = rows.slice(0, window.limit);
  const last = spans.at(-1);
  const page = { spans: spans.map(skeletonOf) };
  return rows.length > window.limit && last
    ? { ...page, next: encodePageToken(trace.traceId, [last.start_ns, last.span]) }
    : page;
}

/** Whole spans by start time: those named, or all. */
export async function readSpans(
  connection: ClickHouseConnection,
  trace: TraceRow,
  spanIds?: readonly string[],
): Promise<StoredSpan[]> {
  const parameters = new QueryParameters();
  const scope = scopeOf(trace, parameters);
  if (scope === undefined || spanIds?.length === 0) return [];
  const named = spanIds
    ? ` AND span_id IN (SELECT toFixedString(unhex(arrayJoin(${parameters.bind(spanIds, 'Array(String)')})), 8))`
    : '';
  const rows = await connection.select<AllColumns>(
    `SELECT ${ALL_COLUMNS} FROM spans FINAL WHERE ${scope}${named} ORDER BY start_ns, span`,
    parameters.values,
    PAYLOAD_SETTINGS,
  );
  const origins = new Map<string, OtlpSpan['origin']>();
  return rows.map((row) => storedSpan(row, trace.traceId, origins));
}

function skeletonOf(row: LightColumns): SpanSkeleton {
  const { presence } = row;
  return {
    spanId: row.span,
    parentSpanId: row.parent === NO_SPAN ? undefined : row.parent,
    name: row.name,
    type: row.type,
    startTimeUnixNano: BigInt(row.start_ns),
    endTimeUnixNano: BigInt(row.end_ns),
    statusCode: row.status_code,
    statusMessage: row.status_message,
    service: row.service,
    model: presence & PRESENCE.model ? row.model : undefined,
    provider: presence & PRESENCE.provider ? row.provider : undefined,
    tokens: readTokenUsage(row),
  };
}

function storedSpan(row: AllColumns, traceId: string, origins: Map<string, OtlpSpan['origin']>): StoredSpan {
  const skeleton = skeletonOf(row);
  return {
    experimentId: row.experiment_id,
    span: {
      traceId,
      spanId: skeleton.spanId,
      parentSpanId: skeleton.parentSpanId,
      name: row.name,
      kind: row.kind,
      startTimeUnixNano: skeleton.startTimeUnixNano,
      endTimeUnixNano: skeleton.endTimeUnixNano,
      statusCode: row.status_code,
      statusMessage: row.status_message,
      traceState: row.trace_state,
      attributes: readAttributes(row),
      events: readEvents(row.events),
      links: readLinks(row.links),
      origin: originOf(row, origins),
    },
    meaning: meaningOf(row),
    blobs: readBlobs(row.blobs),
  };
}

/** Spans of one resource and scope share it, as they did when they came. */
function originOf(row: AllColumns, origins: Map<string, OtlpSpan['origin']>): OtlpSpan['origin'] {
  const key = `${row.scope_name}\n${row.scope_version}\n${row.resource}`;
  const known = origins.get(key);
  if (known) return known;
  const origin = {
    resource: readAttributeMap(row.resource),
    scopeName: row.scope_name,
    scopeVersion: row.scope_version,
  };
  origins.set(key, origin);
  return origin;
}

function meaningOf(row: AllColumns): SpanMeaning {
  const { presence } = row;
  const tokens = readTokenUsage(row);
  const payload = (text: string, attribute: string) => ({ text, ...(attribute !== '' && { attribute }) });
  const traceTags = readTextPairs(row.trace_tags);
  return {
    type: row.type,
    ...(presence & PRESENCE.inputs && { inputs: payload(row.inputs, row.inputs_attribute) }),
    ...(presence & PRESENCE.outputs && { outputs: payload(row.outputs, row.outputs_attribute) }),
    ...(presence & PRESENCE.model && { model: row.model }),
    ...(presence & PRESENCE.provider && { provider: row.provider }),
    ...(tokens && { tokens }),
    ...(presence & PRESENCE.sessionId && { sessionId: row.session_id }),
    ...(presence & PRESENCE.userId && { userId: row.user_id }),
    ...(traceTags.size > 0 && { traceTags }),
    ...(presence & PRESENCE.messageFormat && { messageFormat: row.message_format }),
    ...(row.faults !== '' && { faults: JSON.parse(row.faults) as string[] }),
  };
}
