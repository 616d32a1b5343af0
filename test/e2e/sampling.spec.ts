import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isInShare } from '@millrace/domain';
import { getJson, listTraces, untilComplete } from '../support/api.ts';
import { makeSpan, sendSpans } from '../support/otlp.ts';
import { borrowTarget, type BorrowedTarget } from '../support/shared-target.ts';
import { TOPOLOGIES } from '../support/topologies.ts';

/** A trace is complete once it was idle for some seconds. */
const WAIT = { timeout: 60_000, interval: 500 };
const TRACES = 40;

interface Sampling {
  readonly share: number;
  readonly dropped_traces: number;
  readonly dropped_spans: number;
}

describe.each(TOPOLOGIES)('sampling in $name', (topology) => {
  let target: BorrowedTarget;

  beforeAll(async () => {
    target = await borrowTarget(topology);
  }, 180_000);

  afterAll(() => target?.stop());

  const ask = (method: string, path: string, body?: object) =>
    fetch(`${target.url}/api/v1/experiments${path}`, {
      method,
      ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
  const read = (id: string) => getJson<Sampling>(`${target.url}/api/v1/experiments/${id}/sampling`);
  const newExperiment = async (name: string): Promise<string> => {
    const answer = (await (await ask('POST', '', { name })).json()) as {
      id?: string;
      experiment_id?: string;
    };
    return String(answer.id ?? answer.experiment_id);
  };
  /** A root and two children, sent apart; `last` may be a failure. */
  const sendTrace = async (id: string, last: Parameters<typeof makeSpan>[0] = {}): Promise<string> => {
    const root = makeSpan();
    const { traceId } = root;
    const headers = { 'x-mlflow-experiment-id': id };
    const child = (more: typeof last) => makeSpan({ traceId, parentSpanId: root.spanId, ...more });
    await sendSpans(target.otlpUrl, [child({}), root], headers);
    await sendSpans(target.otlpUrl, [child(last)], headers);
    return traceId;
  };
  const listed = async (id: string) => {
    await untilComplete(target.url);
    return (await listTraces(target.url, id)).map(({ trace_id: traceId }) => traceId).sort();
  };

  it('keeps a share by the id alone, and tells what it dropped', async () => {
    const id = await newExperiment('by id');
    expect((await ask('PUT', `/${id}/sampling`, { share: 0.5 })).status).toBe(200);
    // Until every instance has heard of it.
    await new Promise((resolve) => setTimeout(resolve, 6_000));
    const sent: string[] = [];
    for (let n = 0; n < TRACES; n++) sent.push(await sendTrace(id));
    const kept = sent.filter((traceId) => isInShare(traceId, 0.5));
    expect(await listed(id)).toEqual(kept.sort());
    const dropped = TRACES - kept.length;
    expect(dropped).toBeGreaterThan(0);
    await expect
      .poll(() => read(id), WAIT)
      .toMatchObject({ share: 0.5, dropped_traces: dropped, dropped_spans: 3 * dropped });
  }, 120_000);

  it('keeps failed and slow traces whole, the others once complete only by their share', async () => {
    const id = await newExperiment('by condition');
    const rule = { share: 0, keep_errors: true, keep_slower_than_ms: 1_000 };
    expect((await ask('PUT', `/${id}/sampling`, rule)).status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 6_000));
    const { startTimeUnixNano } = makeSpan();
    const failed = await sendTrace(id, { statusCode: 2 });
    const slow = await sendTrace(id, {
      startTimeUnixNano,
      endTimeUnixNano: startTimeUnixNano + 2_000_000_000n,
    });
    const plain = [await sendTrace(id), await sendTrace(id)];
    expect(await listed(id)).toHaveLength(4);
    await expect.poll(() => listed(id), WAIT).toEqual([failed, slow].sort());
    const { spans } = await getJson<{ spans: object[] }>(`${target.url}/api/v1/traces/${failed}`);
    expect(spans).toHaveLength(3);
    const late = makeSpan({ traceId: plain[0] ?? '', statusCode: 2, parentSpanId: '1'.repeat(16) });
    await sendSpans(target.otlpUrl, [late], { 'x-mlflow-experiment-id': id });
    expect(await listed(id)).toEqual([failed, slow].sort());
    const answer = await fetch(`${target.url}/api/v1/traces/${plain[0]}?consistency=strong`);
    expect(answer.status).toBe(404);
    await expect.poll(() => read(id), WAIT).toMatchObject({ dropped_traces: 2, dropped_spans: 7 });
  }, 150_000);

  it('has rules that are read, refused and removed', async () => {
    const id = await newExperiment('rules');
    expect(await read(id)).toMatchObject({ share: 1, dropped_traces: 0 });
    for (const body of [
      {},
      { share: 2 },
      { share: -1 },
      { share: '0.5' },
      { share: 1, keep_slower_than_ms: -1 },
    ])
      expect((await ask('PUT', `/${id}/sampling`, body)).status).toBe(400);
    expect((await ask('PUT', '/987654/sampling', { share: 1 })).status).toBe(404);
    expect((await ask('PUT', `/${id}/sampling`, { share: 0.1 })).status).toBe(200);
    expect((await ask('DELETE', `/${id}/sampling`)).status).toBe(204);
    expect((await ask('DELETE', `/${id}/sampling`)).status).toBe(404);
    expect(await read(id)).toMatchObject({ share: 1 });
  });
});
