import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { parseExperimentId } from '@millrace/access';
import { parseFilter, Rejected, type TraceRow } from '@millrace/domain';
import { logKey, type TracePage } from '@millrace/ports';
import { checkLimit, mapBounded } from '@millrace/service-kit';
import { TracesService } from '@millrace/trace-access';
import { FreshnessService } from '../freshness/freshness.service.ts';
import { parseTraceId } from '../traces/trace-id.ts';
import { parseTraceOrder } from '../traces/trace-order.ts';
import { spanDocument } from './artifacts/span-document.ts';
import type { SearchTracesMessage } from './mlflow-traces.dto.ts';
import { spanJson } from './span-json.ts';
import { toTraceInfo, type MlflowTraceInfo } from './trace-info.ts';

const MOST_RESULTS = 500;
const PARALLEL_TRACES = 4;
const PATIENCE_MS = 2000;
const POLL_MS = 200;
const SIZE_STATS = 'mlflow.trace.sizeStats';

/** A search of either version. */
interface TraceSearchMessage extends Omit<SearchTracesMessage, 'locations'> {
  readonly experimentIds: readonly string[];
}

/** Traces in MLflow's words. */
@Injectable()
export class MlflowTracesService {
  constructor(
    private readonly traces: TracesService,
    private readonly freshness: FreshnessService,
  ) {}

  async search(workspaceId: string, message: SearchTracesMessage) {
    const experimentIds = message.locations.map(
      ({ mlflow_experiment }) => mlflow_experiment?.experiment_id ?? '',
    );
    const { traces, next } = await this.page(workspaceId, { ...message, experimentIds });
    return {
      ...(traces.length > 0 && { traces: traces.map(toTraceInfo) }),
      ...(next !== undefined && { next_page_token: next }),
    };
  }

  /** Of experiments that don't exist there is nothing. Throws Rejected for a bad filter, order or token. */
  async page(workspaceId: string, search: TraceSearchMessage): Promise<TracePage> {
    const { filter: text, max_results: limit, order_by: orderBy, page_token: after } = search;
    checkLimit(limit, MOST_RESULTS);
    const order = parseTraceOrder(orderBy);
    const filter = parseFilter(text);
    const experimentIds = search.experimentIds.map(parseExperimentId).filter((id) => id !== undefined);
    if (experimentIds.length === 0) return { traces: [] };
    return this.traces.search({
      workspaceId,
      experimentIds,
      order,
      limit,
      ...(filter && { filter }),
      ...(after !== '' && { after }),
    });
  }

  /** Throws Rejected('not-found'). */
  async row(workspaceId: string, id: string): Promise<TraceRow> {
    const traceId = parseTraceId(id);
    if (traceId === undefined) throw new Rejected(`Trace with ID '${id}' not found.`, 'not-found');
    return this.traces.get(workspaceId, traceId);
  }

  /** Those that exist. */
  rows(workspaceId: string, ids: readonly string[]): Promise<TraceRow[]> {
    return this.traces.find(
      workspaceId,
      ids.map(parseTraceId).filter((id) => id !== undefined),
    );
  }

  async infos(workspaceId: string, ids: readonly string[]): Promise<MlflowTraceInfo[]> {
    return (await this.rows(workspaceId, ids)).map(toTraceInfo);
  }

  /** JSON text of a trace with its spans. Unless partial ones will do, waits a little for one still arriving. */
  async traceJson(workspaceId: string, id: string, isPartialAllowed: boolean): Promise<string> {
    const row = isPartialAllowed ? await this.row(workspaceId, id) : await this.completeRow(workspaceId, id);
    return this.wholeJson(row);
  }

  /** JSON texts of those that exist and are complete. */
  async completeJsons(workspaceId: string, ids: readonly string[]): Promise<string[]> {
    const rows = await this.rows(workspaceId, ids);
    return mapBounded(rows.filter(isComplete), PARALLEL_TRACES, (row) => this.wholeJson(row));
  }

  /** JSON text of the document of its spans. Throws Rejected('not-found'). */
  async documentJson(workspaceId: string, id: string): Promise<string> {
    return spanDocument(await this.traces.readWhole(await this.row(workspaceId, id)));
  }

  private async completeRow(workspaceId: string, id: string): Promise<TraceRow> {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const row = await this.row(workspaceId, id);
      if (isComplete(row)) return row;
      if (Date.now() >= deadline) {
        throw new Rejected(
          `Trace with ID ${id} is not fully exported yet; its spans are missing.`,
          'not-found',
        );
      }
      await sleep(POLL_MS);
      await this.freshness.waitComplete(logKey(workspaceId, row.traceId));
    }
  }

  private async wholeJson(row: TraceRow): Promise<string> {
    const spans = await this.traces.readWhole(row);
    const spanField = spans.length === 0 ? '' : `,"spans":[${spans.map(spanJson).join(',')}]`;
    return `{"trace_info":${JSON.stringify(toTraceInfo(row))}${spanField}}`;
  }
}

/** It has a root, and as many spans as the client said. */
function isComplete(row: TraceRow): boolean {
  return row.rootSpanId !== undefined && row.spanCount >= expectedSpans(row.metadata.get(SIZE_STATS));
}

function expectedSpans(sizeStats: string | undefined): number {
  try {
    const parsed: unknown = JSON.parse(sizeStats ?? '{}');
    const count: unknown = typeof parsed === 'object' && parsed ? Reflect.get(parsed, 'num_spans') : 0;
    return typeof count === 'number' ? count : 0;
  } catch {
    // Not the client's own metadata: it expects nothing.
    return 0;
  }
}
