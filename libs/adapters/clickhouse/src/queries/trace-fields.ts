import type { TraceOrder } from '@millrace/ports';
import type { Operand } from './comparison-sql.ts';
import type { SqlParams } from './sql-params.ts';

const HAS_NAME = "name != ''";
const SOURCE_RUN = "'mlflow.sourceRun'";
const REQUEST_MS = 'toUnixTimestamp64Milli(request_time)';
const DURATION_MS = 'intDiv(duration, 1000000)';

const timestamp: Operand = { kind: 'number', sql: REQUEST_MS };
const duration: Operand = { kind: 'number', sql: DURATION_MS };
const endTime: Operand = { kind: 'number', sql: `(${REQUEST_MS} + ${DURATION_MS})` };
const state: Operand = { kind: 'text', sql: 'state' };

/** Fields of a trace as they stand in a filter. */
export const TRACE_FIELDS: ReadonlyMap<string, Operand> = new Map<string, Operand>([
  ['request_id', { kind: 'text', sql: "concat('tr-', lower(hex(trace_id)))" }],
  ['timestamp', timestamp],
  ['timestamp_ms', timestamp],
  ['execution_time', duration],
  ['execution_time_ms', duration],
  ['end_time', endTime],
  ['end_time_ms', endTime],
  ['status', state],
  ['state', state],
  ['name', { kind: 'text', sql: 'name', isPresent: HAS_NAME }],
  ['client_request_id', nullable('client_request_id')],
  ['session', nullable('session_id')],
  ['user', nullable('user_id')],
  ['experiment_id', { kind: 'text', sql: 'toString(experiment_id)' }],
  ['model', { kind: 'texts', sql: 'models' }],
  ['service', { kind: 'texts', sql: 'services' }],
  ['prompt', { kind: 'texts', sql: 'prompt_versions' }],
  ['logged_model', { kind: 'texts', sql: 'logged_models' }],
  ['span_count', { kind: 'number', sql: 'span_count' }],
  ['error_count', { kind: 'number', sql: 'error_count' }],
  ...['input', 'cache_read', 'cache_write', 'output', 'reasoning', 'total'].map(
    (bucket): [string, Operand] => [
      `tokens.${bucket}`,
      { kind: 'number', sql: `tokens_${bucket}`, isPresent: 'has_tokens' },
    ],
  ),
  ...['input', 'output', 'total'].map((part): [string, Operand] => [
    `cost.${part}`,
    { kind: 'number', sql: `toFloat64(cost_${part})`, isPresent: 'notEmpty(cost_prices)' },
  ]),
  [
    'run_id',
    {
      kind: 'texts',
      sql: `arrayConcat(run_ids, if(mapContains(metadata, ${SOURCE_RUN}), [metadata[${SOURCE_RUN}]], []))`,
    },
  ],
]);

function nullable(column: string): Operand {
  return { kind: 'text', sql: `ifNull(${column}, '')`, isPresent: `isNotNull(${column})` };
}

export function mapOperand(column: 'tags' | 'metadata', key: string, params: SqlParams): Operand {
  const bound = params.text(key);
  return { kind: 'text', sql: `${column}[${bound}]`, isPresent: `mapContains(${column}, ${bound})` };
}

/** What a search orders by: an expression and its type, and whether a trace has it at all (those without come last). */
export interface OrderTerm {
  readonly sql: string;
  readonly type: 'Int64' | 'String' | 'UInt32';
  readonly isPresent?: string;
  readonly isDescending: boolean;
}

export function orderTerm(order: TraceOrder, params: SqlParams): OrderTerm {
  const { isDescending } = order;
  const text = (sql: string, isPresent?: string): OrderTerm => ({
    sql,
    type: 'String',
    isDescending,
    ...(isPresent !== undefined && { isPresent }),
  });
  switch (order.field) {
    case 'timestamp':
      return { sql: 'toUnixTimestamp64Nano(request_time)', type: 'Int64', isDescending };
    case 'execution_time':
      return { sql: 'duration', type: 'Int64', isDescending };
    case 'end_time':
      return { sql: endTime.sql, type: 'Int64', isDescending };
    case 'experiment_id':
      return { sql: 'experiment_id', type: 'UInt32', isDescending };
    case 'status':
      return text('toString(state)');
    case 'request_id':
      return text('lower(hex(trace_id))');
    case 'name':
      return text('name', HAS_NAME);
    case 'run_id':
      return text(
        `if(mapContains(metadata, ${SOURCE_RUN}), metadata[${SOURCE_RUN}], toString(run_ids[1]))`,
        `(mapContains(metadata, ${SOURCE_RUN}) OR notEmpty(run_ids))`,
      );
    case 'tag':
    case 'metadata': {
      const operand = mapOperand(order.field === 'tag' ? 'tags' : 'metadata', order.key ?? '', params);
      return text(operand.sql, 'isPresent' in operand ? operand.isPresent : undefined);
    }
  }
}
