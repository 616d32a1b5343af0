import type { PlainFilter } from '@millrace/domain';
import { valueComparisonSql, type SearchField } from './search-filter.ts';
import {
  orderItems,
  parseOrderItems,
  type OrderDriver,
  type OrderValue,
  type SearchOrder,
} from './search-order.ts';
import { joinSql, type Bind, type SearchTable } from './search-table.ts';

/**
 * A search in an order that begins with an indexed collection, such as a metric, goes in two parts: the rows that have a value,
 * found through the collection in the order of its index instead of looking up a value for every row first; then those without.
 */
export interface SearchPart {
  readonly kind: 'whole' | 'with value' | 'without value';
  readonly driver?: OrderDriver;
  readonly isDescending?: boolean;
  /** Where the page before ended, if that was in this part. */
  readonly after?: readonly OrderValue[] | undefined;
}

/** What is special about the statement of a part. */
export interface PlacedPart {
  readonly from: string;
  readonly order: readonly SearchOrder[];
  readonly conditions: readonly string[];
  /** Values that come first in the order and are the same for all rows. */
  readonly known: readonly OrderValue[];
}

/** The parts of a search that are still to be read, in turn. */
export function partsOf(
  [first]: readonly SearchOrder[],
  after: readonly OrderValue[] | undefined,
): SearchPart[] {
  if (!first?.driver) return [{ kind: 'whole', after }];
  const { driver, isDescending } = first;
  if (after?.[0] === null) return [{ kind: 'without value', driver, after }];
  return [
    { kind: 'with value', driver, isDescending, after },
    { kind: 'without value', driver },
  ];
}

export function placePart(
  { kind, driver, isDescending = false }: SearchPart,
  search: {
    readonly table: SearchTable;
    readonly orderBy: readonly string[];
    readonly filter: PlainFilter<SearchField> | undefined;
  },
  bind: Bind,
): PlacedPart {
  const { table, filter } = search;
  const items = orderItems(search.orderBy, table);
  if (kind === 'whole' || !driver) {
    return { from: table.from, order: parseOrderItems(items, table, bind), conditions: [], known: [] };
  }
  const rest = parseOrderItems(items.slice(1), table, bind);
  const { collection, key, sql } = driver;
  const join = `${joinSql(collection, bind)} AND ${collection.key} = ${bind(key)}`;
  if (kind === 'without value') {
    const missing = `NOT EXISTS (SELECT 1 FROM ${collection.from} WHERE ${join} AND ${sql} IS NOT NULL)`;
    return { from: table.from, order: rest, conditions: [missing], known: [null] };
  }
  return {
    from: `${table.from} JOIN ${collection.from} ON ${join}`,
    order: [{ sql, isDescending, isNullable: false }, ...rest],
    conditions: [`${sql} IS NOT NULL`, ...conditionsOn(driver, filter, bind)],
    known: [],
  };
}

/** What `filter` says of the very values that order the search: their index begins or ends there. */
function conditionsOn(
  driver: OrderDriver,
  filter: PlainFilter<SearchField> | undefined,
  bind: Bind,
): string[] {
  if (filter?.kind === 'and') return filter.operands.flatMap((each) => conditionsOn(driver, each, bind));
  if (filter?.kind !== 'comparison' || filter.field.kind !== 'collection') return [];
  const { collection, key } = filter.field;
  const isSame = collection === driver.collection && key === driver.key;
  return isSame && !filter.comparator.startsWith('IS') ? [valueComparisonSql(collection, filter, bind)] : [];
}
