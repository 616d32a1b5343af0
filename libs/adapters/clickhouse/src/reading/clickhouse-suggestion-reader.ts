import { SuggestionReader, type Suggestion, type SuggestionQuery } from '@millrace/ports';
import type { ClickHouseConnection } from '../connection/clickhouse-connection.ts';
import { suggestStatement } from '../queries/suggestions.ts';
import { searchedTimes } from './time-windows.ts';

/** Suggests from samples of ClickHouse rows (docs/adr/0012). */
export class ClickHouseSuggestionReader extends SuggestionReader {
  constructor(private readonly connection: ClickHouseConnection) {
    super();
  }

  override async suggest(query: SuggestionQuery): Promise<Suggestion[]> {
    if (query.experimentIds.length === 0) return [];
    const { sql, params } = suggestStatement(query);
    const rows = await this.connection.select<{ text: string; rows_with_it: string }>(sql, {
      ...params,
      ...searchedTimes(query),
    });
    return rows.map(({ text, rows_with_it }) => ({ value: text, count: Number(rows_with_it) }));
  }
}
