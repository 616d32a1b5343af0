import type { Comparison, SpanField } from '@millrace/domain';
import { comparisonSql, textOf, unusable, type Operand } from './comparison-sql.ts';
import type { SqlParams } from './sql-params.ts';
import { wordsSql } from './words.ts';

const START_MS = 'toUnixTimestamp64Micro(start_time) / 1000';
const END_MS = 'toUnixTimestamp64Micro(end_time) / 1000';

/** What the client reported as the total, else the sum of the buckets. */
export const SPAN_TOKENS_TOTAL = `if(tokens_total > 0, tokens_total, tokens_input + tokens_cache_read + tokens_cache_write
    + tokens_output + tokens_reasoning + tokens_input_audio + tokens_output_audio)`;

/** Fields of a span that are compared as they stand. */
export const SPAN_FIELDS: ReadonlyMap<string, Operand> = new Map<string, Operand>([
  ['id', { kind: 'text', sql: 'lower(hex(span_id))' }],
  ['name', { kind: 'text', sql: 'name' }],
  ['type', { kind: 'text', sql: 'type' }],
  ['status', { kind: 'text', sql: "['UNSET', 'OK', 'ERROR'][status_code + 1]" }],
  ...['status_message', 'service', 'model', 'provider'].map((name) => nonEmpty(name, name)),
  nonEmpty('session', 'session_id'),
  nonEmpty('user', 'user_id'),
  nonEmpty('logged_model', 'logged_model'),
  ['prompt', { kind: 'texts', sql: 'prompt_versions' }],
  [
    'time_to_first_token',
    {
      kind: 'number',
      sql: '(ifNull(time_to_first_token, 0) / 1e6)',
      isPresent: 'isNotNull(time_to_first_token)',
    },
  ],
  ['latency', { kind: 'number', sql: `(${END_MS} - ${START_MS})` }],
  ['start_time', { kind: 'number', sql: START_MS }],
  ['end_time', { kind: 'number', sql: END_MS }],
  ...['input', 'cache_read', 'cache_write', 'output', 'reasoning'].map((bucket): [string, Operand] => [
    `tokens.${bucket}`,
    { kind: 'number', sql: `tokens_${bucket}` },
  ]),
  ['tokens.total', { kind: 'number', sql: SPAN_TOKENS_TOTAL }],
  ['cost', { kind: 'number', sql: 'toFloat64(cost_total)', isPresent: "cost_price != ''" }],
]);

/** Conditions on the texts of a span. */
export const SPAN_TEXTS: ReadonlyMap<
  string,
  (comparison: Comparison<SpanField>, params: SqlParams) => string
> = new Map([
  ['inputs', (comparison, params) => textSql(['inputs'], comparison, params)],
  ['outputs', (comparison, params) => textSql(['outputs'], comparison, params)],
  ['content', contentSql],
]);

/** Where the text of a span is; attribute values that stand in `inputs` and `outputs` are not in the map. */
const CONTENT_COLUMNS = ['name', 'status_message', 'inputs', 'outputs', 'events'];

function nonEmpty(name: string, column: string): [string, Operand] {
  return [name, { kind: 'text', sql: column, isPresent: `${column} != ''` }];
}

/** Words are searched for where an index knows them, patterns everywhere. */
function contentSql(comparison: Comparison<SpanField>, params: SqlParams): string {
  if (comparison.comparator === 'MATCH') return textSql(['inputs', 'outputs'], comparison, params);
  const text = (sql: string) => comparisonSql({ kind: 'text', sql }, comparison, params);
  const inAttributes = ['mapKeys', 'mapValues'].map(
    (part) => `arrayExists(x -> ${text('x')}, ${part}(attributes))`,
  );
  return `(${[textSql(CONTENT_COLUMNS, comparison, params), ...inAttributes].join(' OR ')})`;
}

function textSql(columns: readonly string[], comparison: Comparison<SpanField>, params: SqlParams): string {
  switch (comparison.comparator) {
    case 'MATCH': {
      const text = textOf(comparison);
      return `(${columns.map((column) => `(${wordsSql(column, text, params)})`).join(' OR ')})`;
    }
    case 'LIKE':
    case 'ILIKE': {
      const parts = columns.map((sql) => comparisonSql({ kind: 'text', sql }, comparison, params));
      return `(${parts.join(' OR ')})`;
    }
    default:
      throw unusable(comparison, 'takes MATCH, LIKE or ILIKE');
  }
}
