import { Injectable } from '@nestjs/common';
import type { TraceRow } from '@millrace/domain';
import type { EntryChange, TracePage } from '@millrace/ports';
import { TraceChangesService, TracesService } from '@millrace/trace-access';
import { checkTraceTag } from './check-trace-tag.ts';
import { parseListTracesQuery } from './list-traces-query.ts';
import { requireTraceId } from './trace-id.ts';
import type { DeleteTracesBody, TagTracesBody } from './trace-changes.dto.ts';
import { TraceListService } from './trace-list.service.ts';

/** Of a request by filter: as many as are read, and appended to the log, in one go. */
const PAGE = 500;

/** How far a change of several traces has come. */
export interface SelectionChange {
  readonly count: number;
  /** Where the next request goes on; absent when all is done. */
  readonly next: string | undefined;
}

type Selection = DeleteTracesBody;

/** Changes many traces by one request: those named, or page by page those of a filter. Throws Rejected, Unavailable. */
@Injectable()
export class SelectedTracesService {
  constructor(
    private readonly traces: TracesService,
    private readonly lists: TraceListService,
    private readonly changes: TraceChangesService,
  ) {}

  async delete(workspaceId: string, selection: Selection): Promise<SelectionChange> {
    const { traces, next } = await this.select(workspaceId, selection);
    await this.changes.delete(traces);
    return { count: traces.length, next };
  }

  async tag(workspaceId: string, { tags, ...selection }: TagTracesBody): Promise<SelectionChange> {
    const entries = Object.entries(tags).map(([key, value]): EntryChange => {
      checkTraceTag(key, value ?? '');
      return { kind: 'tag', key, ...(value !== null && { value }) };
    });
    const { traces, next } = await this.select(workspaceId, selection);
    await this.changes.change(traces, entries);
    return { count: traces.length, next };
  }

  private async select(
    workspaceId: string,
    selection: Selection,
  ): Promise<{ readonly traces: readonly TraceRow[]; readonly next: string | undefined }> {
    if (selection.trace_ids !== undefined) {
      const ids = selection.trace_ids.map(requireTraceId);
      return { traces: await this.traces.find(workspaceId, ids), next: undefined };
    }
    const { traces, next } = await this.page(workspaceId, selection);
    return { traces, next };
  }

  private page(workspaceId: string, selection: Selection): Promise<TracePage> {
    const { experiment_id, filter, from, to, page_token } = selection;
    const query = parseListTracesQuery({ experiment_id, filter, limit: PAGE });
    return this.lists.list(workspaceId, { ...query, from, to, page_token });
  }
}
