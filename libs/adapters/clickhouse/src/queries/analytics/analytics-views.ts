import type { AnalyticsView, Dimension, Measured } from '@millrace/ports';
import { SPAN_TOKENS_TOTAL } from '../span-fields.ts';
import type { SqlParams } from '../sql-params.ts';

/** A column to group by or to measure; a row without it is left out. */
export interface ViewColumn {
  readonly sql: string;
  readonly isPresent?: string;
  /** Every element is a value of its own. */
  readonly isArray?: boolean;
  /** The column of the trace's row that it needs, under a name of its own. */
  readonly ofTrace?: string;
}

export interface ViewSql {
  readonly source: string;
  readonly time: string;
  readonly measured: Readonly<Partial<Record<Measured, ViewColumn>>>;
  readonly dimensions: Readonly<
    Partial<Record<Dimension['of'], ViewColumn | ((key: string, params: SqlParams) => ViewColumn)>>
  >;
}

const SUMS = {
  'tokens.all_input': 'tokens_input + tokens_cache_read + tokens_cache_write + tokens_input_audio',
  'tokens.all_output': 'tokens_output + tokens_reasoning + tokens_output_audio',
} as const;
const TOKENS = ['input', 'cache_read', 'cache_write', 'output', 'reasoning', 'total'] as const;
const COSTS = ['input', 'cache', 'output', 'total'] as const;
const BINS_PER_DOUBLING = 4;

const nonEmpty = (sql: string): ViewColumn => ({ sql, isPresent: `${sql} != ''` });
const notNull = (sql: string): ViewColumn => ({ sql: `ifNull(${sql}, '')`, isPresent: `isNotNull(${sql})` });
const keyed =
  (map: string) =>
  (key: string, params: SqlParams): ViewColumn => {
    const place = params.text(key);
    return { sql: `${map}[${place}]`, isPresent: `mapContains(${map}, ${place})` };
  };
const entryOf = (map: string, key: string): ViewColumn => ({
  sql: `${map}['${key}']`,
  isPresent: `mapContains(${map}, '${key}')`,
});

/** What a span says, else what its trace does: by any other of its spans, or by start-trace. */
function ofSpanOrTrace(column: string): ViewColumn {
  const sql = `if(${column} != '', ${column}, trace_${column})`;
  return { sql, isPresent: `${sql} != ''`, ofTrace: `ifNull(${column}, '') AS trace_${column}` };
}

/** Tokens and costs by bucket, where a row says them at all. */
function buckets(hasTokens: string | undefined, hasCost: string): ViewSql['measured'] {
  const tokens = TOKENS.map((bucket) => {
    const column = { sql: `tokens_${bucket}`, ...(hasTokens !== undefined && { isPresent: hasTokens }) };
    return [`tokens.${bucket}`, column] as const;
  });
  const costs = COSTS.map((part) => [`cost.${part}`, { sql: `cost_${part}`, isPresent: hasCost }] as const);
  const sums = Object.entries(SUMS).map(([name, sql]) => [
    name,
    { sql: `(${sql})`, ...(hasTokens !== undefined && { isPresent: hasTokens }) },
  ]);
  const allInput = ['cost.all_input', { sql: '(cost_input + cost_cache)', isPresent: hasCost }];
  return Object.fromEntries([...tokens, ...sums, ...costs, allInput]) as ViewSql['measured'];
}

/** The lower bound of the class of a latency in nanoseconds: four classes for each doubling, all below a microsecond in one. */
function latencyClass(nanoseconds: string): ViewColumn {
  const exponent = `floor(log2(greatest(${nanoseconds}, 1000)) * ${BINS_PER_DOUBLING}) / ${BINS_PER_DOUBLING}`;
  return { sql: `round(exp2(${exponent}) / 1e6, 6)` };
}

const OF_TRACE = {
  name: nonEmpty('name'),
  status: { sql: 'toString(state)' },
  model: { sql: 'models', isArray: true },
  service: { sql: 'services', isArray: true },
  session: notNull('session_id'),
  user: notNull('user_id'),
  experiment: { sql: 'toString(experiment_id)' },
  run: entryOf('metadata', 'mlflow.sourceRun'),
  logged_model: { sql: 'logged_models', isArray: true },
  prompt_version: { sql: 'prompt_versions', isArray: true },
  tag: keyed('tags'),
  metadata: keyed('metadata'),
  latency_class: latencyClass('duration'),
} satisfies ViewSql['dimensions'];

