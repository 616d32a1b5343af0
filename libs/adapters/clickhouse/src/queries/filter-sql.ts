import {
  Rejected,
  type Comparison,
  type Filter,
  type RelatedSpan,
  type SpanExists,
  type SpanField,
  type SpanFilter,
  type TraceField,
} from '@millrace/domain';
import { assessmentSql } from './assessment-sql.ts';
import { combineSql, leavesOf } from './combine-sql.ts';
import { comparisonSql } from './comparison-sql.ts';
import { SPAN_BOUNDS, spanFilterSql, type FilterScope } from './span-filter-sql.ts';
import type { SqlParams } from './sql-params.ts';
import { mapOperand, TRACE_FIELDS } from './trace-fields.ts';

/** A filter as a condition on rows of `traces`; when it looks into spans the statement needs the values of SPAN_BOUNDS. */
export function filterSql(filter: Filter, scope: FilterScope): string {
  return combineSql(filter, (leaf) =>
    leaf.kind === 'span' ? spanExists(leaf.where, scope) : traceCondition(leaf, scope.params),
  );
}

type TraceLeaf = Comparison<TraceField> | SpanExists;

/** Whether a filter looks into `spans`. */
export function usesSpans(filter: Filter | undefined): boolean {
  return filter !== undefined && leavesOf<TraceLeaf>(filter).some((leaf) => leaf.kind === 'span');
}

/** Keys of all span attributes that a filter names. */
export function attributeKeys(filter: Filter | undefined): string[] {
  const leaves = filter ? leavesOf<TraceLeaf>(filter) : [];
  return [...new Set(leaves.flatMap((leaf) => (leaf.kind === 'span' ? spanAttributeKeys(leaf.where) : [])))];
}

/** Keys of all span attributes that a condition on a span names. */
export function spanAttributeKeys(filter: SpanFilter): string[] {
  return leavesOf<Comparison<SpanField> | RelatedSpan>(filter).flatMap((leaf) => {
    if (leaf.kind === 'related') return spanAttributeKeys(leaf.where);
    return leaf.field.entity === 'span.attribute' ? [leaf.field.key] : [];
  });
}

/** The condition holds on one span of the trace, in the newest version of that span. */
function spanExists(where: SpanFilter, scope: FilterScope): string {
  return `trace_id IN (
    SELECT trace_id FROM spans FINAL
    WHERE ${SPAN_BOUNDS}
    AND ${spanFilterSql(where, scope)})`;
}

function traceCondition(comparison: Comparison<TraceField>, params: SqlParams): string {
  const { entity, key } = comparison.field;
  switch (entity) {
    case 'tag':
      return comparisonSql(mapOperand('tags', key, params), comparison, params);
    case 'metadata':
      return comparisonSql(mapOperand('metadata', key, params), comparison, params);
    case 'trace':
      return attributeCondition(comparison, params);
    default:
      return assessmentSql(comparison, params);
  }
}

function attributeCondition(comparison: Comparison<TraceField>, params: SqlParams): string {
  const { key } = comparison.field;
  const operand = TRACE_FIELDS.get(key);
  if (!operand) throw new Rejected(`traces can't be filtered by '${key}'`);
  return comparisonSql(operand, key === 'request_id' ? withPrefix(comparison) : comparison, params);
}

const BARE_ID = /^[0-9a-f]{32}$/;

/** Trace ids are spelled as MLflow does, `tr-<32 hex>`; a bare one is taken too. */
function withPrefix(comparison: Comparison<TraceField>): Comparison<TraceField> {
  const { value } = comparison;
  const prefix = (id: string) => (BARE_ID.test(id) ? `tr-${id}` : id);
  if (typeof value === 'object') return { ...comparison, value: value.map(prefix) };
  return typeof value === 'string' ? { ...comparison, value: prefix(value) } : comparison;
}
