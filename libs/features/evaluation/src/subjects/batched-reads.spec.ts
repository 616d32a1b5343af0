import { expect, it } from 'vitest';
import type { TraceRow } from '@millrace/domain';
import type { StoredSpan } from '@millrace/ports';
import { makeSpan } from '../../../../../test/support/otlp.ts';
import { MemoryTraceReader } from '../testing/memory-traces.ts';
import { BatchedReads } from './batched-reads.ts';

/** Counts the questions it is asked. */
class CountingReader extends MemoryTraceReader {
  readonly asked: number[] = [];

  override async findTraces(workspaceId: string, traceIds: readonly string[]): Promise<TraceRow[]> {
    this.asked.push(traceIds.length);
    return super.findTraces(workspaceId, traceIds);
  }

  override async readSpansOf(traces: readonly TraceRow[]): Promise<StoredSpan[]> {
    this.asked.push(traces.length);
    return super.readSpansOf(traces);
  }
}

it('asks once for what is wanted at the same time, and answers each its own', async () => {
  const reader = new CountingReader();
  const roots = Array.from({ length: 30 }, () => makeSpan());
  for (const root of roots) {
    reader.addSpan(makeSpan({ traceId: root.traceId, parentSpanId: root.spanId }));
    reader.addSpan(root);
  }
  const reads = new BatchedReads(reader);
  const rows = await Promise.all(roots.map(({ traceId }) => reads.trace('default', traceId)));
  expect(rows.map(({ traceId }) => traceId)).toEqual(roots.map(({ traceId }) => traceId));
  const spans = await Promise.all(rows.map((row) => reads.spans(row)));
  for (const [place, ofTrace] of spans.entries()) {
    expect(new Set(ofTrace.map(({ span }) => span.traceId))).toEqual(new Set([roots[place]?.traceId]));
    expect(ofTrace).toHaveLength(2);
  }
  expect(reader.asked).toEqual([30, 25, 5]);
});

it('says of one trace that it is not there, and answers the others', async () => {
  const reader = new CountingReader();
  const root = makeSpan();
  reader.addSpan(root);
  const reads = new BatchedReads(reader);
  const [missing, found] = await Promise.allSettled([
    reads.trace('default', 'f'.repeat(32)),
    reads.trace('default', root.traceId),
  ]);
  expect(missing).toMatchObject({ status: 'rejected', reason: { reason: 'not-found' } });
  expect(found).toMatchObject({ status: 'fulfilled', value: { traceId: root.traceId } });
  expect(await reads.find('default', 'f'.repeat(32))).toBeUndefined();
});
