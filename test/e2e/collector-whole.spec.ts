import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { OtlpSpan } from '@millrace/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import {
  configurationFaults,
  startCollector,
  type RunningCollector,
} from '../support/collector/collector.ts';
import { makeSpan, newTraceId, postTraces } from '../support/otlp.ts';
import { encodeTracesRequest } from '@millrace/otlp';
import { OtlpSink } from '../support/otlp-sink.ts';
import { startStandalone, type RunningStandalone } from '../support/standalone.ts';

const EXAMPLES = resolve(import.meta.dirname, '../../examples/collector');
/** Building a Collector takes minutes, once. */
const BUILD_MS = 60 * 60_000;
const PASSWORD = 'correct horse battery';
const ADMIN = { authorization: `Basic ${Buffer.from(`admin:${PASSWORD}`).toString('base64')}` };
const AUTHENTICATION = { MILLRACE_AUTHENTICATION: 'on', MILLRACE_ADMIN_PASSWORD: PASSWORD };

const folder = mkdtempSync(join(tmpdir(), 'millrace-collector-'));
let millrace: RunningStandalone;
let apiKey: string;

beforeAll(async () => {
  millrace = await startStandalone({ dataDir: join(folder, 'data'), environment: AUTHENTICATION });
  const made = await fetch(`${millrace.url}/api/v1/api-keys`, {
    method: 'POST',
    headers: { ...ADMIN, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'collector', role: 'ingest' }),
  });
  apiKey = ((await made.json()) as { api_key: string }).api_key;
});

afterAll(async () => {
  await millrace?.stop();
  rmSync(folder, { recursive: true, force: true });
});

function environment(more: Readonly<Record<string, string>> = {}) {
  return {
    MILLRACE_OTLP_URL: millrace.otlpUrl,
    MILLRACE_API_KEY: apiKey,
    QUEUE_FOLDER: join(folder, 'queue'),
    OTHER_OTLP_URL: 'http://127.0.0.1:4318',
    MY_POD_IP: '127.0.0.1',
    K8S_NODE_NAME: 'node',
    ...more,
  };
}

async function namesOf(traceId: string): Promise<string[]> {
  const answer = await fetch(`${millrace.url}/api/v1/traces/${traceId}?consistency=strong`, {
    headers: ADMIN,
  });
  const { spans = [] } = (await answer.json()) as { spans?: { name: string }[] };
  return spans.map(({ name }) => name).sort();
}

describe('the configurations', { timeout: BUILD_MS }, () => {
  it.each(['gateway.yaml', 'genai-traces.yaml'])('%s is valid', async (name) => {
    expect(await configurationFaults(join(EXAMPLES, name), environment())).toBe('');
  });

  it('kubernetes-agent.yaml has one that is valid', async () => {
    const { config } = parse(readFileSync(join(EXAMPLES, 'kubernetes-agent.yaml'), 'utf8')) as {
      config: object;
    };
    const path = join(folder, 'agent.yaml');
    writeFileSync(path, stringify(withoutNulls(config)));
    expect(await configurationFaults(path, environment())).toBe('');
  });

  it('one that is not is found', async () => {
    const path = join(folder, 'wrong.yaml');
    writeFileSync(path, readFileSync(join(EXAMPLES, 'gateway.yaml'), 'utf8').replace('storage:', 'store:'));
    expect(await configurationFaults(path, environment())).toContain('store');
  });
});

describe('the gateway', { timeout: 300_000 }, () => {
  let collector: RunningCollector;

  beforeAll(async () => {
    collector = await startCollector(join(EXAMPLES, 'gateway.yaml'), environment());
  });

  afterAll(() => collector?.stop());

  it('loses nothing while Millrace is away, nor when it is killed itself', async () => {
    const sent: string[] = [];
    const sendTraces = async (count: number): Promise<void> => {
      for (let index = 0; index < count; index++) {
        const traceId = newTraceId();
        await send(collector, [makeSpan({ traceId, name: 'through the gateway' })]);
        sent.push(traceId);
      }
    };
    await sendTraces(20);
    await expect.poll(() => namesOf(sent[0] ?? ''), { timeout: 30_000 }).toEqual(['through the gateway']);
    await sendTraces(20);
    await millrace.kill();
    await sendTraces(60);
    await collector.kill();
    await collector.restart();
    await sendTraces(20);
    const { dataDir, ports } = millrace;
    millrace = await startStandalone({ dataDir, ports, environment: AUTHENTICATION });
    await sendTraces(20);
    for (const traceId of sent)
      await expect.poll(() => namesOf(traceId), { timeout: 90_000 }).toEqual(['through the gateway']);
  });
});

describe('traces with GenAI spans', { timeout: 180_000 }, () => {
  let other: OtlpSink;
  let collector: RunningCollector;

  beforeAll(async () => {
    other = await OtlpSink.start();
    const url = { OTHER_OTLP_URL: `http://127.0.0.1:${other.port}` };
    collector = await startCollector(join(EXAMPLES, 'genai-traces.yaml'), environment(url));
  });

  afterAll(async () => {
    await collector?.stop();
    await other?.stop();
  });

  it.each([
    { 'gen_ai.operation.name': 'chat' },
    { 'gen_ai.system': 'openai' },
    { 'openinference.span.kind': 'LLM' },
    { 'traceloop.span.kind': 'workflow' },
    { 'mlflow.spanType': 'LLM' },
  ])('go to Millrace whole, and to the other backend without those spans: %j', async (attributes) => {
    const [genai, plain] = [newTraceId(), newTraceId()];
    const web = makeSpan({ traceId: genai, name: 'web' });
    const chat = makeSpan({ traceId: genai, name: 'chat', parentSpanId: web.spanId, attributes });
    const shop = makeSpan({ traceId: plain, name: 'shop' });
    await send(collector, [web]);
    await send(collector, [chat, shop]);
    await expect.poll(() => namesOf(genai), { timeout: 60_000 }).toEqual(['chat', 'web']);
    await expect.poll(() => namesOfOther([genai, plain]), { timeout: 30_000 }).toEqual(['shop', 'web']);
    // Decided at the same time as the other.
    await sleep(2_000);
    expect(await namesOf(plain)).toEqual([]);
  });

  function namesOfOther(traceIds: readonly string[]): string[] {
    const mine = other.spans.filter(({ traceId }: OtlpSpan) => traceIds.includes(traceId));
    return mine.map(({ name }) => name).sort();
  }
});

/** The Collector's success is not empty, as Millrace's is. */
async function send(collector: RunningCollector, spans: readonly OtlpSpan[]): Promise<void> {
  const { status, body } = await postTraces(collector.otlpUrl, encodeTracesRequest(spans));
  expect([status, body.toString()]).toEqual([200, expect.not.stringContaining('reject')]);
}

/** As helm does it: null takes out what the chart has. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value) || typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([, each]) => each !== null);
  return Object.fromEntries(kept.map(([key, each]) => [key, withoutNulls(each)]));
}
