import { Rejected, type Comparison, type Filter } from '@millrace/domain';
import type { QueryParameters } from './query-parameters.ts';

/** Limits the spans a filter looks at: a condition on immutable columns of `spans`. */
export interface FilterScope {
  readonly parameters: QueryParameters;
  readonly spanScope: string;
}

type SpanComparison = Comparison & { readonly field: { readonly entity: 'span' | 'span.attribute' } };

/** SQL that is true for the rows of `traces` a filter selects. A key that is missing matches no comparison, `!=` included. */
export function compileFilter(filter: Filter, scope: FilterScope): string {
  switch (filter.kind) {
    case 'comparison':
      return isSpanComparison(filter) ? spansMatching([filter], scope) : traceCondition(filter, scope);
    case 'not':
      return `NOT (${compileFilter(filter.operand, scope)})`;
    case 'or':
      return `(${filter.operands.map((operand) => compileFilter(operand, scope)).join(' OR ')})`;
    case 'and': {
      const onSpan = filter.operands.filter(isSpanComparison);
      const others = filter.operands.filter((operand) => !isSpanComparison(operand));
      const parts = others.map((operand) => compileFilter(operand, scope));
      // All span clauses of one AND must hold on the same span.
      if (onSpan.length > 0) parts.push(spansMatching(onSpan, scope));
      return `(${parts.join(' AND ')})`;
    }
  }
}

function isSpanComparison(filter: Filter): filter is SpanComparison {
  return (
    filter.kind === 'comparison' &&
    (filter.field.entity === 'span' || filter.field.entity === 'span.attribute')
  );
}

/** Spans are de-duplicated before they are filtered: an older version must not match. */
function spansMatching(comparisons: readonly SpanComparison[], scope: FilterScope): string {
  const conditions = comparisons.map((comparison) => spanCondition(comparison, scope));
  return `trace_id IN (SELECT trace_id FROM spans FINAL WHERE ${scope.spanScope} AND ${conditions.join(' AND ')})`;
}

/** SQL for the left side, with what must be true for it to be there at all. */
interface Operand {
  readonly sql: string;
  readonly isPresent: string;
  readonly type: 'text' | 'milliseconds';
}

const ALWAYS = '1';

const TRACE_OPERANDS: Readonly<Record<string, Operand>> = {
  request_id: { sql: "concat('tr-', lower(hex(trace_id)))", isPresent: ALWAYS, type: 'text' },
  timestamp: {
    sql: 'toUnixTimestamp64Milli(toDateTime64(request_time, 3))',
    isPresent: ALWAYS,
    type: 'milliseconds',
  },
  execution_time: { sql: 'intDiv(duration, 1000000)', isPresent: ALWAYS, type: 'milliseconds' },
  end_time: {
    sql: 'intDiv(toUnixTimestamp64Nano(request_time) + duration, 1000000)',
    isPresent: ALWAYS,
    type: 'milliseconds',
  },
  status: { sql: 'state', isPresent: ALWAYS, type: 'text' },
  name: { sql: 'name', isPresent: "name != ''", type: 'text' },
  client_request_id: {
    sql: "ifNull(client_request_id, '')",
    isPresent: 'isNotNull(client_request_id)',
    type: 'text',
  },
};

const SPAN_OPERANDS: Readonly<Record<string, Operand>> = {
  name: { sql: 'name', isPresent: ALWAYS, type: 'text' },
  type: { sql: 'type', isPresent: ALWAYS, type: 'text' },
  status: {
    sql: "transform(status_code, [1, 2], ['OK', 'ERROR'], 'UNSET')",
    isPresent: ALWAYS,
    type: 'text',
  },
  content: {
    sql: "concat(name, ' ', inputs, ' ', outputs, ' ', arrayStringConcat(mapKeys(attributes), ' '), ' ', arrayStringConcat(mapValues(attributes), ' '), ' ', events)",
    isPresent: ALWAYS,
    type: 'text',
  },
};

