import { Injectable } from '@nestjs/common';
import { Rejected, type Filter, type TraceRow } from '@millrace/domain';
import { READ_BARRIER_MS, SpanLog } from '@millrace/ports';
import { TracesService } from '@millrace/trace-access';
import { verdictsOf } from '../trace-verdicts.ts';
import type { SideSearch } from './comparison-sides.ts';
import { digestInputs } from './digest-inputs.ts';
import type { SideTrace } from './pair-traces.ts';

/** On each side of a comparison. */
export const MOST_TRACES = 10_000;
/** Whole inputs of so many pass through memory at once. */
const TRACES_PER_PAGE = 500;
/** Judges leave traces of their own. */
const SCORER_KEY = 'mlflow.trace.sourceScorer';

/** Where traces are searched. */
export interface TraceScope {
  readonly workspaceId: string;
  readonly experimentId: number;
  readonly fromUnixNano?: bigint | undefined;
  readonly toUnixNano?: bigint | undefined;
}

/** Reads all traces of a side, with what they were asked. Throws Rejected beyond the limit, Unavailable. */
@Injectable()
export class SideTraces {
  constructor(
    private readonly log: SpanLog,
    private readonly traces: TracesService,
  ) {}

  async read(scope: TraceScope, { filter, runId }: SideSearch, side: string): Promise<SideTrace[]> {
    const found: SideTrace[] = [];
    for await (const page of this.pages(scope, filter, side)) {
      const inputs = await this.traces.readRootInputs(page);
      for (const row of page) {
        const text = inputs.get(row.traceId) ?? row.requestPreview;
        const verdicts = verdictsOf(row, { runId });
        found.push({
          row,
          inputsDigest: text === undefined ? undefined : digestInputs(text),
          verdicts: new Map(verdicts.map((verdict) => [verdict.name, verdict])),
        });
      }
    }
    return found;
  }

  /** The newest first, without traces of judges. */
  async *pages(scope: TraceScope, filter: Filter | undefined, what: string): AsyncGenerator<TraceRow[]> {
    const { workspaceId, experimentId, fromUnixNano, toUnixNano } = scope;
    // Verdicts that were told just now count.
    await this.log.barrier({ timeoutMs: READ_BARRIER_MS });
    let after: string | undefined;
    let count = 0;
    do {
      const page = await this.traces.search({
        workspaceId,
        experimentIds: [experimentId],
        ...(filter && { filter }),
        ...(fromUnixNano !== undefined && { fromUnixNano }),
        ...(toUnixNano !== undefined && { toUnixNano }),
        order: [],
        limit: TRACES_PER_PAGE,
        ...(after !== undefined && { after }),
      });
      const own = page.traces.filter(
        ({ tags, metadata }) => !tags.has(SCORER_KEY) && !metadata.has(SCORER_KEY),
      );
      count += own.length;
      if (count > MOST_TRACES) {
        throw new Rejected(
          `${what} has more than ${MOST_TRACES} traces: narrow it down with a filter or by time.`,
        );
      }
      yield own;
      after = page.next;
    } while (after !== undefined);
  }
}
