import { Rejected, type Comparison, type SpanField, type TraceField } from '@millrace/domain';
import type { SqlParams } from './sql-params.ts';

type AnyComparison = Comparison<TraceField | SpanField>;

/** The left side of a comparison in SQL. */
export type Operand =
  | { readonly kind: 'text' | 'number'; readonly sql: string; readonly isPresent?: string }
  /** Several texts, any of which may match; absent when there is none. */
  | { readonly kind: 'texts'; readonly sql: string };

/** A condition that is true or false, never NULL: an absent value matches nothing but IS NULL. */
export function comparisonSql(operand: Operand, comparison: AnyComparison, params: SqlParams): string {
  const { comparator } = comparison;
  const isPresent = operand.kind === 'texts' ? `notEmpty(${operand.sql})` : (operand.isPresent ?? '1');
  if (comparator === 'IS NULL') return `NOT (${isPresent})`;
  if (comparator === 'IS NOT NULL') return `(${isPresent})`;
  const matches = matchSql(operand, comparison, params);
  return isPresent === '1' ? matches : `(${isPresent} AND ${matches})`;
}

function matchSql(operand: Operand, comparison: AnyComparison, params: SqlParams): string {
  switch (operand.kind) {
    case 'number':
      return numberSql(operand.sql, comparison, params);
    case 'text':
      return textSql(operand.sql, comparison, params);
    case 'texts':
      return textsSql(operand.sql, comparison, params);
  }
}

const NUMBER_COMPARATORS: readonly string[] = ['=', '!=', '<', '<=', '>', '>='];

function numberSql(sql: string, comparison: AnyComparison, params: SqlParams): string {
  const { comparator, value } = comparison;
  const isText = typeof value === 'string' && value.trim() === '';
  const number = typeof value === 'object' || isText ? NaN : Number(value);
  if (Number.isNaN(number)) throw unusable(comparison, 'takes a number');
  if (!NUMBER_COMPARATORS.includes(comparator))
    throw unusable(comparison, `can't be compared with ${comparator}`);
  return `${sql} ${comparator} ${params.number(number)}`;
}

function textSql(sql: string, comparison: AnyComparison, params: SqlParams): string {
  const { comparator } = comparison;
  switch (comparator) {
    case '=':
    case '!=':
      return `${sql} ${comparator} ${params.text(textOf(comparison))}`;
    case 'LIKE':
    case 'ILIKE':
      return `${sql} ${comparator} ${params.text(likePattern(textOf(comparison)))}`;
    case 'RLIKE':
      return `match(${sql}, ${params.text(textOf(comparison))})`;
    case 'IN':
    case 'NOT IN':
      return `${sql} ${comparator} ${params.texts(textsOf(comparison))}`;
    default:
      throw unusable(comparison, `can't be compared with ${comparator}`);
  }
}

/** A negated comparison holds when none of the texts matches. */
function textsSql(sql: string, comparison: AnyComparison, params: SqlParams): string {
  switch (comparison.comparator) {
    case '!=':
      return `NOT has(${sql}, ${params.text(textOf(comparison))})`;
    case 'NOT IN':
      return `NOT hasAny(${sql}, ${params.texts(textsOf(comparison))})`;
    case '=':
      return `has(${sql}, ${params.text(textOf(comparison))})`;
    case 'IN':
      return `hasAny(${sql}, ${params.texts(textsOf(comparison))})`;
    default:
      return `arrayExists(x -> ${textSql('x', comparison, params)}, ${sql})`;
  }
}

export function textOf(comparison: AnyComparison): string {
  const { value } = comparison;
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  throw unusable(comparison, 'takes one value');
}

export function textsOf(comparison: AnyComparison): readonly string[] {
  const { value } = comparison;
  if (typeof value === 'object') return value;
  throw unusable(comparison, 'takes a list of values');
}

/** ClickHouse refuses a pattern that ends in an escape; elsewhere a backslash escapes `%`, `_` and itself. */
function likePattern(pattern: string): string {
  const trailing = /\\*$/.exec(pattern)?.[0].length ?? 0;
  return trailing % 2 === 1 ? `${pattern}\\` : pattern;
}

export function unusable(comparison: AnyComparison, fault: string): Rejected {
  const { entity, key } = comparison.field;
  const name = entity === 'trace' ? key : `${entity}.${key}`;
  return new Rejected(`the filter on ${name} can't be answered: it ${fault}`);
}
