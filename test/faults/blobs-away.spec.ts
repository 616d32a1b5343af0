import { encodeTracesRequest } from '@millrace/otlp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getJson } from '../support/api.ts';
import { startDistributed, type RunningDistributed } from '../support/distributed.ts';
import { makeSpan, postTraces } from '../support/otlp.ts';

const LARGE = 'large '.repeat(50_000);

describe('services whose S3 server is killed', () => {
  let target: RunningDistributed;

  beforeAll(async () => {
    target = await startDistributed();
  }, 180_000);

  afterAll(() => target?.stop());

  const largeSpan = () => makeSpan({ name: 'large', attributes: { 'gen_ai.input.messages': LARGE } });
  const send = (span: ReturnType<typeof makeSpan>) =>
    postTraces(target.otlpUrl, encodeTracesRequest([span]), {});
  const health = async (service: 'ingest') => {
    const response = await fetch(`${target.services[service].url}/health`);
    return { status: response.status, text: await response.text() };
  };

  it('say 503 and when to send large values again, take small ones, and recover by themselves', async () => {
    const [before, refused, small] = [largeSpan(), largeSpan(), makeSpan({ name: 'small' })];
    expect((await send(before)).status).toBe(200);
    await target.s3.kill();

    const answer = await send(refused);
    expect(answer.status).toBe(503);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(answer.body.toString()).toContain('check that the server runs');
    expect((await send(small)).status).toBe(200);
    const { status, text } = await health('ingest');
    expect(status).toBe(503);
    expect(text).toMatch(/^blobs: .*check that the server runs/m);

    await target.s3.restart();
    expect((await send(refused)).status).toBe(200);
    expect((await health('ingest')).status).toBe(200);
    for (const span of [before, refused]) expect(await readInput(span.traceId)).toBe(LARGE);
    await getJson(`${target.url}/api/v1/traces/${small.traceId}?consistency=strong`);
  }, 120_000);

  async function readInput(traceId: string): Promise<string | undefined> {
    await getJson(`${target.url}/api/v1/traces/${traceId}?consistency=strong`);
    const { trace } = await getJson<{
      trace: { spans: { attributes: { key: string; value: { string_value?: string } }[] }[] };
    }>(`${target.url}/api/3.0/mlflow/traces/get?trace_id=tr-${traceId}`);
    return trace.spans[0]?.attributes.find(({ key }) => key === 'gen_ai.input.messages')?.value.string_value;
  }
});
