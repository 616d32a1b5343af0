import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getJson, untilComplete } from '../support/api.ts';
import { startFakeLlm, type FakeLlm } from '../support/fake-llm/fake-llm.ts';
import { OtlpSink } from '../support/otlp-sink.ts';
import { borrowTarget, type BorrowedTarget } from '../support/shared-target.ts';
import { TOPOLOGIES } from '../support/topologies.ts';

interface SpanAnswer {
  readonly span_id: string;
  readonly parent_span_id?: string;
  readonly name: string;
  readonly type: string;
  readonly time_to_first_token_ms?: number;
  readonly tokens?: Readonly<Record<string, number>>;
}

interface TraceAnswer {
  readonly trace: Readonly<Record<string, unknown>> & { readonly trace_id: string };
  readonly spans: readonly SpanAnswer[];
}

interface Payloads {
  readonly inputs?: unknown;
  readonly outputs?: unknown;
}

const runFile = promisify(execFile);
const WITH_OWN_TELEMETRY = 'test/support/programs/with-own-telemetry.ts';

describe.each(TOPOLOGIES)('@millrace/tracing against $name', (topology) => {
  let target: BorrowedTarget;
  let llm: FakeLlm;

  beforeAll(async () => {
    [target, llm] = await Promise.all([borrowTarget(topology), startFakeLlm()]);
  }, 180_000);

  afterAll(async () => {
    await llm?.stop();
    await target?.stop();
  });

  const run = async (...program: readonly string[]): Promise<string> => {
    const env = { ...process.env, MILLRACE_URL: target.url, OPENAI_BASE_URL: llm.url, OPENAI_API_KEY: 'key' };
    const { stdout } = await runFile(process.execPath, [...program], { env });
    await untilComplete(target.url);
    return stdout;
  };

  const readTraces = async (experiment: string): Promise<TraceAnswer[]> => {
    const { experiments } = await getJson<{ experiments: { experiment_id: string }[] }>(
      `${target.url}/api/v1/experiments?filter=${encodeURIComponent(`name = '${experiment}'`)}`,
    );
    const { traces } = await getJson<{ traces: { trace_id: string }[] }>(
      `${target.url}/api/v1/traces?experiment_id=${experiments[0]?.experiment_id}`,
    );
    return Promise.all(
      traces.map(({ trace_id: id }) => getJson<TraceAnswer>(`${target.url}/api/v1/traces/${id}`)),
    );
  };

  const payloadsOf = ({ trace }: TraceAnswer, span: SpanAnswer): Promise<Payloads> =>
    getJson<{ span: { inputs: string; outputs: string } }>(
      `${target.url}/api/v1/traces/${trace.trace_id}/spans/${span.span_id}`,
    ).then(({ span: { inputs, outputs } }) => ({ inputs: JSON.parse(inputs), outputs: JSON.parse(outputs) }));

  it('shows a streaming agent of the real OpenAI client whole', async () => {
    expect(await run('examples/typescript/openai_agent.ts')).toBe('The tool says: It rains in Paris.\n');
    const [found, ...others] = await readTraces('weather');
    expect(others).toEqual([]);
    if (!found) throw new Error('there is no trace');
    expect(found.trace).toMatchObject({
      name: 'answer',
      state: 'OK',
      session_id: 'umbrellas',
      user_id: 'ada',
      request_preview: 'Do I need an umbrella in Oslo?',
      response_preview: 'The tool says: It rains in Paris.',
      tags: { channel: 'example' },
      tokens: { input: 30, output: 10, total: 40 },
    });
    expect(found.spans.map(({ name, type }) => `${type} ${name}`)).toEqual([
      'AGENT answer',
      'CHAT_MODEL chat gpt-4o-mini',
      'TOOL forecast',
      'CHAT_MODEL chat gpt-4o-mini',
    ]);
    const [agent, asking, tool, streaming] = found.spans;
    if (!agent || !asking || !tool || !streaming) throw new Error('spans are missing');
    expect([asking, tool, streaming].map((span) => span.parent_span_id)).toEqual(
      Array(3).fill(agent.span_id),
    );
    expect(asking.time_to_first_token_ms).toBeUndefined();
    expect(streaming.time_to_first_token_ms).toBeGreaterThan(0);
    expect(await payloadsOf(found, tool)).toMatchObject({
      inputs: { city: 'Paris' },
      outputs: 'It rains in Paris.',
    });
    expect(await payloadsOf(found, streaming)).toMatchObject({
      inputs: { stream: true, messages: [{ role: 'user' }, { role: 'assistant' }, { role: 'tool' }] },
      outputs: {
        object: 'chat.completion',
        choices: [{ message: { role: 'assistant', content: 'The tool says: It rains in Paris.' } }],
      },
    });
  });

  it.each(['own-first', 'millrace-first'])(
    'leaves the telemetry of the application as it is, in traces of the same ids: %s',
    async (order) => {
      const collector = await OtlpSink.start();
      const traceId = (await run(WITH_OWN_TELEMETRY, order, collector.url)).trim();
      await collector.stop();
      const [query, request, ...more] = collector.spans;
      expect(more).toEqual([]);
      expect(request).toMatchObject({ name: 'POST /ask', traceId, parentSpanId: undefined });
      expect(query).toMatchObject({ name: 'SELECT', traceId, parentSpanId: request?.spanId });
      const found = (await readTraces('beside')).find(({ trace }) => trace.trace_id === traceId);
      expect(found?.trace).toMatchObject({ state: 'OK', name: 'answer', services: ['shop'] });
      expect(found?.spans.map(({ name }) => name)).toEqual(['answer', 'chat gpt-4o-mini']);
      expect(found?.spans[0]?.parent_span_id).toBeUndefined();
      expect(found?.spans[1]?.parent_span_id).toBe(found?.spans[0]?.span_id);
    },
  );
});