function traceCondition(comparison: Comparison, { parameters, spanScope }: FilterScope): string {
  const { entity, key } = comparison.field;
  if (entity === 'tag') return condition(comparison, mapOperand('tags', key, parameters), parameters);
  if (entity === 'metadata')
    return condition(comparison, mapOperand('metadata', key, parameters), parameters);
  if (entity === 'trace' && key === 'run_id') return runCondition(comparison, parameters);
  if (entity === 'trace' && key === 'text') {
    const content = SPAN_OPERANDS['content'];
    if (content)
      return `trace_id IN (SELECT trace_id FROM spans FINAL WHERE ${spanScope} AND ${condition(comparison, content, parameters)})`;
  }
  const operand = entity === 'trace' ? TRACE_OPERANDS[key] : undefined;
  if (!operand) throw new Rejected(`filtering by ${entity === 'trace' ? key : entity} is not supported yet`);
  return condition(comparison, operand, parameters);
}

/** A run counts when a tag of the client named it or when the trace was linked to it. */
function runCondition(comparison: Comparison, parameters: QueryParameters): string {
  const source = condition(comparison, mapOperand('metadata', 'mlflow.sourceRun', parameters), parameters);
  if (comparison.comparator === 'IS NULL') return `(${source} AND empty(run_ids))`;
  if (comparison.comparator === 'IS NOT NULL') return `(${source} OR notEmpty(run_ids))`;
  const linked = condition(comparison, { sql: 'run', isPresent: ALWAYS, type: 'text' }, parameters);
  return `(${source} OR arrayExists(run -> ${linked}, run_ids))`;
}

function mapOperand(column: string, key: string, parameters: QueryParameters): Operand {
  const place = parameters.bind(key, 'String');
  return { sql: `${column}[${place}]`, isPresent: `mapContains(${column}, ${place})`, type: 'text' };
}

/** An attribute may stand in the map, or be the one whose value is the span's inputs or outputs. */
function attributeOperand(key: string, parameters: QueryParameters): Operand {
  const place = parameters.bind(key, 'String');
  return {
    sql: `multiIf(inputs_attribute = ${place}, inputs, outputs_attribute = ${place}, outputs, attributes[${place}])`,
    isPresent: `(mapContains(attributes, ${place}) OR inputs_attribute = ${place} OR outputs_attribute = ${place})`,
    type: 'text',
  };
}

function spanCondition(comparison: SpanComparison, { parameters }: FilterScope): string {
  const { entity, key } = comparison.field;
  const operand = entity === 'span.attribute' ? attributeOperand(key, parameters) : SPAN_OPERANDS[key];
  if (!operand) throw new Rejected(`filtering by span.${key} is not supported yet`);
  return condition(comparison, operand, parameters);
}

function condition({ comparator, value }: Comparison, operand: Operand, parameters: QueryParameters): string {
  if (comparator === 'IS NULL') return `NOT (${operand.isPresent})`;
  if (comparator === 'IS NOT NULL') return `(${operand.isPresent})`;
  const test = `${operand.sql} ${comparison(comparator, value, operand, parameters)}`;
  const sql = comparator === 'RLIKE' ? `match(${operand.sql}, ${parameters.bind(value, 'String')})` : test;
  return operand.isPresent === ALWAYS ? `(${sql})` : `(${operand.isPresent} AND ${sql})`;
}

function comparison(
  comparator: Comparison['comparator'],
  value: Comparison['value'],
  operand: Operand,
  parameters: QueryParameters,
): string {
  if (comparator === 'IN' || comparator === 'NOT IN')
    return `${comparator} ${parameters.bind(value, 'Array(String)')}`;
  if (comparator === 'RLIKE') return '';
  if (operand.type === 'milliseconds') return `${comparator} ${parameters.bind(value, 'Float64')}`;
  return `${comparator} ${parameters.bind(String(value), 'String')}`;
}
