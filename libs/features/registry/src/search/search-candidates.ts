import type { EntityManager } from 'typeorm';
import type { Comparison, PlainFilter } from '@millrace/domain';
import { valueComparisonSql, type SearchField } from './search-filter.ts';
import type { Bind, SearchCollection, SearchTable } from './search-table.ts';

/** A comparison that few rows can meet: they are looked up through its index, and the search goes over them alone. */
export interface Candidates {
  readonly comparison: Comparison<SearchField>;
  readonly collection: SearchCollection;
  readonly key: string;
  /** What the index begins with. */
  readonly partitions: readonly unknown[];
}

/** As many are read and sorted in less time than a search in the order of an index takes to find a page of one in a hundred. */
const MOST_CANDIDATES = 10_000;
const RANGES: readonly string[] = ['=', '<', '<=', '>', '>='];
const EQUALITIES: readonly string[] = ['=', 'IN'];

/**
 * The first of the conditions of a filter that at most 10,000 rows meet; undefined if there is none. PostgreSQL can't tell by itself:
 * it knows how values are spread, but not those of each key.
 */
export async function findCandidates(
  manager: EntityManager,
  filter: PlainFilter<SearchField> | undefined,
  partitions: readonly unknown[] | undefined,
): Promise<Candidates | undefined> {
  const conditions = partitions ? indexedConditions(filter, partitions) : [];
  if (conditions.length === 0) return undefined;
  return manager.transaction(async (transaction) => {
    // What looks common by the values of all keys would be searched for by reading the whole table.
    await transaction.query('SET LOCAL enable_seqscan = off');
    for (const candidates of conditions) {
      if ((await countSome(transaction, candidates)) <= MOST_CANDIDATES) return candidates;
    }
    return undefined;
  });
}

/** How many there are, up to one more than may be. */
async function countSome(manager: EntityManager, candidates: Candidates): Promise<number> {
  const parameters: unknown[] = [];
  const select = selectSql(candidates, '1', (value) => `$${parameters.push(value)}`);
  const [found] = await manager.query<{ readonly count: number }[]>(
    `SELECT count(*)::integer AS count FROM (${select} LIMIT ${MOST_CANDIDATES + 1}) AS found`,
    parameters,
  );
  return found?.count ?? 0;
}

/** The condition that a row is one of the candidates. */
export function candidatesSql(table: SearchTable, candidates: Candidates, bind: Bind): string {
  const id = candidates.collection.owner?.id ?? '';
  return `${table.id} = ANY(ARRAY(${selectSql(candidates, id, bind)}))`;
}

function selectSql(
  { comparison, collection, key, partitions }: Candidates,
  columns: string,
  bind: Bind,
): string {
  const partition = collection.owner?.partition ?? '';
  const chosen = partitions.length === 1 ? `= ${bind(partitions[0])}` : `= ANY(${bind(partitions)})`;
  return `SELECT ${columns} FROM ${collection.from} WHERE ${partition} ${chosen}
    AND ${collection.key} = ${bind(key)} AND ${valueComparisonSql(collection, comparison, bind)}`;
}

/** Conditions that every row found meets, and that an index answers. */
function indexedConditions(
  filter: PlainFilter<SearchField> | undefined,
  partitions: readonly unknown[],
): Candidates[] {
  if (filter?.kind === 'and') return filter.operands.flatMap((each) => indexedConditions(each, partitions));
  if (filter?.kind !== 'comparison' || filter.field.kind !== 'collection') return [];
  const { collection, key } = filter.field;
  const comparators = collection.kind === 'number' ? RANGES : EQUALITIES;
  const hasIndex = collection.isIndexed === true || collection.indexedCharacters !== undefined;
  if (!collection.owner || !hasIndex || !comparators.includes(filter.comparator)) return [];
  return [{ comparison: filter, collection, key, partitions }];
}
