import Anthropic from '@anthropic-ai/sdk';
import { InMemorySpanExporter, SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { describe, expect, it } from 'vitest';
import {
  ANSWER,
  describeModelClient,
  jsonOf,
  QUESTION,
  watching,
  type AskedClient,
  type Question,
} from '../../../../../test/support/tracing/model-client-contract.ts';
import { autologAnthropic } from './autolog-anthropic.ts';

const TOOL: Anthropic.Tool = { name: 'turn', input_schema: { type: 'object', properties: {} } };

function connect(baseURL: string): Anthropic {
  return new Anthropic({ apiKey: 'key', baseURL, maxRetries: 0 });
}

function bodyOf({
  model,
  text,
  system,
  hasTool = false,
}: Question): Anthropic.MessageCreateParamsNonStreaming {
  return {
    model,
    max_tokens: 100,
    messages: [{ role: 'user', content: text }],
    ...(system !== undefined && { system }),
    ...(hasTool && { tools: [TOOL] }),
  };
}

function clientOf(url: string): AskedClient {
  const { messages } = connect(url);
  return {
    ask: (question) => messages.create(bodyOf(question), { signal: question.signal ?? null }),
    stream: (question) =>
      messages.create({ ...bodyOf(question), stream: true }, { signal: question.signal ?? null }),
  };
}

describeModelClient('autologAnthropic', {
  provider: 'anthropic',
  messageFormat: 'anthropic',
  autolog: () => autologAnthropic(Anthropic),
  connect: clientOf,
  inputs: bodyOf,
  outputs: (answer) => answer,
  read: (outputs) => {
    const { content, stop_reason: finish } = outputs as Anthropic.Message;
    return {
      text: content.map((block) => (block.type === 'text' ? block.text : '')).join(''),
      toolCalls: content.flatMap((block) =>
        block.type === 'tool_use' ? [{ name: block.name, input: block.input }] : [],
      ),
      finish,
    };
  },
  methods: () => [Anthropic.Messages.prototype.create, Anthropic.Beta.Messages.prototype.create],
});

describe('what else Anthropic’s client does', () => {
  const watched = watching(() => autologAnthropic(Anthropic));

  it('leaves the helpers of the client as they are', async () => {
    const { messages } = connect(watched.url);
    const body = bodyOf(QUESTION);
    expect(await messages.stream(body).finalText()).toBe(ANSWER);
    const { data, response, request_id: id } = await messages.create(body).withResponse();
    expect([response.status, id, data.content]).toMatchObject([200, null, [{ text: ANSWER }]]);
    const raw = await messages.create(body).asResponse();
    expect(await raw.json()).toMatchObject({ content: [{ text: ANSWER }] });
    const spans = await watched.spans();
    expect(spans.map(({ attributes }) => attributes.has('mlflow.spanOutputs'))).toEqual([
      true,
      true,
      // Read as bytes, where nobody sees it.
      false,
    ]);
  });

  it('leaves the spans that the client makes itself as they are', async () => {
    const exporter = new InMemorySpanExporter();
    const tracerProvider = new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter })] });
    const { messages } = new Anthropic({
      ...{ apiKey: 'key', baseURL: watched.url, maxRetries: 0 },
      openTelemetry: { tracerProvider },
    });
    await messages.create(bodyOf(QUESTION));
    for await (const event of await messages.create({ ...bodyOf(QUESTION), stream: true }))
      expect(event.type).toBeDefined();
    watched.stop();
    await messages.create(bodyOf(QUESTION));
    for await (const event of await messages.create({ ...bodyOf(QUESTION), stream: true }))
      expect(event.type).toBeDefined();
    await tracerProvider.forceFlush();
    const told = exporter.getFinishedSpans().map(({ attributes }) => Object.keys(attributes).toSorted());
    expect(told).toHaveLength(4);
    expect(told.slice(0, 2)).toEqual(told.slice(2));
  });

  it('tells messages of the beta, and each turn of the tool runner', async () => {
    const { beta } = connect(watched.url);
    await beta.messages.create(bodyOf(QUESTION));
    const runner = beta.messages.toolRunner({
      ...bodyOf(QUESTION),
      tools: [
        {
          ...TOOL,
          type: 'custom',
          parse: (given: unknown) => given,
          run: () => 'clockwise',
        },
      ],
    });
    expect((await runner).content).toMatchObject([{ text: 'The tool says: clockwise' }]);
    const spans = await watched.spans();
    expect(
      spans.map((span) => (jsonOf(span, 'mlflow.spanOutputs') as Anthropic.Message).stop_reason),
    ).toEqual(['end_turn', 'tool_use', 'end_turn']);
  });
});
