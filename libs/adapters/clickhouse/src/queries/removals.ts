/** The tables with rows of a trace, and which rows of these are. Withdrawn spans name no workspace: their experiments do. */
export const REMOVABLE_TABLES = ['spans', 'traces', 'trace_entries', 'dead_letters'] as const;
export type RemovableTable = (typeof REMOVABLE_TABLES)[number];

const IDS = 'lower(hex(trace_id)) IN {ids:Array(String)}';
const OF_WORKSPACE = `workspace_id = {workspace:String} AND ${IDS}`;

/** No sub-query: a replicated table refuses one in a mutation. `trace_index` is left, and so are `deletion` entries: the tombstones. */
export const ROWS_OF_TRACES: Readonly<Record<RemovableTable, string>> = {
  spans: `experiment_id IN {experiments:Array(UInt32)}
    AND ({from:Int64} = 0 OR start_time >= fromUnixTimestamp64Nano({from:Int64}, 'UTC'))
    AND ({to:Int64} = 0 OR start_time <= fromUnixTimestamp64Nano({to:Int64}, 'UTC')) AND ${IDS}`,
  traces: OF_WORKSPACE,
  trace_entries: `${OF_WORKSPACE} AND kind != 'deletion'`,
  dead_letters: 'workspace_id = {workspace:String} AND trace_id IN {ids:Array(String)}',
};

/** The note stands in the engine's list of mutations, by which the mutation is found again. */
export function removeStatement(table: RemovableTable): string {
  return `DELETE FROM ${table} WHERE ${ROWS_OF_TRACES[table]} AND {note:String} != '' SETTINGS lightweight_deletes_sync = 0`;
}

export function countStatement(table: RemovableTable): string {
  return `
SELECT toFloat64(countIf(is_chosen)) AS row_count, toFloat64(ifNull(any(bytes), 0)) AS table_bytes, toFloat64(ifNull(any(total), 0)) AS table_rows
FROM (SELECT 1 AS is_chosen FROM ${table} WHERE ${ROWS_OF_TRACES[table]}) AS chosen,
  (SELECT sum(bytes_on_disk) AS bytes, sum(rows) AS total FROM system.parts
   WHERE active AND database = currentDatabase() AND table = '${table}') AS size`;
}

/** On every replica: each has rows until it has removed them itself. */
export function mutationsOfNote(onAllReplicas: (table: string) => string): string {
  return `
SELECT count() AS known, countIf(NOT is_done) AS waiting, anyIf(latest_fail_reason, NOT is_done) AS reason,
  (SELECT count() FROM ${onAllReplicas('system.one')}) AS replicas
FROM ${onAllReplicas('system.mutations')}
WHERE database = {database:String} AND table = {table:String} AND position(command, {note:String}) > 0`;
}

/** Parts with rows that are marked as removed. */
export function maskedPartitions(onAllReplicas: (table: string) => string): string {
  return `
SELECT DISTINCT partition_id FROM ${onAllReplicas('system.parts')}
WHERE active AND database = {database:String} AND table = {table:String} AND has_lightweight_delete`;
}

const OF_USER = "({user:String} = '' OR ifNull(user_id, '') = {user:String})";
const OF_SESSION = "({session:String} = '' OR ifNull(session_id, '') = {session:String})";
const OF_PERSON = `workspace_id = {workspace:String} AND ${OF_USER} AND ${OF_SESSION}
  AND (empty({experiments:Array(UInt32)}) OR experiment_id IN {experiments:Array(UInt32)})`;
const NEXT_PAGE = 'AND lower(hex(trace_id)) > {after:String}';

/** No FINAL: a row that was superseded names the person as well. */
export const FIND_OF_PERSON = `
SELECT DISTINCT lower(hex(trace_id)) AS trace_hex
FROM (
  SELECT trace_id FROM traces WHERE ${OF_PERSON} ${NEXT_PAGE}
  UNION ALL
  SELECT trace_id FROM spans WHERE ${OF_PERSON} ${NEXT_PAGE})
ORDER BY trace_hex LIMIT {limit:UInt32}`;

const DELETED =
  "SELECT trace_id FROM trace_entries WHERE workspace_id = {workspace:String} AND kind = 'deletion'";

export const FIND_DELETED = `
SELECT DISTINCT lower(hex(trace_id)) AS trace_hex
FROM trace_entries
WHERE workspace_id = {workspace:String} AND kind = 'deletion'
  AND recorded_at <= fromUnixTimestamp64Milli({before:Int64}, 'UTC') ${NEXT_PAGE}
  AND (trace_id IN (SELECT trace_id FROM spans WHERE is_deleted = 1)
    OR trace_id IN (SELECT trace_id FROM traces WHERE workspace_id = {workspace:String} AND is_deleted = 1)
    OR trace_id IN (
      SELECT trace_id FROM trace_entries
      WHERE workspace_id = {workspace:String} AND kind != 'deletion' AND trace_id IN (${DELETED})))
ORDER BY trace_hex LIMIT {limit:UInt32}`;

export const FIND_JUDGING = `
SELECT DISTINCT replaceOne(JSONExtractString(value, 'metadata', 'mlflow.assessment.scorerTraceId'), 'tr-', '') AS judging_hex
FROM trace_entries
WHERE workspace_id = {workspace:String} AND kind IN ('assessment', 'assessment-change')
  AND trace_id IN (SELECT toFixedString(unhex(arrayJoin({ids:Array(String)})), 16))
  AND match(judging_hex, '^[0-9a-f]{32}$')`;

const SPANS_OF_TRACES = ROWS_OF_TRACES.spans;

export const DESCRIBE_TRACES = `
SELECT trace_hex, groupUniqArray(experiment) AS experiments, groupUniqArrayIf(100)(user, user != '') AS users,
  groupUniqArrayIf(100)(session, session != '') AS sessions, toString(uniqExactIf(span, span != '')) AS span_count
FROM (
  SELECT lower(hex(trace_id)) AS trace_hex, experiment_id AS experiment, user_id AS user, session_id AS session, toString(span_id) AS span
  FROM spans WHERE ${SPANS_OF_TRACES}
  UNION ALL
  SELECT lower(hex(trace_id)), experiment_id, ifNull(user_id, ''), ifNull(session_id, ''), ''
  FROM traces WHERE ${OF_WORKSPACE}
  UNION ALL
  SELECT lower(hex(trace_id)), experiment_id, '', '', ''
  FROM trace_index WHERE ${OF_WORKSPACE})
GROUP BY trace_hex`;
