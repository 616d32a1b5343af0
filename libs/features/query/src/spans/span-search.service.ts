import { Injectable, type StreamableFile } from '@nestjs/common';
import { parseSpanSearch } from '@millrace/domain';
import {
  TableExport,
  TraceReader,
  type FoundSpanPage,
  type ResultFormat,
  type SpanSearch,
} from '@millrace/ports';
import { ExperimentChoice } from '@millrace/trace-access';
import { pageOf, rowsOf } from '../tables/list-fields.ts';
import { tableFile } from '../tables/table-response.ts';
import { USUAL_SPANS, type SearchSpansQuery } from './span-search.dto.ts';

/** Searches of spans as `/api/v1` asks for them. Throws Rejected, Unavailable. */
@Injectable()
export class SpanSearchService {
  constructor(
    private readonly reader: TraceReader,
    private readonly experiments: ExperimentChoice,
    private readonly tables: TableExport,
  ) {}

  async list(workspaceId: string, query: SearchSpansQuery): Promise<FoundSpanPage> {
    const search = await this.searchOf(workspaceId, query);
    return this.reader.searchSpans({ ...search, ...pageOf(query, USUAL_SPANS) });
  }

  /** The newest ones, or without a limit all in no order. */
  async table(workspaceId: string, query: SearchSpansQuery, format: ResultFormat): Promise<StreamableFile> {
    const search = await this.searchOf(workspaceId, query);
    return tableFile(await this.tables.spans({ ...search, ...rowsOf(query) }, format), format);
  }

  private async searchOf(
    workspaceId: string,
    query: SearchSpansQuery,
  ): Promise<Omit<SpanSearch, 'limit' | 'after'>> {
    const filter = parseSpanSearch(query.filter);
    return {
      workspaceId,
      experimentIds: await this.experiments.choose(workspaceId, query.experiment_id),
      ...(filter && { filter }),
      ...(query.from !== undefined && { fromUnixNano: query.from }),
      ...(query.to !== undefined && { toUnixNano: query.to }),
    };
  }
}
