import OpenAI from 'openai';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OtlpSpan } from '@millrace/domain';
import { startFakeLlm, type FakeLlm } from '../../../../../test/support/fake-llm/fake-llm.ts';
import { OtlpSink } from '../../../../../test/support/otlp-sink.ts';
import { flush, init, shutdown, withSpan } from '../../index.ts';
import type { StopAutolog } from '../patch-method.ts';
import { autologOpenAI } from './autolog-openai.ts';

const MODEL = 'gpt-4o-mini';
const messages = [{ role: 'user' as const, content: 'Which way does the wheel turn?' }];
const ANSWER = 'You said: Which way does the wheel turn?';

describe('autologOpenAI', () => {
  let llm: FakeLlm;
  let sink: OtlpSink;
  let client: OpenAI;
  let stop: StopAutolog;

  beforeAll(async () => {
    llm = await startFakeLlm();
  });
  afterAll(() => llm.stop());

  beforeEach(async () => {
    sink = await OtlpSink.start();
    client = new OpenAI({ apiKey: 'key', baseURL: llm.url, maxRetries: 0 });
    init({ url: new URL(sink.url).origin, experiment: { id: '7' } });
    stop = autologOpenAI(OpenAI);
  });
  afterEach(async () => {
    stop();
    await shutdown();
    await sink.stop();
  });

  const sent = async (): Promise<readonly OtlpSpan[]> => {
    await flush();
    return sink.spans;
  };
  const onlySpan = async (): Promise<OtlpSpan> => {
    const [span, ...others] = await sent();
    expect(others).toEqual([]);
    if (!span) throw new Error('no span came');
    return span;
  };
  const json = (span: OtlpSpan, key: string): unknown => JSON.parse(String(span.attributes.get(key)));

  it('tells a chat completion: what was asked, answered and counted', async () => {
    const completion = await client.chat.completions.create({ model: MODEL, messages });
    expect(completion.choices[0]?.message.content).toBe(ANSWER);
    const span = await onlySpan();
    expect(span.name).toBe('chat gpt-4o-mini');
    expect(Object.fromEntries(span.attributes)).toMatchObject({
      'mlflow.spanType': 'CHAT_MODEL',
      'mlflow.llm.provider': 'openai',
      'mlflow.llm.model': completion.model,
    });
    expect(json(span, 'mlflow.spanInputs')).toEqual({ model: MODEL, messages });
    expect(json(span, 'mlflow.spanOutputs')).toEqual(completion);
    expect(json(span, 'mlflow.chat.tokenUsage')).toMatchObject({
      input_tokens: completion.usage?.prompt_tokens,
      output_tokens: completion.usage?.completion_tokens,
    });
  });

  it('puts a stream of tool calls together as the same answer without a stream', async () => {
    const tools: OpenAI.ChatCompletionTool[] = [
      { type: 'function', function: { name: 'turn', parameters: { type: 'object', properties: {} } } },
    ];
    const plain = await client.chat.completions.create({ model: MODEL, messages, tools });
    const stream = await client.chat.completions.create({
      ...{ model: MODEL, messages, tools, stream: true },
      stream_options: { include_usage: true },
    });
    for await (const chunk of stream) expect(chunk.object).toBe('chat.completion.chunk');
    const [first, second] = await sent();
    if (!first || !second) throw new Error('spans are missing');
    const { choices, usage } = json(second, 'mlflow.spanOutputs') as OpenAI.ChatCompletion;
    expect(choices[0]?.message.tool_calls).toEqual(plain.choices[0]?.message.tool_calls);
    expect(choices[0]?.finish_reason).toBe('tool_calls');
    expect(usage).toEqual(plain.usage);
    expect(second.attributes.get('gen_ai.response.time_to_first_chunk')).toBeGreaterThan(0);
    expect(json(second, 'mlflow.chat.tools')).toEqual(tools);
  });

  it('reads a stream no further than its reader does', async () => {
    const stream = await client.chat.completions.create({ model: MODEL, messages, stream: true });
    for await (const { choices } of stream) if (choices[0]?.delta.content) break;
    expect(stream.controller.signal.aborted).toBe(true);
    const outputs = json(await onlySpan(), 'mlflow.spanOutputs') as OpenAI.ChatCompletion;
    expect(outputs.choices[0]?.message.content).toBe('You ');
  });

  it('leaves the helpers of the client as they are', async () => {
    const streamed = client.chat.completions.stream({ model: MODEL, messages });
    expect(await streamed.finalContent()).toBe(ANSWER);
    const { data, response } = await client.chat.completions
      .create({ model: MODEL, messages })
      .withResponse();
    expect([response.status, data.choices[0]?.message.content]).toEqual([200, ANSWER]);
    const raw = await client.chat.completions.create({ model: MODEL, messages }).asResponse();
    expect(((await raw.json()) as OpenAI.ChatCompletion).choices[0]?.message.content).toBe(ANSWER);
    expect(
      (await client.chat.completions.parse({ model: MODEL, messages })).choices[0]?.message.content,
    ).toBe(ANSWER);
    const spans = await sent();
    expect(spans.map(({ attributes }) => attributes.has('mlflow.spanOutputs'))).toEqual([
      true,
      true,
      // Read as bytes, where nobody sees it.
      false,
      true,
    ]);
  });

  it('tells responses, streamed ones too, and embeddings', async () => {
    await client.responses.create({ model: MODEL, input: 'Which way?' });
    for await (const event of await client.responses.create({
      model: MODEL,
      input: 'Which way?',
      stream: true,
    }))
      expect(event.type).toMatch(/^response\./);
    await client.embeddings.create({ model: 'text-embedding-3-small', input: 'wheel' });
    const [plain, streamed, embedding] = await sent();
    if (!plain || !streamed || !embedding) throw new Error('spans are missing');
    expect(json(streamed, 'mlflow.spanOutputs')).toMatchObject({
      output: (json(plain, 'mlflow.spanOutputs') as { output: unknown }).output,
    });
    expect(json(streamed, 'mlflow.chat.tokenUsage')).toEqual(json(plain, 'mlflow.chat.tokenUsage'));
    expect(embedding.attributes.get('mlflow.spanType')).toBe('EMBEDDING');
  });

  it.each([
    ['a refusal', () => client.chat.completions.create({ model: 'missing-model', messages })],
    [
      'a server that is away',
      () =>
        new OpenAI({
          apiKey: 'key',
          baseURL: 'http://127.0.0.1:1/v1',
          maxRetries: 0,
        }).chat.completions.create({
          model: MODEL,
          messages,
        }),
    ],
  ])('tells %s as it tells the caller', async (_name, call) => {
    const error = await call().catch((reason: unknown) => reason as Error);
    expect(error).toBeInstanceOf(OpenAI.APIError);
    expect(await onlySpan()).toMatchObject({ statusCode: 2, statusMessage: (error as Error).message });
  });

  it('keeps calls at the same time below their own parents', async () => {
    await Promise.all(
      ['a', 'b', 'c'].map((name) =>
        withSpan({ name }, () => client.chat.completions.create({ model: MODEL, messages })),
      ),
    );
    const spans = await sent();
    const parents = new Map(spans.map((span) => [span.spanId, span]));
    const calls = spans.filter(({ name }) => name.startsWith('chat'));
    expect(calls.map(({ parentSpanId }) => parents.get(parentSpanId ?? '')?.name).toSorted()).toEqual([
      'a',
      'b',
      'c',
    ]);
  });

  it('is one however often it is asked for, and is off by one line', async () => {
    const second = autologOpenAI(OpenAI);
    await client.chat.completions.create({ model: MODEL, messages });
    expect(await sent()).toHaveLength(1);
    second();
    stop();
    await client.chat.completions.create({ model: MODEL, messages });
    expect(await sent()).toHaveLength(1);
  });
});
