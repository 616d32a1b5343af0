import { Injectable, type StreamableFile } from '@nestjs/common';
import { TableExport, type ResultFormat, type TracePage, type TraceSearch } from '@millrace/ports';
import { ExperimentChoice, TracesService } from '@millrace/trace-access';
import { pageOf, rowsOf } from '../tables/list-fields.ts';
import { tableFile } from '../tables/table-response.ts';
import { allOf, USUAL_TRACES, type ListTracesQuery } from './list-traces-query.ts';
import { parseTraceOrder, splitOrder } from './trace-order.ts';

type Found = Omit<TraceSearch, 'limit' | 'after' | 'order'>;

/** Lists of traces as `/api/v1` asks for them. */
@Injectable()
export class TraceListService {
  constructor(
    private readonly traces: TracesService,
    private readonly experiments: ExperimentChoice,
    private readonly tables: TableExport,
  ) {}

  async list(workspaceId: string, query: ListTracesQuery): Promise<TracePage> {
    const order = parseTraceOrder(splitOrder(query.order_by));
    const search = await this.searchOf(workspaceId, query);
    return this.traces.search({ ...search, order, ...pageOf(query, USUAL_TRACES) });
  }

  /** The first ones of the list, or without a limit all in no order. */
  async table(workspaceId: string, query: ListTracesQuery, format: ResultFormat): Promise<StreamableFile> {
    const order = parseTraceOrder(splitOrder(query.order_by));
    const search = await this.searchOf(workspaceId, query);
    return tableFile(await this.tables.traces({ ...search, order, ...rowsOf(query) }, format), format);
  }

  private async searchOf(
    workspaceId: string,
    query: Pick<ListTracesQuery, 'experiment_id' | 'filters' | 'leavesOutJudgeTraces' | 'from' | 'to'>,
  ): Promise<Found> {
    const filter = allOf(query.filters);
    return {
      workspaceId,
      experimentIds: await this.experiments.choose(workspaceId, query.experiment_id),
      ...(filter && { filter }),
      leavesOutJudgeTraces: query.leavesOutJudgeTraces,
      ...(query.from !== undefined && { fromUnixNano: query.from }),
      ...(query.to !== undefined && { toUnixNano: query.to }),
    };
  }
}
