import { Injectable } from '@nestjs/common';
import { PriceDirectory } from '@millrace/access';
import { type PriceOverride, type TraceRow } from '@millrace/domain';
import {
  encodeRepriceRecord,
  logKey,
  READ_BARRIER_MS,
  SpanLog,
  TraceReader,
  type LogRecord,
} from '@millrace/ports';
import { overridesFor } from '@millrace/prices';
import { ExperimentChoice } from '@millrace/trace-access';

const NANOS_PER_MS = 1_000_000n;
const TRACES_AN_APPEND = 500;

export interface RepriceRequest {
  readonly experimentId?: string | undefined;
  readonly fromMs?: number | undefined;
  readonly toMs?: number | undefined;
  readonly limit: number;
  readonly after?: string | undefined;
}

export interface RepricedPage {
  readonly traces: number;
  /** Request time of the last trace of the page. */
  readonly reachedMs?: number;
  readonly next?: string;
}

/**
 * Has the costs of stored spans derived anew: by the table of the writer that does it, and the prices that the workspace has set
 * by now. One record of the log for each trace, so that its one writer does it in order with whatever else happens to the
 * trace; a page at a time, so that a caller may stop, go on and see how far it is. Throws Unavailable, Rejected.
 */
@Injectable()
export class RepriceService {
  constructor(
    private readonly reader: TraceReader,
    private readonly log: SpanLog,
    private readonly prices: PriceDirectory,
    private readonly experiments: ExperimentChoice,
  ) {}

  async repricePage(workspaceId: string, request: RepriceRequest): Promise<RepricedPage> {
    const overrides = await this.prices.readOverrides(workspaceId);
    const { fromMs, toMs, limit, after } = request;
    // What was acknowledged is history too. What comes later has the new prices anyway.
    if (after === undefined) await this.log.barrier({ timeoutMs: READ_BARRIER_MS });
    const page = await this.reader.searchTraces({
      workspaceId,
      experimentIds: await this.experiments.choose(
        workspaceId,
        request.experimentId === undefined ? undefined : [request.experimentId],
      ),
      order: [],
      limit,
      ...(fromMs !== undefined && { fromUnixNano: BigInt(fromMs) * NANOS_PER_MS }),
      ...(toMs !== undefined && { toUnixNano: BigInt(toMs) * NANOS_PER_MS }),
      ...(after !== undefined && { after }),
    });
    for (let start = 0; start < page.traces.length; start += TRACES_AN_APPEND) {
      const some = page.traces.slice(start, start + TRACES_AN_APPEND);
      await this.log.append(some.map((trace) => repriceRecord(trace, overrides)));
    }
    const last = page.traces.at(-1);
    return {
      traces: page.traces.length,
      ...(last && { reachedMs: Number(last.requestTimeUnixNano / NANOS_PER_MS) }),
      ...(page.next !== undefined && { next: page.next }),
    };
  }
}

function repriceRecord(trace: TraceRow, overrides: readonly PriceOverride[]): LogRecord {
  const { workspaceId, experimentId, traceId, models } = trace;
  const header = { workspaceId, experimentId, traceId, receivedAt: Date.now() };
  return {
    key: logKey(workspaceId, traceId),
    value: encodeRepriceRecord(header, overridesFor(models, overrides)),
  };
}
