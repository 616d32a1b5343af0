import { COST_COLUMNS } from '../storing/cost-columns.ts';
import { CONTEXT_COLUMNS } from '../storing/context-columns.ts';
import { PRESENCE, TOKEN_COLUMNS } from '../storing/span-presence.ts';

/** Bounds that the trace's row gives: they find its granules through the primary key. */
const OF_TRACE = `workspace_id = {workspace:String} AND experiment_id IN {experiments:Array(UInt32)}
    AND start_time >= fromUnixTimestamp64Nano({from:Int64}, 'UTC')
    AND start_time <= fromUnixTimestamp64Nano({to:Int64}, 'UTC')
    AND trace_id = toFixedString(unhex({traceId:String}), 16)`;

/** Of several traces, by exact keys: (experiment, minute, trace). */
const OF_PLACES = `workspace_id = {workspace:String} AND (experiment_id, toStartOfMinute(start_time), trace_id) IN (
    SELECT place.1, toDateTime(place.2, 'UTC'), toFixedString(unhex(place.3), 16)
    FROM (SELECT arrayJoin({places:Array(Tuple(UInt32, UInt32, String))}) AS place))`;

const LIGHT_COLUMNS = `lower(hex(span_id)) AS span_hex, lower(hex(parent_span_id)) AS parent_hex, name, type,
  toUnixTimestamp64Nano(start_time) AS start_ns, toUnixTimestamp64Nano(end_time) AS end_ns,
  status_code, status_message, service, model, provider, presence, ${TOKEN_COLUMNS}, service_tier,
  ${COST_COLUMNS}, cost_price, toString(time_to_first_token) AS first_token_ns`;

/** A page of spans without payload; each span once, in its newest version. */
export const READ_SKELETON = `
SELECT ${LIGHT_COLUMNS}
FROM (
  SELECT * FROM spans FINAL
  WHERE ${OF_TRACE}
  ORDER BY sequence DESC
  LIMIT 1 BY span_id)
WHERE start_time > fromUnixTimestamp64Nano({afterStart:Int64}, 'UTC')
  OR (start_time = fromUnixTimestamp64Nano({afterStart:Int64}, 'UTC')
    AND span_id > toFixedString(unhex({afterSpan:String}), 8))
ORDER BY start_time, span_id
LIMIT {limit:UInt32}`;

/** As `totalTokens` of the domain. */
const TOKENS_TOTAL = `if(bitAnd(presence, ${PRESENCE.tokensTotal}) > 0, tokens_total, tokens_input + tokens_cache_read
    + tokens_cache_write + tokens_output + tokens_reasoning + tokens_input_audio + tokens_output_audio)`;

/** Of all spans what a tree and timeline show, as little as that is; each span once, in its newest version. */
export const READ_OUTLINE = `
SELECT lower(hex(span_id)) AS spanIds,
  if(parent_span_id = toFixedString('', 8), '', lower(hex(parent_span_id))) AS parentSpanIds,
  name AS names, type AS types, service AS services, model AS models,
  (toUnixTimestamp64Nano(start_time) - {from:Int64}) / 1000 AS startOffsetsUs,
  (toUnixTimestamp64Nano(end_time) - toUnixTimestamp64Nano(start_time)) / 1000 AS durationsUs,
  status_code AS statusCodes, toFloat64(${TOKENS_TOTAL}) AS tokens, toFloat64(cost_total) AS costs
FROM (
  SELECT * FROM spans FINAL
  WHERE ${OF_TRACE}
  ORDER BY sequence DESC
  LIMIT 1 BY span_id)
ORDER BY start_time, span_id
LIMIT {limit:UInt32}`;

/** Light columns by exact keys: (experiment, minute, trace), and of these the spans. */
export const READ_FOUND_SPANS = `
SELECT ${LIGHT_COLUMNS}, experiment_id, lower(hex(trace_id)) AS trace_hex
FROM spans FINAL
WHERE ${OF_PLACES}
  AND span_id IN (SELECT toFixedString(unhex(arrayJoin({spanIds:Array(String)})), 8))`;

const WHOLE_COLUMNS = `${LIGHT_COLUMNS}, experiment_id, kind, lower(hex(trace_id)) AS trace_hex, trace_state, trace_tags, session_id, user_id,
  ${CONTEXT_COLUMNS},
  message_format, mapKeys(attributes) AS attribute_keys, mapValues(attributes) AS attribute_values, attribute_types,
  inputs, inputs_attribute, outputs, outputs_attribute, resource, scope_name, scope_version, events, links, blobs, faults`;

/** Which row of each span is the newest is decided on light columns; only then are payloads read. */
export const READ_SPANS = (isOfSome: boolean) => `
SELECT ${WHOLE_COLUMNS}
FROM spans
WHERE ${OF_TRACE} AND is_deleted = 0
  AND (span_id, sequence) IN (
    SELECT span_id, sequence FROM spans FINAL
    WHERE ${OF_TRACE}${isOfSome ? SPAN_ID_IN : ''}
    ORDER BY sequence DESC
    LIMIT 1 BY span_id)
ORDER BY start_time, span_id
LIMIT 1 BY span_id`;

/** Of several traces, the one span that each names. */
const OF_TRACES = `workspace_id = {workspace:String} AND experiment_id IN {experiments:Array(UInt32)}
    AND start_time >= fromUnixTimestamp64Nano({from:Int64}, 'UTC')
    AND start_time <= fromUnixTimestamp64Nano({to:Int64}, 'UTC')
    AND trace_id IN (SELECT toFixedString(unhex(arrayJoin({traceIds:Array(String)})), 16))
    AND span_id IN (SELECT toFixedString(unhex(arrayJoin({spanIds:Array(String)})), 8))`;

export const READ_ROOTS = newestOf(OF_TRACES);

export const READ_SPANS_OF = newestOf(OF_PLACES);

const SPAN_ID_IN =
  '\n    AND span_id IN (SELECT toFixedString(unhex(arrayJoin({spanIds:Array(String)})), 8))';

/** Whole rows by exact keys: (experiment, minute, trace), and of these the spans. */
export const LOAD_SPANS = `
SELECT ${WHOLE_COLUMNS}, toString(sequence) AS row_sequence, toString(toUnixTimestamp64Milli(received_at)) AS received_ms,
  request_preview, response_preview
FROM spans FINAL
WHERE ${OF_PLACES}
  AND span_id IN (SELECT toFixedString(unhex(arrayJoin({spanIds:Array(String)})), 8))`;

export const READ_COMPLETED_VERSIONS = `
SELECT key FROM trace_entries FINAL
WHERE workspace_id = {workspace:String} AND trace_id = toFixedString(unhex({traceId:String}), 16)
  AND kind = 'completion' AND is_deleted = 0`;

/** Whole spans of several traces; which row of each is the newest is decided on light columns here too. */
function newestOf(place: string): string {
  return `
SELECT ${WHOLE_COLUMNS}
FROM spans
WHERE ${place} AND is_deleted = 0
  AND (trace_id, span_id, sequence) IN (
    SELECT trace_id, span_id, sequence FROM spans FINAL
    WHERE ${place}
    ORDER BY sequence DESC
    LIMIT 1 BY trace_id, span_id)
LIMIT 1 BY trace_id, span_id`;
}
