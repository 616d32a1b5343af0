import {
  BedrockRuntime,
  BedrockRuntimeClient,
  ConverseCommand,
  ConverseStreamCommand,
  InvokeModelCommand,
  InvokeModelWithResponseStreamCommand,
  type ConverseCommandInput,
  type ConverseCommandOutput,
  type InvokeModelCommandInput,
  type InvokeModelCommandOutput,
} from '@aws-sdk/client-bedrock-runtime';
import { describe, expect, it } from 'vitest';
import {
  ANSWER,
  describeModelClient,
  jsonOf,
  MODEL,
  QUESTION,
  watching,
  type AskedClient,
  type Question,
} from '../../../../../test/support/tracing/model-client-contract.ts';
import { autologBedrock } from './autolog-bedrock.ts';

const SCHEMA = { type: 'object', properties: {} };

function configOf(endpoint: string) {
  const credentials = { accessKeyId: 'key', secretAccessKey: 'secret' };
  return { region: 'us-east-1', endpoint, credentials, maxAttempts: 1 };
}

function connect(url: string): BedrockRuntimeClient {
  return new BedrockRuntimeClient(configOf(url));
}

function optionsOf({ signal }: Question): { abortSignal?: AbortSignal } {
  return signal ? { abortSignal: signal } : {};
}

function converseInput({ model, text, system, hasTool = false }: Question): ConverseCommandInput {
  return {
    modelId: model,
    messages: [{ role: 'user', content: [{ text }] }],
    ...(system !== undefined && { system: [{ text: system }] }),
    ...(hasTool && {
      toolConfig: { tools: [{ toolSpec: { name: 'turn', inputSchema: { json: SCHEMA } } }] },
    }),
  };
}

function converseClient(url: string): AskedClient {
  const client = connect(url);
  return {
    ask: (question) => client.send(new ConverseCommand(converseInput(question)), optionsOf(question)),
    stream: async (question) => {
      const command = new ConverseStreamCommand(converseInput(question));
      const { stream } = await client.send(command, optionsOf(question));
      if (!stream) throw new Error('no stream came');
      return stream;
    },
  };
}

describeModelClient('autologBedrock, Converse', {
  provider: 'bedrock',
  messageFormat: 'bedrock',
  autolog: () => autologBedrock(BedrockRuntimeClient),
  connect: converseClient,
  inputs: converseInput,
  outputs: (answer) => {
    const { $metadata: _metadata, ...outputs } = answer as ConverseCommandOutput;
    return outputs;
  },
  read: (outputs) => {
    const { output, stopReason: finish } = outputs as ConverseCommandOutput;
    const content = output?.message?.content ?? [];
    return {
      text: content.map(({ text = '' }) => text).join(''),
      toolCalls: content.flatMap(({ toolUse }) =>
        toolUse ? [{ name: toolUse.name ?? '', input: toolUse.input }] : [],
      ),
      finish,
    };
  },
  methods: () => [BedrockRuntimeClient.prototype.send],
});

describe('what else AWS’ client does', () => {
  const watched = watching(() => autologBedrock(BedrockRuntimeClient));
  const CLAUDE = 'us.anthropic.claude-sonnet-4-20250514-v1:0';

  function invokeInput(extra: object = {}): InvokeModelCommandInput {
    const body = {
      anthropic_version: 'bedrock-2023-05-31',
      max_tokens: 100,
      messages: [{ role: 'user', content: QUESTION.text }],
      ...extra,
    };
    return { modelId: CLAUDE, body: JSON.stringify(body) };
  }
  const answerOf = ({ body }: InvokeModelCommandOutput): unknown => JSON.parse(body.transformToString());

  it.each([
    ['a text', {}, [{ type: 'text', text: ANSWER }]],
    [
      'a call of a tool',
      { tools: [{ name: 'turn', input_schema: SCHEMA }] },
      [{ type: 'tool_use', name: 'turn', input: { city: 'Paris' } }],
    ],
  ])(
    'tells InvokeModel with and without a stream in the words of the model: %s',
    async (_, extra, content) => {
      const client = connect(watched.url);
      const answer = await client.send(new InvokeModelCommand(invokeInput(extra)));
      expect(answerOf(answer)).toMatchObject({ content });
      const { body = [] } = await client.send(new InvokeModelWithResponseStreamCommand(invokeInput(extra)));
      for await (const { chunk } of body) expect(chunk?.bytes).toBeInstanceOf(Uint8Array);
      const [plain, streamed] = await watched.spans();
      if (!plain || !streamed) throw new Error('a span is missing');
      expect(jsonOf(plain, 'mlflow.spanOutputs')).toEqual(answerOf(answer));
      expect(jsonOf(streamed, 'mlflow.spanOutputs')).toEqual(answerOf(answer));
      for (const span of [plain, streamed]) {
        expect(span.name).toBe(`chat ${CLAUDE}`);
        expect(jsonOf(span, 'mlflow.spanInputs')).toMatchObject({ modelId: CLAUDE, ...extra });
        expect(jsonOf(span, 'mlflow.chat.tokenUsage')).toMatchObject({ input_tokens: 9 });
        expect(Object.fromEntries(span.attributes)).toMatchObject({
          'mlflow.llm.provider': 'bedrock',
          'mlflow.llm.model': CLAUDE,
          'mlflow.message.format': 'anthropic',
          'mlflow.spanType': 'CHAT_MODEL',
        });
      }
    },
  );

  it('tells embeddings, and keeps the words of models that nobody knows', async () => {
    const body = JSON.stringify({ inputText: 'wheel' });
    await connect(watched.url).send(
      new InvokeModelCommand({ modelId: 'amazon.titan-embed-text-v2:0', body }),
    );
    const span = await watched.onlySpan();
    expect(span.name).toBe('invoke_model amazon.titan-embed-text-v2:0');
    expect(span.attributes.get('mlflow.spanType')).toBe('EMBEDDING');
    expect(jsonOf(span, 'mlflow.chat.tokenUsage')).toMatchObject({ input_tokens: 1, output_tokens: 0 });
  });

  it('tells calls of the client with a method for each operation', async () => {
    const runtime = new BedrockRuntime(configOf(watched.url));
    const { output } = await runtime.converse(converseInput(QUESTION));
    expect(output?.message?.content).toEqual([{ text: ANSWER }]);
    expect((await watched.onlySpan()).name).toBe(`chat ${MODEL}`);
  });

  it('knows an operation by its schema, whatever a bundler calls its class', async () => {
    class t extends ConverseCommand {}
    await connect(watched.url).send(new t(converseInput(QUESTION)));
    expect((await watched.onlySpan()).name).toBe(`chat ${MODEL}`);
  });

  it('lets a call with a callback pass', async () => {
    const answer = new Promise<unknown>((resolve) =>
      connect(watched.url).send(new ConverseCommand(converseInput(QUESTION)), (_, output) => resolve(output)),
    );
    expect(await answer).toMatchObject({ stopReason: 'end_turn' });
    expect(await watched.spans()).toEqual([]);
  });
});
