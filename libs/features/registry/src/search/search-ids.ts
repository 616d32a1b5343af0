import type { EntityManager } from 'typeorm';
import type { PlainFilter } from '@millrace/domain';
import { decodePageToken, encodePageToken } from './page-token.ts';
import { candidatesSql, findCandidates, type Candidates } from './search-candidates.ts';
import { filterSql, parseSearchFilter, type SearchField } from './search-filter.ts';
import { afterSql, orderSql, parseSearchOrder, type OrderValue } from './search-order.ts';
import { partsOf, placePart, type SearchPart } from './search-parts.ts';
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

/** Where a search looks. */
export interface SearchPlace {
  readonly scope: Scope;
  /** What else a page token belongs to, e.g. the experiments asked. */
  readonly identity?: unknown;
  /** What collections with an `owner` are parted by: all that `scope` lets through. */
  readonly partitions?: readonly unknown[];
}

/**
 * One page of the ids that a search finds; its caller loads what it shows of them. Never skips or repeats a row that stays.
 * Throws Rejected for a bad filter, order or token.
 */
export async function searchIds(
  manager: EntityManager,
  table: SearchTable,
  search: Search,
  { scope, identity, partitions }: SearchPlace,
): Promise<IdPage> {
  const { filter, orderBy, limit, pageToken } = search;
  const tokenOwner = [table.from, filter, orderBy, identity ?? null];
  const order = parseSearchOrder(orderBy, table, () => '');
  const after = pageToken ? decodePageToken(pageToken, tokenOwner, order.length) : undefined;
  const parsed = parseSearchFilter(filter, table);
  const candidates = await findCandidates(manager, parsed, partitions);
  const asked = { orderBy, limit, parsed, scope, candidates };
  const found: FoundRow[] = [];
  for (const part of partsOf(order, after)) {
    if (found.length <= limit) found.push(...(await findPart(manager, table, asked, part)));
  }
  const page = found.slice(0, limit);
  const last = found.length > limit ? page.at(-1) : undefined;
  return {
    ids: page.map(({ id }) => id),
    ...(last && { nextPageToken: encodePageToken(last.values, tokenOwner) }),
  };
}

interface AskedSearch extends Pick<Search, 'orderBy' | 'limit'> {
  readonly parsed: PlainFilter<SearchField> | undefined;
  readonly scope: Scope;
  readonly candidates: Candidates | undefined;
}

interface FoundRow {
  readonly id: string;
  readonly values: readonly OrderValue[];
}

async function findPart(
  manager: EntityManager,
  table: SearchTable,
  { parsed, orderBy, limit, scope, candidates }: AskedSearch,
  part: SearchPart,
): Promise<FoundRow[]> {
  const parameters: unknown[] = [];
  const bind: Bind = (value) => `$${parameters.push(value)}`;
  const { from, order, conditions, known } = placePart(part, { table, orderBy, filter: parsed }, bind);
  const columns = order.map(({ sql }, index) => `(${sql})::text AS o${index}`);
  const where = [
    ...scope(bind),
    ...conditions,
    ...(candidates ? [candidatesSql(table, candidates, bind)] : []),
    ...(parsed ? [`(${filterSql(parsed, bind, candidates?.comparison)})`] : []),
    ...(part.after ? [afterSql(order, part.after.slice(known.length), bind)] : []),
  ];
  const rows: unknown = await manager.query(
    `SELECT (${table.id})::text AS id, ${columns.join(', ')} FROM ${from}
     WHERE ${where.length > 0 ? where.join(' AND ') : 'true'}
     ORDER BY ${orderSql(order)} LIMIT ${bind(limit + 1)}`,
    parameters,
  );
  const found = Array.isArray(rows) ? rows.map((row) => readRow(row, order.length)) : [];
  return found.map(({ id, values }) => ({ id, values: [...known, ...values] }));
}

function readRow(row: unknown, width: number): FoundRow {
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
