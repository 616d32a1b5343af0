import { COST_COLUMNS } from '../storing/cost-columns.ts';
import { TOKEN_COLUMNS } from '../storing/span-presence.ts';

/** The one spelling of ids in SQL answers: lower-case hex, under names that are no column's. */
const TRACE_ID = 'lower(hex(trace_id)) AS trace_hex';

/** As a set, so that the primary key finds each id; `ids` are 32 hex digits each. */
export const TRACE_ID_IN = 'trace_id IN (SELECT toFixedString(unhex(arrayJoin({ids:Array(String)})), 16))';

/**
 * Every place of traces by id, the newest first; those of deleted traces are among them. Bounds are widened over all rows of a
 * place: an older one may know of spans since withdrawn, at no harm.
 */
export const FIND_PLACES = `
SELECT ${TRACE_ID}, toString(max(version)) AS row_version, experiment_id,
  toUnixTimestamp64Nano(argMax(request_time, version)) AS request_ns,
  toUnixTimestamp64Nano(minIf(min_span_start, notEmpty(span_experiment_ids))) AS min_start_ns,
  toUnixTimestamp64Nano(max(max_span_start)) AS max_start_ns,
  groupUniqArrayArray(span_experiment_ids) AS experiments
FROM trace_index
WHERE workspace_id = {workspace:String} AND ${TRACE_ID_IN}
GROUP BY trace_id, experiment_id, toStartOfHour(request_time)
ORDER BY max(version) DESC`;

const FACT_COLUMNS = `lower(hex(trace_id)) AS trace_hex, lower(hex(span_id)) AS span_hex,
  lower(hex(parent_span_id)) AS parent_hex, experiment_id, toString(sequence) AS row_sequence, name,
  toUnixTimestamp64Nano(start_time) AS start_ns, toUnixTimestamp64Nano(end_time) AS end_ns, status_code, service,
  model, provider, presence, ${TOKEN_COLUMNS}, service_tier, ${COST_COLUMNS}, cost_price, session_id, user_id,
  prompt_versions, logged_model, request_preview, response_preview, trace_tags`;

/** Light columns of the spans of some traces, found by exact keys: (experiment, minute, trace). */
export const READ_FACTS_BY_MINUTE = `
SELECT ${FACT_COLUMNS}
FROM spans FINAL
WHERE workspace_id = {workspace:String} AND (experiment_id, toStartOfMinute(start_time), trace_id) IN (
  SELECT place.1, toDateTime(place.2, 'UTC'), toFixedString(unhex(place.3), 16)
  FROM (SELECT arrayJoin({places:Array(Tuple(UInt32, UInt32, String))}) AS place))`;

/** The same for traces that last too long to name their minutes. */
export const READ_FACTS_BY_RANGE = `
SELECT ${FACT_COLUMNS}
FROM spans FINAL
WHERE workspace_id = {workspace:String} AND experiment_id IN {experiments:Array(UInt32)}
  AND start_time >= fromUnixTimestamp64Nano({from:Int64}, 'UTC')
  AND start_time <= fromUnixTimestamp64Nano({to:Int64}, 'UTC')
  AND ${TRACE_ID_IN}`;

export const READ_ENTRIES = `
SELECT ${TRACE_ID}, kind, key, toString(sequence) AS row_sequence, is_deleted, value
FROM trace_entries FINAL
WHERE workspace_id = {workspace:String} AND ${TRACE_ID_IN}`;

/** A completion is recorded after its trace was requested, give or take a client's clock. */
export const FIND_UNCOMPLETED = `
SELECT ${TRACE_ID}, experiment_id, toUnixTimestamp64Nano(request_time) AS request_ns
FROM (
  SELECT workspace_id, trace_id, experiment_id, request_time, content_version
  FROM traces FINAL
  WHERE request_time >= fromUnixTimestamp64Nano({since:Int64}, 'UTC') AND is_root_ended = 1) AS ended
LEFT ANY JOIN (
  SELECT workspace_id, trace_id, max(toUInt64(key)) + 1 AS after_completed
  FROM trace_entries
  WHERE kind = 'completion'
    AND recorded_at >= fromUnixTimestamp64Nano({since:Int64}, 'UTC') - INTERVAL 2 DAY
  GROUP BY workspace_id, trace_id) AS announced USING (workspace_id, trace_id)
WHERE content_version >= after_completed`;

const TRACE_ROWS = `
SELECT ${TRACE_ID}, workspace_id, experiment_id, toString(version) AS row_version,
  toString(content_version) AS row_content_version,
  toUnixTimestamp64Nano(request_time) AS request_ns, toString(duration) AS duration_ns, name, state,
  lower(hex(root_span_id)) AS root_hex, is_root_ended, span_count, error_count, services, models,
  has_tokens, ${TOKEN_COLUMNS}, ${COST_COLUMNS}, cost_prices,
  session_id, user_id, client_request_id, request_preview, response_preview,
  mapKeys(tags) AS tag_keys, mapValues(tags) AS tag_values,
  mapKeys(metadata) AS metadata_keys, mapValues(metadata) AS metadata_values,
  mapKeys(assessments) AS assessment_keys, mapValues(assessments) AS assessment_values,
  prompt_versions, logged_models, run_ids, toUnixTimestamp64Nano(min_span_start) AS min_start_ns, toUnixTimestamp64Nano(max_span_start) AS max_start_ns,
  span_experiment_ids
FROM traces FINAL
WHERE (experiment_id, toStartOfHour(request_time), trace_id) IN`;

/** Whole rows at exact places, each in its newest version; a withdrawn place gives none. */
export const READ_TRACES = `${TRACE_ROWS} (
  SELECT place.1, toDateTime(place.2, 'UTC'), toFixedString(unhex(place.3), 16)
  FROM (SELECT arrayJoin({places:Array(Tuple(UInt32, UInt32, String))}) AS place))`;

/** The same at all places that these traces have had. */
export const READ_TRACES_BY_ID = `${TRACE_ROWS} (
  SELECT experiment_id, toStartOfHour(request_time), trace_id
  FROM trace_index
  WHERE workspace_id = {workspace:String} AND ${TRACE_ID_IN})
  AND workspace_id = {workspace:String}`;
