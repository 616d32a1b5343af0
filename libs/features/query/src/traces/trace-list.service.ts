import { Injectable } from '@nestjs/common';
import type { TracePage } from '@millrace/ports';
import { ExperimentChoice } from './experiment-choice.ts';
import { allOf, type ListTracesQuery } from './list-traces-query.ts';
import { parseTraceOrder, splitOrder } from './trace-order.ts';
import { TracesService } from './traces.service.ts';

/** Lists of traces as `/api/v1` asks for them. */
@Injectable()
export class TraceListService {
  constructor(
    private readonly traces: TracesService,
    private readonly experiments: ExperimentChoice,
  ) {}

  async list(workspaceId: string, query: ListTracesQuery): Promise<TracePage> {
    const filter = allOf(query.filters);
    return this.traces.search({
      workspaceId,
      experimentIds: await this.experiments.choose(workspaceId, query.experiment_id),
      order: parseTraceOrder(splitOrder(query.order_by)),
      limit: query.limit,
      ...(filter && { filter }),
      ...(query.from !== undefined && { fromUnixNano: query.from }),
      ...(query.to !== undefined && { toUnixNano: query.to }),
      ...(query.page_token !== undefined && { after: query.page_token }),
    });
  }
}
