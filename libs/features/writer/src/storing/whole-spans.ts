import type { NormalSpan, SpanFacts } from '@millrace/domain';
import { SpanStore, type TraceKey } from '@millrace/ports';
import type { PendingBatch } from './pending-batch.ts';
import { keyInTrace, type SpanWithContent } from './span-with-content.ts';

/** Spans with their payloads: from the batch that brings them, else read back. */
export class WholeSpans {
  private readonly spans = new Map<string, NormalSpan>();

  private constructor() {}

  static async find(
    waiting: readonly SpanWithContent[],
    batch: PendingBatch,
    store: SpanStore,
  ): Promise<WholeSpans> {
    const whole = new WholeSpans();
    for (const { spans } of batch.prepared) whole.note(spans);
    const missing = waiting.filter(({ change, facts }) => !whole.get(change, facts));
    if (missing.length > 0) {
      whole.note(
        await store.loadSpans(
          missing.map(({ change: { workspaceId, traceId }, facts }) => {
            const { experimentId, startTimeUnixNano, spanId } = facts;
            return { workspaceId, traceId, experimentId, startTimeUnixNano, spanId };
          }),
        ),
      );
    }
    return whole;
  }

  get(trace: TraceKey, { spanId, sequence }: SpanFacts): NormalSpan | undefined {
    return this.spans.get(keyInTrace(trace, `${spanId}/${sequence}`));
  }

  private note(spans: readonly NormalSpan[]): void {
    for (const span of spans) {
      const { traceId, spanId } = span.source;
      const key = keyInTrace({ workspaceId: span.workspaceId, traceId }, `${spanId}/${span.sequence}`);
      this.spans.set(key, span);
    }
  }
}
