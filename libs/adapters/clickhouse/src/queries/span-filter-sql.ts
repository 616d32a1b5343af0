import { Rejected, type Comparison, type SpanField, type SpanFilter } from '@millrace/domain';
import { combineSql } from './combine-sql.ts';
import { comparisonSql, textOf, textsOf, type Operand } from './comparison-sql.ts';
import { relatedSpansSql } from './related-spans-sql.ts';
import { SPAN_FIELDS, SPAN_TEXTS } from './span-fields.ts';
import type { SqlParams } from './sql-params.ts';

export interface FilterScope {
  readonly params: SqlParams;
  /** Attributes whose value may be the inputs or outputs of a span and stand there; looking there is dear. */
  readonly payloadKeys: ReadonlySet<string>;
}

/** Bounds for the spans of the traces that are searched; without them a filter on spans would read them all. */
export const SPAN_BOUNDS = `workspace_id = {workspace:String} AND experiment_id IN {spanExperiments:Array(UInt32)}
    AND start_time >= fromUnixTimestamp64Nano({spanFrom:Int64}, 'UTC')
    AND start_time <= fromUnixTimestamp64Nano({spanTo:Int64}, 'UTC')`;

/** A condition on rows of `spans`. Throws Rejected for what this store can't answer. */
export function spanFilterSql(filter: SpanFilter, scope: FilterScope): string {
  return combineSql(filter, (leaf) =>
    leaf.kind === 'comparison'
      ? spanComparisonSql(leaf, scope)
      : relatedSpansSql(leaf.relation, spanFilterSql(leaf.where, scope), SPAN_BOUNDS),
  );
}

function spanComparisonSql(comparison: Comparison<SpanField>, scope: FilterScope): string {
  const { entity, key } = comparison.field;
  if (entity === 'span.attribute') return attributeSql(comparison, scope);
  const operand = SPAN_TEXTS.get(key)?.(comparison, scope.params) ?? SPAN_FIELDS.get(key);
  if (operand === undefined) throw new Rejected(`spans can't be filtered by '${key}'`);
  return typeof operand === 'string' ? operand : comparisonSql(operand, comparison, scope.params);
}

function attributeSql(comparison: Comparison<SpanField>, { params, payloadKeys }: FilterScope): string {
  const key = params.text(comparison.field.key);
  const isInMap = `mapContains(attributes, ${key})`;
  const isAnywhere = `(${isInMap} OR inputs_attribute = ${key} OR outputs_attribute = ${key})`;
  const isOfPayload = payloadKeys.has(comparison.field.key);
  const isPresent = isOfPayload ? isAnywhere : isInMap;
  const text = isOfPayload
    ? `multiIf(${isInMap}, attributes[${key}], inputs_attribute = ${key}, inputs, outputs)`
    : `attributes[${key}]`;
  const operand: Operand =
    typeof comparison.value === 'number'
      ? { kind: 'number', sql: `ifNull(toFloat64OrNull(${text}), nan)`, isPresent }
      : { kind: 'text', sql: text, isPresent };
  const unquotedComparison = withoutQuotes(comparison);
  const sql = comparisonSql(operand, unquotedComparison, params);
  if (isOfPayload || unquotedComparison.comparator !== 'IN') return sql;
  // What the index of values can answer, so that only granules with such a value are read.
  return `(hasAny(mapValues(attributes), ${params.texts(textsOf(unquotedComparison))}) AND ${sql})`;
}

/** MLflow compares with the value's JSON, so its users write a text with its quotes: `= '"gpt-4o"'`. */
function withoutQuotes(comparison: Comparison<SpanField>): Comparison<SpanField> {
  if (typeof comparison.value === 'number') return comparison;
  switch (comparison.comparator) {
    case '=':
    case '!=': {
      const text = textOf(comparison);
      return {
        ...comparison,
        comparator: comparison.comparator === '=' ? 'IN' : 'NOT IN',
        value: [text, unquoted(text)],
      };
    }
    case 'IN':
    case 'NOT IN':
      return { ...comparison, value: textsOf(comparison).flatMap((text) => [text, unquoted(text)]) };
    default:
      return comparison;
  }
}

function unquoted(text: string): string {
  if (!text.startsWith('"')) return text;
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'string' ? parsed : text;
  } catch {
    return text;
  }
}
