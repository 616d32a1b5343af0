import type { Filter } from '@millrace/domain';
import type { FilterPair } from '@millrace/ports';
import { filterSql } from '../filter-sql.ts';
import { SqlParams } from '../sql-params.ts';
import { rowsWithin, scopeOf, type TableStatement } from '../tables.ts';

/** How many traces two filters take, in one pass. */
export function countBothStatement(pair: FilterPair, payloadKeys: ReadonlySet<string>): TableStatement {
  const params = new SqlParams();
  const condition = (filter: Filter | undefined) =>
    filter ? filterSql(filter, { params, payloadKeys }) : '1';
  return {
    sql: `
SELECT count() AS total, countIf(is_first) AS first, countIf(is_second) AS second, countIf(is_first AND is_second) AS both
FROM (
  SELECT toUInt8(${condition(pair.first)}) AS is_first, toUInt8(${condition(pair.second)}) AS is_second
  FROM ${rowsWithin('traces', 'request_time')}
    AND ${condition(pair.base)})`,
    params: { ...params.values, ...scopeOf(pair) },
  };
}
