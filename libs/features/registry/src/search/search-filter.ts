import {
  parseFilterOf,
  type Comparator,
  type Comparison,
  type PlainFilter,
  type ReadField,
} from '@millrace/domain';
import {
  comparableSql,
  describeFields,
  joinSql,
  own,
  type Bind,
  type SearchAttribute,
  type SearchCollection,
  type SearchTable,
} from './search-table.ts';

/** The left side of a comparison, as it was found in a SearchTable. */
export type SearchField =
  | {
      readonly kind: 'attribute';
      readonly sql: string;
      readonly isNullable: boolean;
      readonly words?: SearchAttribute['words'];
    }
  | { readonly kind: 'collection'; readonly collection: SearchCollection; readonly key: string }
  | { readonly kind: 'relation'; readonly from: string; readonly join: string; readonly sql: string };

const NUMERIC: readonly Comparator[] = ['=', '!=', '<', '<=', '>', '>='];
const TEXT: readonly Comparator[] = ['=', '!=', 'LIKE', 'ILIKE', 'RLIKE'];
const LIST: readonly Comparator[] = ['IN', 'NOT IN'];
const PRESENCE: readonly Comparator[] = ['IS NULL', 'IS NOT NULL'];

/** Parses MLflow's filter grammar with OR, NOT and brackets; undefined for a blank one. Throws Rejected with a caret. */
export function parseSearchFilter(text: string, table: SearchTable): PlainFilter<SearchField> | undefined {
  return parseFilterOf(text, (segments) => readField(segments, table));
}

function readField(segments: readonly string[], table: SearchTable): ReturnType<ReadField<SearchField>> {
  const label = segments.join('.');
  const [first = '', ...rest] = segments;
  const prefix = first.toLowerCase();
  const key = rest.join('.');
  // A column may bear the name of a tag: `tags.<key>`.
  const whole = [prefix, ...rest].join('.');
  if (own(table.attributes, whole)) return readAttribute(whole, table);
  const collection = rest.length > 0 ? own(table.collections, prefix) : undefined;
  if (collection) {
    const comparators = collection.kind === 'number' ? NUMERIC : [...TEXT, ...LIST, ...PRESENCE];
    const value = collection.kind === 'number' ? 'number' : 'text';
    return { field: { kind: 'collection', collection, key }, comparators, value, label };
  }
  const relation = rest.length > 0 ? own(table.relations, prefix) : undefined;
  const related = own(relation?.attributes, key);
  if (relation && related !== undefined) {
    const field = { kind: 'relation' as const, from: relation.from, join: relation.join, sql: related };
    return { field, comparators: [...TEXT, ...LIST], value: 'text', label };
  }
  const isPrefixed = rest.length > 0 && table.attributePrefixes.includes(prefix);
  return readAttribute(isPrefixed ? key : label, table);
}

function readAttribute(name: string, table: SearchTable): ReturnType<ReadField<SearchField>> {
  const attribute = own(table.attributes, name);
  if (!attribute) {
    return `Invalid attribute key '${name}' specified. Valid keys are: ${describeFields(table)}.`;
  }
  const { sql, filterSql: filtered = sql, kind, isNullable = false, words } = attribute;
  const comparators = kind === 'number' ? NUMERIC : [...TEXT, ...LIST];
  return {
    field: { kind: 'attribute', sql: filtered, isNullable, ...(words && { words }) },
    comparators: isNullable ? [...comparators, ...PRESENCE] : comparators,
    value: kind === 'number' ? 'number' : 'text',
    label: name,
  };
}

/** The filter as a condition, every value bound; `known` is a part of it that all rows meet. */
export function filterSql(
  filter: PlainFilter<SearchField>,
  bind: Bind,
  known?: Comparison<SearchField>,
): string {
  if (filter === known) return 'true';
  if (filter.kind === 'comparison') return comparisonSql(filter, bind);
  if (filter.kind === 'not') return `NOT (${filterSql(filter.operand, bind, known)})`;
  return filter.operands.map((operand) => `(${filterSql(operand, bind, known)})`).join(` ${filter.kind} `);
}

function comparisonSql(comparison: Comparison<SearchField>, bind: Bind): string {
  const { field, comparator } = comparison;
  if (field.kind === 'attribute') {
    // A missing value meets no comparison, and NOT of it is true, as for a missing tag.
    const condition = valueSql(field.sql, inStoredWords(comparison, field.words), bind);
    return field.isNullable && !PRESENCE.includes(comparator) ? `coalesce(${condition}, false)` : condition;
  }
  if (field.kind === 'relation') {
    return `EXISTS (SELECT 1 FROM ${field.from} WHERE ${field.join} AND ${valueSql(field.sql, comparison, bind)})`;
  }
  const { from, key } = field.collection;
  const exists = `EXISTS (SELECT 1 FROM ${from} WHERE ${joinSql(field.collection, bind)} AND ${key} = ${bind(field.key)}`;
  // Looked up row by row, in the order of the search: a join of all rows that match would be sorted first.
  const end = field.collection.owner ? ' OFFSET 0)' : ')';
  if (comparator === 'IS NULL') return `NOT ${exists}${end}`;
  if (comparator === 'IS NOT NULL') return `${exists}${end}`;
  return `${exists} AND ${valueComparisonSql(field.collection, comparison, bind)}${end}`;
}

/** A comparison with a value of a collection, where a row of it is at hand. */
export function valueComparisonSql(
  collection: SearchCollection,
  comparison: Comparison<SearchField>,
  bind: Bind,
): string {
  const { indexedCharacters } = collection;
  const { comparator, value } = comparison;
  if (indexedCharacters === undefined || !['=', 'IN'].includes(comparator)) {
    return valueSql(comparableSql(collection), comparison, bind);
  }
  const beginnings = [value].flat().map((text) => beginningOf(String(text), indexedCharacters));
  const beginning = `"left"(${collection.value}, ${indexedCharacters}) = ANY(${bind(beginnings)})`;
  // A shorter text is its own beginning.
  const isWhole = beginnings.every((text) => [...text].length < indexedCharacters);
  return isWhole ? beginning : `${beginning} AND ${valueSql(comparableSql(collection), comparison, bind)}`;
}

/** Characters as PostgreSQL counts them. */
function beginningOf(text: string, characters: number): string {
  return [...text].slice(0, characters).join('');
}

function inStoredWords(
  comparison: Comparison<SearchField>,
  words: SearchAttribute['words'],
): Comparison<SearchField> {
  if (!words) return comparison;
  const stored = (word: string): string => own(words, word.toLowerCase()) ?? word;
  const { value } = comparison;
  if (typeof value === 'string') return { ...comparison, value: stored(value) };
  return Array.isArray(value)
    ? { ...comparison, value: value.map((word) => stored(String(word))) }
    : comparison;
}

function valueSql(sql: string, { comparator, value }: Comparison<SearchField>, bind: Bind): string {
  switch (comparator) {
    case 'IS NULL':
    case 'IS NOT NULL':
      return `${sql} ${comparator}`;
    case 'IN':
      return `${sql} = ANY(${bind(value)})`;
    case 'NOT IN':
      return `${sql} <> ALL(${bind(value)})`;
    case 'RLIKE':
      return `${sql} ~ ${bind(value)}`;
    default:
      return `${sql} ${comparator} ${boundSql(value, bind)}`;
  }
}

/** A number that no integer column could hold is compared as one, instead of failing to be one. */
function boundSql(value: unknown, bind: Bind): string {
  const isWide = typeof value === 'number' && !Number.isSafeInteger(value);
  return isWide ? `${bind(value)}::numeric` : bind(value);
}
