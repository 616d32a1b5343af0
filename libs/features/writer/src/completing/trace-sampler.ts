import { Injectable } from '@nestjs/common';
import { SamplingDirectory, SamplingLedger, type SamplingRules } from '@millrace/access';
import { keepsTrace, SAMPLED_OUT_KEY, type TraceRow } from '@millrace/domain';
import { encodeEntriesRecord, logKey, SpanLog, SpanStore } from '@millrace/ports';
import type { WrittenTrace } from '../storing/batch-writer.service.ts';
import { WriterMetrics } from '../writer-metrics.ts';

/** Withdraws complete traces that the sampling rule of their experiment does not keep (docs/adr/0011). */
@Injectable()
export class TraceSampler {
  constructor(
    private readonly log: SpanLog,
    private readonly store: SpanStore,
    private readonly sampling: SamplingDirectory,
    private readonly ledger: SamplingLedger,
    private readonly metrics: WriterMetrics,
  ) {}

  /** Never throws. */
  rules(): SamplingRules | Promise<SamplingRules> {
    return this.sampling.rules();
  }

  isKept(row: TraceRow, rules: SamplingRules): boolean {
    const rule = rules.get(row.experimentId);
    return rule === undefined || keepsTrace(rule, row);
  }

  /**
   * Puts the withdrawal of traces into the log, behind everything that was said of them before. Those that were announced as
   * complete at some time stay, and are returned: that was their decision. Throws Unavailable.
   */
  async withdraw(rows: readonly TraceRow[]): Promise<readonly TraceRow[]> {
    if (rows.length === 0) return [];
    const stored = await this.store.loadTraces(rows);
    const announced = new Set(
      stored
        .filter(({ entries }) => entries.some(({ kind }) => kind === 'completion'))
        .map(({ workspaceId, traceId }) => logKey(workspaceId, traceId)),
    );
    const isAnnounced = ({ workspaceId, traceId }: TraceRow) => announced.has(logKey(workspaceId, traceId));
    await this.log.append(
      rows
        .filter((row) => !isAnnounced(row))
        .map(({ workspaceId, experimentId, traceId }) => ({
          key: logKey(workspaceId, traceId),
          value: encodeEntriesRecord({ workspaceId, experimentId, traceId, receivedAt: Date.now() }, [
            { kind: 'deletion', key: SAMPLED_OUT_KEY, value: 'sampled out' },
          ]),
        })),
    );
    return rows.filter(isAnnounced);
  }

  /** Counts what stored batches have withdrawn: traces, their spans, and spans that came later. */
  note(written: readonly WrittenTrace[]): void {
    for (const { sampledOut } of written) {
      if (!sampledOut) continue;
      this.ledger.noteDropped(sampledOut.experimentId, sampledOut.traces, sampledOut.spans);
      this.metrics.sampledOut(sampledOut.traces, sampledOut.spans);
    }
  }
}
