import { trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { NodeSDK } from '@opentelemetry/sdk-node';
import { encodeTracesRequest } from '@millrace/otlp';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makeSpan, postTraces, sendSpans } from '../support/otlp.ts';
import { borrowTarget, sharedTarget, type BorrowedTarget } from '../support/shared-target.ts';
import { TOPOLOGIES } from '../support/topologies.ts';

interface Answer {
  readonly status: number;
  readonly retryAfter: number;
  readonly body: Record<string, unknown>;
}

async function ask(url: string, method: string, body?: object): Promise<Answer> {
  const answer = await fetch(url, {
    method,
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  return {
    status: answer.status,
    retryAfter: Number(answer.headers.get('retry-after')),
    body: (await answer.json()) as Record<string, unknown>,
  };
}

const spans = (count: number) => Array.from({ length: count }, () => makeSpan());

describe.each(TOPOLOGIES)('limits of a workspace, $name', (topology) => {
  let target: BorrowedTarget;
  beforeAll(() => sharedTarget(topology), 180_000);
  afterEach(() => target?.stop());

  const limitsUrl = () => `${target.url}/api/v1/workspaces/${target.workspace}/limits`;
  const limit = async (limits: object): Promise<void> => {
    target = await borrowTarget(topology);
    const put = await ask(limitsUrl(), 'PUT', limits);
    expect(put).toMatchObject({ status: 200, body: { own: limits, limits } });
  };

  it('slow an exporter down, and it loses nothing', async () => {
    await limit({ spans_per_second: 300 });
    // Five seconds' worth comes in at once; the rest is made up for.
    await sendSpans(target.otlpUrl, spans(2_000));
    const refused = await postTraces(target.otlpUrl, encodeTracesRequest(spans(1)));
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    expect(refused.body.toString()).toContain(
      `The workspace '${target.workspace}' may use 300 spans a second`,
    );

    const exporter = new OTLPTraceExporter({ url: `${target.otlpUrl}/v1/traces` });
    const sdk = new NodeSDK({ serviceName: 'limited', traceExporter: exporter, instrumentations: [] });
    sdk.start();
    const span = trace.getTracer('limits').startSpan('patient');
    span.end();
    await sdk.shutdown();
    trace.disable();
    const { traceId } = span.spanContext();
    const read = await ask(`${target.url}/api/v1/traces/${traceId}?consistency=strong`, 'GET');
    expect(read).toMatchObject({ status: 200, body: { trace: { name: 'patient' } } });
    await expect
      .poll(async () => (await ask(limitsUrl(), 'GET')).body['today'], { timeout: 20_000 })
      .toMatchObject({ spans: 2_001 });
  });

  it('end at a quota until the day is over, and count from when it is raised', async () => {
    await limit({ spans_per_day: 10 });
    await sendSpans(target.otlpUrl, spans(10));
    const refused = await postTraces(target.otlpUrl, encodeTracesRequest(spans(1)));
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(86_400);
    await ask(limitsUrl(), 'PUT', { spans_per_day: 1_000 });
    await expect
      .poll(async () => (await postTraces(target.otlpUrl, encodeTracesRequest(spans(1)))).status, {
        timeout: 20_000,
        interval: 250,
      })
      .toBe(200);
  });

  it('hold for requests and queries, in the words of each API', async () => {
    await limit({ requests_per_second: 2, queries_at_once: 1 });
    const list = () => ask(`${target.url}/api/v1/traces?experiment_id=${target.experimentId}`, 'GET');
    const answers = await Promise.all(Array.from({ length: 40 }, list));
    const letIn = answers.filter(({ status }) => status === 200).length;
    expect(letIn).toBeGreaterThanOrEqual(5);
    expect(letIn).toBeLessThan(40);
    const refused = answers.find(({ status }) => status !== 200);
    expect(refused).toMatchObject({ status: 429, body: { error: { code: 'REQUEST_LIMIT_EXCEEDED' } } });
    expect(refused?.retryAfter).toBeGreaterThanOrEqual(1);
    const ofMlflow = await ask(`${target.url}/api/2.0/mlflow/experiments/search`, 'POST', { max_results: 1 });
    if (ofMlflow.status !== 200)
      expect(ofMlflow).toMatchObject({ status: 429, body: { error_code: 'REQUEST_LIMIT_EXCEEDED' } });
  });

  it('are refused where they can not be', async () => {
    target = await borrowTarget(topology);
    for (const limits of [{ spans_per_second: 0 }, { spans_per_year: 1 }, { spans_per_day: 'many' }])
      expect((await ask(limitsUrl(), 'PUT', limits)).status).toBe(400);
    const unknown = await ask(`${target.url}/api/v1/workspaces/not-there/limits`, 'GET');
    expect(unknown.status).toBe(404);
  });
});
