import { Injectable } from '@nestjs/common';
import { Unavailable, type TraceRow } from '@millrace/domain';
import { SpanLog, TraceAnalytics, TraceReader } from '@millrace/ports';

const WAIT_MS = 2000;
/** Of the issues of an experiment, those with the most traces. */
const MOST_ISSUES = 10_000;
/** Later than any trace. */
const END_OF_TIME = 2n ** 62n;

/** What the trace store knows of the traces under review, everything acknowledged before the question included. */
@Injectable()
export class StoredTraces {
  constructor(
    private readonly log: SpanLog,
    private readonly reader: TraceReader,
    private readonly analytics: TraceAnalytics,
  ) {}

  /** Those that exist, by id. Throws Unavailable while one that is missing may still arrive. */
  async find(workspaceId: string, traceIds: readonly string[]): Promise<ReadonlyMap<string, TraceRow>> {
    const { isComplete } = await this.log.barrier({ timeoutMs: WAIT_MS });
    const rows = await this.reader.findTraces(workspaceId, traceIds);
    const found = new Map(rows.map((row) => [row.traceId, row]));
    if (!isComplete && traceIds.some((id) => !found.has(id))) {
      throw new Unavailable('Some of the traces may still be on their way: try again soon.');
    }
    return found;
  }

  /** How many traces show each issue, by the issue's id. */
  async countByIssue(workspaceId: string, experimentIds: readonly number[]): Promise<Map<string, number>> {
    if (experimentIds.length === 0) return new Map();
    await this.log.barrier({ timeoutMs: WAIT_MS });
    const rows = await this.analytics.measure({
      workspaceId,
      experimentIds,
      view: 'assessments',
      fromUnixNano: 0n,
      toUnixNano: END_OF_TIME,
      assessment: { kind: 'issue' },
      measures: [{ of: 'traces', aggregate: 'sum' }],
      dimensions: [{ of: 'assessment_name' }],
      limit: MOST_ISSUES,
    });
    return new Map(rows.map(({ dimensions: [id], measures: [count] }) => [String(id), count ?? 0]));
  }
}
