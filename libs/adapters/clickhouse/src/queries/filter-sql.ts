import { Rejected, type Comparison, type Filter } from '@millrace/domain';
import { comparisonSql, type Operand } from './comparison-sql.ts';
import { spanComparisonSql } from './span-fields.ts';
import type { SqlParams } from './sql-params.ts';
import { mapOperand, TRACE_FIELDS } from './trace-fields.ts';

/** A filter as a condition on rows of `traces`. */
export interface FilterSql {
  readonly sql: string;
  /** It looks into `spans`: the statement needs the values of SPAN_BOUNDS. */
  readonly usesSpans: boolean;
}

/** Bounds for the spans of the traces that are searched; without them a filter on spans would read them all. */
export const SPAN_BOUNDS = `workspace_id = {workspace:String} AND experiment_id IN {spanExperiments:Array(UInt32)}
    AND start_time >= fromUnixTimestamp64Nano({spanFrom:Int64}, 'UTC')
    AND start_time <= fromUnixTimestamp64Nano({spanTo:Int64}, 'UTC')`;

export interface FilterScope {
  readonly params: SqlParams;
  /** Attributes whose value may be the inputs or outputs of a span and stand there; looking there is dear. */
  readonly payloadKeys: ReadonlySet<string>;
}

/** Throws Rejected for what this store can't answer. */
export function filterSql(filter: Filter, scope: FilterScope): FilterSql {
  switch (filter.kind) {
    case 'comparison':
      return isOnSpan(filter) ? spanExists([filter], scope) : traceCondition(filter, scope);
    case 'not': {
      const operand = filterSql(filter.operand, scope);
      return { ...operand, sql: `NOT (${operand.sql})` };
    }
    case 'or':
      return join(
        filter.operands.map((operand) => filterSql(operand, scope)),
        ' OR ',
        '0',
      );
    case 'and': {
      const onSpan = filter.operands.filter((operand) => operand.kind === 'comparison' && isOnSpan(operand));
      const others = filter.operands.filter((operand) => !onSpan.includes(operand));
      const parts = others.map((operand) => filterSql(operand, scope));
      if (onSpan.length > 0) parts.push(spanExists(onSpan as Comparison[], scope));
      return join(parts, ' AND ', '1');
    }
  }
}

/** Keys of all span attributes that a filter names. */
export function attributeKeys(filter: Filter | undefined): string[] {
  if (filter === undefined) return [];
  switch (filter.kind) {
    case 'comparison':
      return filter.field.entity === 'span.attribute' ? [filter.field.key] : [];
    case 'not':
      return attributeKeys(filter.operand);
    default:
      return filter.operands.flatMap(attributeKeys);
  }
}

function join(parts: readonly FilterSql[], word: string, empty: string): FilterSql {
  return {
    sql: parts.length === 0 ? empty : `(${parts.map((part) => part.sql).join(word)})`,
    usesSpans: parts.some((part) => part.usesSpans),
  };
}

function isOnSpan(comparison: Comparison): boolean {
  const { entity } = comparison.field;
  return entity === 'span' || entity === 'span.attribute';
}

/** All conditions hold on one span of the trace, in the newest version of that span. */
function spanExists(comparisons: readonly Comparison[], scope: FilterScope): FilterSql {
  const conditions = comparisons.map((comparison) => spanComparisonSql(comparison, scope));
  return {
    sql: `trace_id IN (
    SELECT trace_id FROM spans FINAL
    WHERE ${SPAN_BOUNDS}
    AND ${conditions.join(' AND ')})`,
    usesSpans: true,
  };
}

function traceCondition(comparison: Comparison, scope: FilterScope): FilterSql {
  const { params } = scope;
  const { entity, key } = comparison.field;
  if (entity === 'trace' && key === 'text') {
    return spanExists([{ ...comparison, field: { entity: 'span', key: 'content' } }], scope);
  }
  if (entity === 'trace' && key === 'prompt') return { sql: promptSql(comparison, params), usesSpans: false };
  const operand = traceOperand(comparison, params);
  const isId = entity === 'trace' && key === 'request_id';
  const sql = comparisonSql(operand, isId ? withPrefix(comparison) : comparison, params);
  return { sql, usesSpans: false };
}

function traceOperand(comparison: Comparison, params: SqlParams): Operand {
  const { entity, key } = comparison.field;
  if (entity === 'tag') return mapOperand('tags', key, params);
  if (entity === 'metadata') return mapOperand('metadata', key, params);
  const operand = entity === 'trace' ? TRACE_FIELDS.get(key) : undefined;
  if (operand) return operand;
  throw new Rejected(
    entity === 'trace'
      ? `traces can't be filtered by '${key}'`
      : `filters on ${entity} are not supported yet`,
  );
}

/** Linked prompts are entries of a trace: `name/version`. */
function promptSql(comparison: Comparison, params: SqlParams): string {
  const operand: Operand = { kind: 'text', sql: 'key' };
  return `trace_id IN (
    SELECT trace_id FROM trace_entries FINAL
    WHERE workspace_id = {workspace:String} AND kind = 'prompt' AND is_deleted = 0
    AND ${comparisonSql(operand, comparison, params)})`;
}

const BARE_ID = /^[0-9a-f]{32}$/;

/** Trace ids are spelled as MLflow does, `tr-<32 hex>`; a bare one is taken too. */
function withPrefix(comparison: Comparison): Comparison {
  const { value } = comparison;
  const prefix = (id: string) => (BARE_ID.test(id) ? `tr-${id}` : id);
  if (typeof value === 'object') return { ...comparison, value: value.map(prefix) };
  return typeof value === 'string' ? { ...comparison, value: prefix(value) } : comparison;
}
