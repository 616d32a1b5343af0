import { Injectable } from '@nestjs/common';
import { ExperimentDirectory, parseExperimentId } from '@millrace/access';
import { Rejected } from '@millrace/domain';
import type { TracePage } from '@millrace/ports';
import { allOf, type ListTracesQuery } from './list-traces-query.ts';
import { parseTraceOrder, splitOrder } from './trace-order.ts';
import { TracesService } from './traces.service.ts';

/** Lists of traces as `/api/v1` asks for them. */
@Injectable()
export class TraceListService {
  constructor(
    private readonly traces: TracesService,
    private readonly directory: ExperimentDirectory,
  ) {}

  async list(workspaceId: string, query: ListTracesQuery): Promise<TracePage> {
    const filter = allOf(query.filters);
    return this.traces.search({
      workspaceId,
      experimentIds: await this.chooseExperiments(workspaceId, query.experiment_id),
      order: parseTraceOrder(splitOrder(query.order_by)),
      limit: query.limit,
      ...(filter && { filter }),
      ...(query.from !== undefined && { fromUnixNano: query.from }),
      ...(query.to !== undefined && { toUnixNano: query.to }),
      ...(query.page_token !== undefined && { after: query.page_token }),
    });
  }

  /** Named ones need no registry: of an unknown experiment there are no traces. */
  private async chooseExperiments(workspaceId: string, wanted: readonly string[] | undefined) {
    if (!wanted) return (await this.directory.list(workspaceId)).map(({ id }) => id);
    return wanted.map((text) => {
      const id = parseExperimentId(text);
      if (id === undefined) throw new Rejected(`experiment_id: '${text}' is not the id of an experiment`);
      return id;
    });
  }
}
