import { Injectable } from '@nestjs/common';
import type { Filter, TraceRow } from '@millrace/domain';
import { TraceReader } from '@millrace/ports';

/** Whether a stored trace meets a filter, by the search that answers it everywhere. */
@Injectable()
export class FilterMatch {
  constructor(private readonly reader: TraceReader) {}

  /** Those of the filters that it meets; each different one is asked once. Throws Unavailable, Rejected. */
  async matching<T extends { readonly filter: Filter | undefined }>(
    row: TraceRow,
    choices: readonly T[],
  ): Promise<readonly T[]> {
    const answers = new Map<string, boolean>();
    for (const { filter } of choices) {
      const key = JSON.stringify(filter);
      if (!answers.has(key)) answers.set(key, filter === undefined || (await this.meets(row, filter)));
    }
    return choices.filter(({ filter }) => answers.get(JSON.stringify(filter)));
  }

  /** Bounded to the trace's own moment and id, so that it reads next to nothing. */
  private async meets(row: TraceRow, filter: Filter): Promise<boolean> {
    const { traces } = await this.reader.searchTraces({
      workspaceId: row.workspaceId,
      experimentIds: [row.experimentId],
      filter: { kind: 'and', operands: [filter, isTrace(row.traceId)] },
      fromUnixNano: row.requestTimeUnixNano,
      toUnixNano: row.requestTimeUnixNano + 1n,
      order: [],
      limit: 1,
    });
    return traces.length > 0;
  }
}

function isTrace(traceId: string): Filter {
  return {
    kind: 'comparison',
    field: { entity: 'trace', key: 'request_id' },
    comparator: '=',
    value: `tr-${traceId}`,
    range: { start: 0, end: 0 },
  };
}
