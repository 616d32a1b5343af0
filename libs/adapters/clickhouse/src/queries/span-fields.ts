import { Rejected, type Comparison } from '@millrace/domain';
import { comparisonSql, textOf, textsOf, unusable, type Operand } from './comparison-sql.ts';
import type { FilterScope } from './filter-sql.ts';
import type { SqlParams } from './sql-params.ts';

const SPAN_FIELDS: ReadonlyMap<string, Operand> = new Map<string, Operand>([
  ['name', { kind: 'text', sql: 'name' }],
  ['type', { kind: 'text', sql: 'type' }],
  ['status', { kind: 'text', sql: "['UNSET', 'OK', 'ERROR'][status_code + 1]" }],
  ['service', { kind: 'text', sql: 'service', isPresent: "service != ''" }],
  ['model', { kind: 'text', sql: 'model', isPresent: "model != ''" }],
  ['provider', { kind: 'text', sql: 'provider', isPresent: "provider != ''" }],
]);

/** Where the text of a span is; attribute values that stand in `inputs` and `outputs` are not in the map. */
const CONTENT_COLUMNS = ['name', 'status_message', 'inputs', 'outputs', 'events'];

/** A condition on one span. */
export function spanComparisonSql(comparison: Comparison, scope: FilterScope): string {
  const { params } = scope;
  const { entity, key } = comparison.field;
  if (entity === 'span.attribute') return attributeSql(comparison, scope);
  if (key === 'content') return contentSql(comparison, params);
  const operand = SPAN_FIELDS.get(key);
  if (!operand) throw new Rejected(`spans can't be filtered by '${key}'`);
  return comparisonSql(operand, comparison, params);
}

function contentSql(comparison: Comparison, params: SqlParams): string {
  if (comparison.comparator !== 'LIKE' && comparison.comparator !== 'ILIKE') {
    throw unusable(comparison, 'takes LIKE or ILIKE');
  }
  const text = (sql: string) => comparisonSql({ kind: 'text', sql }, comparison, params);
  const conditions = [
    ...CONTENT_COLUMNS.map(text),
    `arrayExists(x -> ${text('x')}, mapKeys(attributes))`,
    `arrayExists(x -> ${text('x')}, mapValues(attributes))`,
  ];
  return `(${conditions.join(' OR ')})`;
}

function attributeSql(comparison: Comparison, { params, payloadKeys }: FilterScope): string {
  const key = params.text(comparison.field.key);
  const isInMap = `mapContains(attributes, ${key})`;
  const inMap: Operand = { kind: 'text', sql: `attributes[${key}]`, isPresent: isInMap };
  const anywhere: Operand = {
    kind: 'text',
    sql: `multiIf(${isInMap}, attributes[${key}], inputs_attribute = ${key}, inputs, outputs)`,
    isPresent: `(${isInMap} OR inputs_attribute = ${key} OR outputs_attribute = ${key})`,
  };
  const operand = payloadKeys.has(comparison.field.key) ? anywhere : inMap;
  return comparisonSql(operand, withoutQuotes(comparison), params);
}

/** MLflow compares with the value's JSON, so its users write a text with its quotes: `= '"gpt-4o"'`. */
function withoutQuotes(comparison: Comparison): Comparison {
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
