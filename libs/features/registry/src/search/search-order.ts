import { Rejected } from '@millrace/domain';
import {
  comparableSql,
  describeFields,
  joinSql,
  own,
  type Bind,
  type SearchCollection,
  type SearchTable,
} from './search-table.ts';

/** A collection that an order begins with, in place of a lookup for each row. */
export interface OrderDriver {
  readonly collection: SearchCollection;
  readonly key: string;
  /** The value, where a row of the collection is joined. */
  readonly sql: string;
}

/** One item of an order; missing values come last whatever the direction. */
export interface SearchOrder {
  readonly sql: string;
  readonly isDescending: boolean;
  readonly isNullable: boolean;
  /** Where a search that begins with this item may start. */
  readonly driver?: OrderDriver;
}

/** A value that a page ended with, as text: exact for any number. */
export type OrderValue = string | null;

const ITEM = /^\s*(.+?)(?:\s+(asc|desc))?\s*$/i;
const MOST_ITEMS = 16;

/** A total order: ends with the id. Throws Rejected for an item that can't be ordered by. */
export function parseSearchOrder(items: readonly string[], table: SearchTable, bind: Bind): SearchOrder[] {
  return parseOrderItems(orderItems(items, table), table, bind);
}

/** What is ordered by: the table's default when nothing is asked. */
export function orderItems(asked: readonly string[], table: SearchTable): readonly string[] {
  if (asked.length > MOST_ITEMS) throw new Rejected(`An order has at most ${MOST_ITEMS} items.`);
  return asked.length === 0 ? table.defaultOrder : asked;
}

/** As parseSearchOrder, without a default. */
export function parseOrderItems(items: readonly string[], table: SearchTable, bind: Bind): SearchOrder[] {
  const order = items.map((item) => parseItem(item, table, bind));
  const hasId = order.some(({ sql }) => sql === table.id);
  return hasId ? order : [...order, { sql: table.id, isDescending: false, isNullable: false }];
}

function parseItem(item: string, table: SearchTable, bind: Bind): SearchOrder {
  const [, field = '', direction = 'asc'] = ITEM.exec(item) ?? [];
  const isDescending = direction.toLowerCase() === 'desc';
  const dot = field.indexOf('.');
  const prefix = field.slice(0, Math.max(dot, 0)).toLowerCase();
  const key = unquote(field.slice(dot + 1));
  const collection = dot > 0 ? own(table.collections, prefix) : undefined;
  // A word that is no direction would be part of the key; keys with blanks are quoted.
  if (collection && key !== '' && (!/\s/.test(key) || key !== field.slice(dot + 1))) {
    const { from, key: keySql, isIndexed } = collection;
    const value = comparableSql(collection);
    const sql = `(SELECT max(${value}) FROM ${from} WHERE ${joinSql(collection, bind)} AND ${keySql} = ${bind(key)})`;
    const driver = isIndexed && { collection, key, sql: value };
    return { sql, isDescending, isNullable: true, ...(driver && { driver }) };
  }
  const isPrefixed = dot > 0 && table.attributePrefixes.includes(prefix);
  const attribute = own(table.attributes, isPrefixed ? key : unquote(field));
  if (attribute && attribute.isUnordered !== true) {
    return { sql: attribute.sql, isDescending, isNullable: attribute.isNullable ?? false };
  }
  throw new Rejected(
    `Invalid order_by clause '${item}': expected one of ${describeFields(table)}, then ASC or DESC.`,
  );
}

function unquote(name: string): string {
  const inner = /^([`"])(.*)\1$/.exec(name);
  return inner?.[2] ?? name;
}

/** The ORDER BY clause. */
export function orderSql(order: readonly SearchOrder[]): string {
  return order
    .map(({ sql, isDescending, isNullable }) => {
      const direction = isDescending ? 'DESC' : 'ASC';
      return isNullable ? `${sql} ${direction} NULLS LAST` : `${sql} ${direction}`;
    })
    .join(', ');
}

/** The condition for rows after a page that ended with `values`. */
export function afterSql(order: readonly SearchOrder[], values: readonly OrderValue[], bind: Bind): string {
  const bound = values.map((value) => (value === null ? undefined : bind(value)));
  const alternatives = order.map((item, index) => {
    const equal = order.slice(0, index).map((each, at) => equalSql(each, bound[at]));
    return [...equal, beyondSql(item, bound[index])].join(' AND ');
  });
  const condition = alternatives.map((each) => `(${each})`).join(' OR ');
  const [first] = order;
  const [firstBound] = bound;
  if (!first || firstBound === undefined || first.isNullable) return `(${condition})`;
  // The same as the first alternatives say, in a form that an index can begin at.
  return `${first.sql} ${first.isDescending ? '<=' : '>='} ${firstBound} AND (${condition})`;
}

function equalSql({ sql }: SearchOrder, bound: string | undefined): string {
  return bound === undefined ? `${sql} IS NULL` : `${sql} = ${bound}`;
}

function beyondSql({ sql, isDescending, isNullable }: SearchOrder, bound: string | undefined): string {
  if (bound === undefined) return 'false';
  const beyond = `${sql} ${isDescending ? '<' : '>'} ${bound}`;
  return isNullable ? `(${beyond} OR ${sql} IS NULL)` : beyond;
}
