import OpenAI from 'openai';
import { describe, expect, it } from 'vitest';
import {
  ANSWER,
  describeModelClient,
  jsonOf,
  MODEL,
  watching,
  type AskedClient,
  type Question,
} from '../../../../../test/support/tracing/model-client-contract.ts';
import { autologOpenAI } from './autolog-openai.ts';

const messages = [{ role: 'user' as const, content: 'Which way does the wheel turn?' }];

const TOOL: OpenAI.ChatCompletionTool = {
  type: 'function',
  function: { name: 'turn', parameters: { type: 'object', properties: {} } },
};

function connect(url: string): OpenAI {
  return new OpenAI({ apiKey: 'key', baseURL: `${url}/v1`, maxRetries: 0 });
}

function bodyOf({
  model,
  text,
  system,
  hasTool = false,
}: Question): OpenAI.ChatCompletionCreateParamsNonStreaming {
  return {
    model,
    messages: [
      ...(system === undefined ? [] : [{ role: 'system' as const, content: system }]),
      { role: 'user', content: text },
    ],
    ...(hasTool && { tools: [TOOL] }),
  };
}

function clientOf(url: string): AskedClient {
  const { completions } = connect(url).chat;
  return {
    ask: (question) => completions.create(bodyOf(question), { signal: question.signal ?? null }),
    stream: (question) =>
      completions.create(
        { ...bodyOf(question), stream: true, stream_options: { include_usage: true } },
        { signal: question.signal ?? null },
      ),
  };
}

describeModelClient('autologOpenAI', {
  provider: 'openai',
  messageFormat: 'openai',
  autolog: () => autologOpenAI(OpenAI),
  connect: clientOf,
  inputs: bodyOf,
  outputs: (answer) => answer,
  read: (outputs) => {
    const [choice] = (outputs as OpenAI.ChatCompletion).choices;
    const calls = choice?.message.tool_calls ?? [];
    return {
      text: choice?.message.content ?? '',
      finish: choice?.finish_reason,
      toolCalls: calls.flatMap((call) =>
        call.type === 'function' ? [{ name: call.function.name, input: call.function.arguments }] : [],
      ),
    };
  },
  methods: () => [
    OpenAI.Chat.Completions.prototype.create,
    OpenAI.Responses.prototype.create,
    OpenAI.Completions.prototype.create,
    OpenAI.Embeddings.prototype.create,
  ],
});

describe('what else OpenAI’s client does', () => {
  const watched = watching(() => autologOpenAI(OpenAI));

  it('gives up the connection of a stream that is left', async () => {
    const stream = await connect(watched.url).chat.completions.create({
      model: MODEL,
      messages,
      stream: true,
    });
    for await (const { choices } of stream) if (choices[0]?.delta.content) break;
    expect(stream.controller.signal.aborted).toBe(true);
  });

  it('leaves the helpers of the client as they are', async () => {
    const { completions } = connect(watched.url).chat;
    expect(await completions.stream({ model: MODEL, messages }).finalContent()).toBe(ANSWER);
    const { data, response } = await completions.create({ model: MODEL, messages }).withResponse();
    expect([response.status, data.choices[0]?.message.content]).toEqual([200, ANSWER]);
    const raw = await completions.create({ model: MODEL, messages }).asResponse();
    expect(((await raw.json()) as OpenAI.ChatCompletion).choices[0]?.message.content).toBe(ANSWER);
    expect((await completions.parse({ model: MODEL, messages })).choices[0]?.message.content).toBe(ANSWER);
    const spans = await watched.spans();
    expect(spans.map(({ attributes }) => attributes.has('mlflow.spanOutputs'))).toEqual([
      true,
      true,
      // Read as bytes, where nobody sees it.
      false,
      true,
    ]);
  });

  it('tells responses, streamed ones too, and embeddings', async () => {
    const { responses, embeddings } = connect(watched.url);
    await responses.create({ model: MODEL, input: 'Which way?' });
    for await (const event of await responses.create({ model: MODEL, input: 'Which way?', stream: true }))
      expect(event.type).toMatch(/^response\./);
    await embeddings.create({ model: 'text-embedding-3-small', input: 'wheel' });
    const [plain, streamed, embedding] = await watched.spans();
    if (!plain || !streamed || !embedding) throw new Error('spans are missing');
    expect(jsonOf(streamed, 'mlflow.spanOutputs')).toMatchObject({
      output: (jsonOf(plain, 'mlflow.spanOutputs') as { output: unknown }).output,
    });
    expect(jsonOf(streamed, 'mlflow.chat.tokenUsage')).toEqual(jsonOf(plain, 'mlflow.chat.tokenUsage'));
    expect(embedding.attributes.get('mlflow.spanType')).toBe('EMBEDDING');
  });

  it('tells of a streamed response that is left what had come', async () => {
    const { responses } = connect(watched.url);
    for await (const event of await responses.create({ model: MODEL, input: 'Which way?', stream: true }))
      if (event.type === 'response.output_text.delta') break;
    const outputs = jsonOf(await watched.onlySpan(), 'mlflow.spanOutputs');
    expect(outputs).toMatchObject({
      output: [{ type: 'message', content: [{ type: 'output_text', text: 'You said: Which way?' }] }],
    });
  });
});
