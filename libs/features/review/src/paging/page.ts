import { Rejected } from '@millrace/domain';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { decodePageToken, encodePageToken } from '@millrace/service-kit';

export interface PageRequest {
  readonly limit: number;
  /** `next` of the page before. */
  readonly pageToken?: string | undefined;
}

export interface Page<Row> {
  readonly rows: readonly Row[];
  /** Absent on the last page. */
  readonly next?: string;
}

const MOST_RESULTS = 50_000;

/** Throws Rejected beyond 1 to 50000. */
export function checkLimit(limit: number): void {
  if (Number.isInteger(limit) && limit >= 1 && limit <= MOST_RESULTS) return;
  throw new Rejected(
    `Invalid value ${limit} for parameter 'max_results' supplied: it must be between 1 and ${MOST_RESULTS}.`,
  );
}

interface Dated {
  readonly creationTime: number;
}

/** The newest first, then by the column `id`, in an order that never skips or repeats a row. */
export async function readNewest<Row extends ObjectLiteral & Dated>(
  query: SelectQueryBuilder<Row>,
  { limit, pageToken }: PageRequest,
  { search, id }: { readonly search: readonly unknown[]; readonly id: keyof Row & string },
): Promise<Page<Row>> {
  checkLimit(limit);
  const { alias } = query;
  if (pageToken) {
    const [time, after] = decodePageToken(pageToken, search, [0, ''] as const);
    query.andWhere(
      `(${alias}.creationTime < :time OR (${alias}.creationTime = :time AND ${alias}.${id} > :after))`,
      { time, after },
    );
  }
  const found = await query
    .orderBy(`${alias}.creationTime`, 'DESC')
    .addOrderBy(`${alias}.${id}`, 'ASC')
    .take(limit + 1)
    .getMany();
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  if (found.length <= limit || !last) return { rows };
  return { rows, next: encodePageToken(search, [last.creationTime, String(last[id])]) };
}
