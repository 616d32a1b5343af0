const TOKENS = [
  'input',
  'cache_read',
  'cache_write',
  'output',
  'reasoning',
  'total',
  'input_audio',
  'output_audio',
];
const COSTS = ['input', 'cache', 'output', 'total'];

const tokens = (isPresent: string) =>
  TOKENS.map((bucket) => `if(${isPresent}, t.tokens_${bucket}, NULL) AS tokens_${bucket}`);
const costs = (isPresent: string) =>
  COSTS.map((part) => `if(${isPresent}, toFloat64(t.cost_${part}), NULL) AS cost_${part}`);
/**
 * A column of type LowCardinality brings the words of whole blocks with it, other tenants' among them, and functions run over all
 * of these: `base58Decode(name)` would fail with somebody else's name in its message. So no view gives such a column.
 */
const plain = (column: string, type = 'String') => `CAST(t.${column}, '${type}')`;
const as = (column: string, type?: string) => `${plain(column, type)} AS ${column}`;
const orNull = (column: string) => `nullIf(${plain(column)}, '') AS ${column}`;
const WORDS = 'Array(String)';
const PAIRS = 'Map(String, String)';

/** Columns of a trace for analysts, out of rows of `traces` named `t`. */
export const TRACE_VIEW_COLUMNS = [
  'lower(hex(t.trace_id)) AS trace_id',
  't.experiment_id AS experiment_id',
  't.request_time AS start_time',
  't.duration / 1e6 AS duration_ms',
  't.name AS name',
  as('state'),
  't.span_count AS span_count',
  't.error_count AS error_count',
  as('services', WORDS),
  as('models', WORDS),
  't.session_id AS session_id',
  't.user_id AS user_id',
  't.client_request_id AS client_request_id',
  ...tokens('t.has_tokens'),
  ...costs('notEmpty(t.cost_prices)'),
  't.request_preview AS request_preview',
  't.response_preview AS response_preview',
  as('tags', PAIRS),
  as('metadata', PAIRS),
  as('prompt_versions', WORDS),
  as('logged_models', WORDS),
  as('run_ids', WORDS),
].join(',\n  ');

/** Columns of a span but for its payloads, out of rows of `spans` named `t`. */
export const SPAN_LIST_COLUMNS = [
  'lower(hex(t.trace_id)) AS trace_id',
  'lower(hex(t.span_id)) AS span_id',
  "nullIf(lower(hex(t.parent_span_id)), '0000000000000000') AS parent_span_id",
  't.experiment_id AS experiment_id',
  as('name'),
  as('type'),
  "['UNSPECIFIED', 'INTERNAL', 'SERVER', 'CLIENT', 'PRODUCER', 'CONSUMER'][t.kind + 1] AS kind",
  "['UNSET', 'OK', 'ERROR'][t.status_code + 1] AS status",
  orNull('status_message'),
  't.start_time AS start_time',
  't.end_time AS end_time',
  '(toUnixTimestamp64Nano(t.end_time) - toUnixTimestamp64Nano(t.start_time)) / 1e6 AS duration_ms',
  orNull('service'),
  orNull('model'),
  orNull('provider'),
  orNull('session_id'),
  orNull('user_id'),
  ...tokens('bitTest(t.presence, 15)'),
  ...costs("t.cost_price != ''"),
  't.time_to_first_token / 1e6 AS time_to_first_token_ms',
  orNull('logged_model'),
  as('prompt_versions', WORDS),
].join(',\n  ');

const SPAN_VIEW_COLUMNS = [
  SPAN_LIST_COLUMNS,
  orNull('inputs'),
  orNull('outputs'),
  as('attributes', PAIRS),
  orNull('events'),
].join(',\n  ');

const ASSESSMENT_VIEW_COLUMNS = [
  'lower(hex(t.trace_id)) AS trace_id',
  't.experiment_id AS experiment_id',
  't.request_time AS trace_start_time',
  "CAST(t.key, 'String') AS assessment_id",
  "JSONExtractString(t.a, 'assessment_name') AS name",
  "multiIf(JSONHas(t.a, 'feedback'), 'feedback', JSONHas(t.a, 'expectation'), 'expectation', 'issue') AS kind",
  `nullIf(if(JSONHas(t.a, 'expectation', 'serialized_value'), JSONExtractString(t.a, 'expectation', 'serialized_value', 'value'),
    trim(BOTH '"' FROM JSONExtractRaw(t.a, if(JSONHas(t.a, 'feedback'), 'feedback', 'expectation'), 'value'))), '') AS value`,
  "nullIf(JSONExtractString(t.a, 'source', 'source_type'), '') AS source_type",
  "nullIf(JSONExtractString(t.a, 'source', 'source_id'), '') AS source_id",
  "nullIf(JSONExtractString(t.a, 'rationale'), '') AS rationale",
  "nullIf(JSONExtractString(t.a, 'span_id'), '') AS span_id",
].join(',\n  ');

/** What analysts read: the SELECT of each view, over the tables of the database given. Superseded assessments are left out. */
export function analystViews(database: string): ReadonlyMap<string, string> {
  return new Map([
    ['traces', `SELECT\n  ${TRACE_VIEW_COLUMNS}\nFROM ${database}.traces AS t FINAL`],
    ['spans', `SELECT\n  ${SPAN_VIEW_COLUMNS}\nFROM ${database}.spans AS t FINAL`],
    [
      'assessments',
      `SELECT\n  ${ASSESSMENT_VIEW_COLUMNS}\nFROM (
  SELECT trace_id, experiment_id, request_time, item.1 AS key, item.2 AS a
  FROM ${database}.traces FINAL ARRAY JOIN arrayZip(mapKeys(assessments), mapValues(assessments)) AS item
  WHERE NOT JSONHas(a, 'valid') OR JSONExtractBool(a, 'valid')) AS t`,
    ],
  ]);
}
