import type { EntityManager } from 'typeorm';
import { decodePageToken, encodePageToken } from './page-token.ts';
import { filterSql, parseSearchFilter } from './search-filter.ts';
import { afterSql, orderSql, parseSearchOrder, type OrderValue } from './search-order.ts';
import type { Bind, SearchTable } from './search-table.ts';

export interface Search {
  /** MLflow's filter grammar. */
  readonly filter: string;
  /** `<field> [ASC|DESC]` each. */
  readonly orderBy: readonly string[];
  /** At least 1. */
  readonly limit: number;
  readonly pageToken?: string | undefined;
}

/** Conditions that hold whatever the user asks, such as the workspace; values are bound. */
export type Scope = (bind: Bind) => readonly string[];

export interface IdPage {
  /** In order, as text. */
  readonly ids: readonly string[];
  /** Absent on the last page. */
  readonly nextPageToken?: string;
}

/**
 * One page of the ids that a search finds; its caller loads what it shows of them. Never skips or repeats a row that stays.
 * `identity` is what else a token belongs to, e.g. the experiments asked. Throws Rejected for a bad filter, order or token.
 */
export async function searchIds(
  manager: EntityManager,
  table: SearchTable,
  search: Search,
  { scope, identity }: { readonly scope: Scope; readonly identity?: unknown },
): Promise<IdPage> {
  const { filter, orderBy, limit, pageToken } = search;
  const parameters: unknown[] = [];
  const bind: Bind = (value) => `$${parameters.push(value)}`;
  const order = parseSearchOrder(orderBy, table, bind);
  const parsed = parseSearchFilter(filter, table);
  const tokenOwner = [table.from, filter, orderBy, identity ?? null];
  const conditions = [
    ...scope(bind),
    ...(parsed ? [`(${filterSql(parsed, bind)})`] : []),
    ...(pageToken ? [afterSql(order, decodePageToken(pageToken, tokenOwner, order.length), bind)] : []),
  ];
  const columns = order.map(({ sql }, index) => `(${sql})::text AS o${index}`);
  const rows: unknown = await manager.query(
    `SELECT (${table.id})::text AS id, ${columns.join(', ')} FROM ${table.from}
     WHERE ${conditions.length > 0 ? conditions.join(' AND ') : 'true'}
     ORDER BY ${orderSql(order)} LIMIT ${bind(limit + 1)}`,
    parameters,
  );
  const found = Array.isArray(rows) ? rows.map((row) => readRow(row, order.length)) : [];
  const page = found.slice(0, limit);
  const last = found.length > limit ? page.at(-1) : undefined;
  return {
    ids: page.map(({ id }) => id),
    ...(last && { nextPageToken: encodePageToken(last.values, tokenOwner) }),
  };
}

function readRow(row: unknown, width: number): { readonly id: string; readonly values: OrderValue[] } {
  const text = (name: string): OrderValue => {
    const value: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, name) : null;
    return typeof value === 'string' ? value : null;
  };
  return { id: text('id') ?? '', values: Array.from({ length: width }, (_, index) => text(`o${index}`)) };
}

/** `loaded` in the order of `ids`; those gone meanwhile are left out. */
export function inOrderOf<Row>(
  ids: readonly string[],
  loaded: readonly Row[],
  idOf: (row: Row) => string,
): Row[] {
  const byId = new Map(loaded.map((row) => [idOf(row), row]));
  return ids.map((id) => byId.get(id)).filter((row) => row !== undefined);
}