const SPAN_NANOSECONDS = '(toUnixTimestamp64Nano(end_time) - toUnixTimestamp64Nano(start_time))';

export const VIEWS: Readonly<Record<AnalyticsView, ViewSql>> = {
  traces: {
    source: 'traces FINAL',
    time: 'request_time',
    measured: {
      rows: { sql: '1' },
      traces: { sql: 'trace_id' },
      sessions: { sql: 'session_id', isPresent: 'isNotNull(session_id)' },
      users: { sql: 'user_id', isPresent: 'isNotNull(user_id)' },
      errors: { sql: "state = 'ERROR'" },
      error_rate: { sql: "state = 'ERROR'" },
      latency: { sql: 'duration / 1e6' },
      span_count: { sql: 'span_count' },
      ...buckets('has_tokens', 'notEmpty(cost_prices)'),
    },
    dimensions: OF_TRACE,
  },
  spans: {
    source: 'spans FINAL',
    time: 'start_time',
    measured: {
      rows: { sql: '1' },
      traces: { sql: 'trace_id' },
      sessions: ofSpanOrTrace('session_id'),
      users: ofSpanOrTrace('user_id'),
      errors: { sql: 'status_code = 2' },
      error_rate: { sql: 'status_code = 2' },
      latency: { sql: `${SPAN_NANOSECONDS} / 1e6` },
      time_to_first_token: {
        sql: '(ifNull(time_to_first_token, 0) / 1e6)',
        isPresent: 'isNotNull(time_to_first_token)',
      },
      ...buckets(undefined, "cost_price != ''"),
      'tokens.total': { sql: SPAN_TOKENS_TOTAL },
    },
    dimensions: {
      name: nonEmpty('name'),
      status: { sql: "['UNSET', 'OK', 'ERROR'][status_code + 1]" },
      type: { sql: 'type' },
      model: nonEmpty('model'),
      provider: nonEmpty('provider'),
      service: nonEmpty('service'),
      session: ofSpanOrTrace('session_id'),
      user: ofSpanOrTrace('user_id'),
      tag: (key, params) => ({ ...keyed('tags_of_trace')(key, params), ofTrace: 'tags AS tags_of_trace' }),
      logged_model: nonEmpty('logged_model'),
      prompt_version: { sql: 'prompt_versions', isArray: true },
      experiment: { sql: 'toString(experiment_id)' },
      attribute: keyed('attributes'),
      latency_class: latencyClass(SPAN_NANOSECONDS),
    },
  },
  assessments: {
    source: `(SELECT *, assessment, JSONExtractString(assessment, 'assessment_name') AS assessment_name,
      trim(BOTH '"' FROM JSONExtractRaw(assessment, if(JSONHas(assessment, 'feedback'), 'feedback', 'expectation'), 'value')) AS assessment_value
      FROM traces FINAL ARRAY JOIN mapValues(assessments) AS assessment
      WHERE NOT JSONHas(assessment, 'valid') OR JSONExtractBool(assessment, 'valid'))`,
    time: 'request_time',
    measured: {
      rows: { sql: '1' },
      traces: { sql: 'trace_id' },
      value: {
        sql: "ifNull(multiIf(assessment_value = 'true', 1, assessment_value = 'false', 0, toFloat64OrNull(assessment_value)), 0)",
        isPresent: "(assessment_value IN ('true', 'false') OR isNotNull(toFloat64OrNull(assessment_value)))",
      },
      pass_rate: {
        sql: "lower(assessment_value) IN ('true', 'yes', 'pass', '1')",
        isPresent: "lower(assessment_value) IN ('true', 'yes', 'pass', '1', 'false', 'no', 'fail', '0')",
      },
    },
    dimensions: {
      ...OF_TRACE,
      assessment_name: nonEmpty('assessment_name'),
      assessment_value: nonEmpty('assessment_value'),
      assessment_source: nonEmpty("JSONExtractString(assessment, 'source', 'source_type')"),
    },
  },
};
