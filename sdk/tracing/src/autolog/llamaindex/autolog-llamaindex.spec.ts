import { LLMAgent } from '@llamaindex/core/agent';
import type { JSONValue } from '@llamaindex/core/global';
import type { ChatMessage, ChatResponse } from '@llamaindex/core/llms';
import { BaseQueryEngine, RetrieverQueryEngine } from '@llamaindex/core/query-engine';
import { BaseSynthesizer, getResponseSynthesizer } from '@llamaindex/core/response-synthesizers';
import { BaseRetriever } from '@llamaindex/core/retriever';
import { TextNode, type NodeWithScore } from '@llamaindex/core/schema';
import { FunctionTool } from '@llamaindex/core/tools';
import { OpenAI, OpenAIEmbedding } from '@llamaindex/openai';
import { agent, AgentWorkflow } from '@llamaindex/workflow';
import Client from 'openai';
import { describe, expect, it } from 'vitest';
import type { OtlpSpan } from '@millrace/domain';
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
import { currentSpan } from '../../index.ts';
import { autologOpenAI } from '../openai/autolog-openai.ts';
import { autologLlamaIndex } from './autolog-llamaindex.ts';

const WITH_USAGE = { stream_options: { include_usage: true } };

function modelAt(url: string, model = MODEL): OpenAI {
  return new OpenAI({ apiKey: 'key', baseURL: `${url}/v1`, model, maxRetries: 0 });
}

function toolOf(run: () => string): FunctionTool<object, JSONValue | Promise<JSONValue>> {
  return FunctionTool.from(run, {
    name: 'turn',
    description: 'Turns',
    parameters: { type: 'object', properties: {} },
  });
}

function messagesOf({ text, system }: Question): ChatMessage[] {
  return [
    ...(system === undefined ? [] : [{ role: 'system' as const, content: system }]),
    { role: 'user', content: text },
  ];
}

function clientOf(url: string): AskedClient {
  const tools = (question: Question) => (question.hasTool ? { tools: [toolOf(() => 'clockwise')] } : {});
  return {
    ask: (question) =>
      modelAt(url, question.model).chat({ messages: messagesOf(question), ...tools(question) }),
    stream: (question) =>
      modelAt(url, question.model).chat({
        ...{ messages: messagesOf(question), stream: true, additionalChatOptions: WITH_USAGE },
        ...tools(question),
      }),
  };
}

describeModelClient('autologLlamaIndex', {
  provider: 'openai',
  messageFormat: 'llamaindex',
  limits: ['calls can not be called off', 'clients made before are not seen'],
  autolog: () => autologLlamaIndex(OpenAI, BaseRetriever),
  connect: clientOf,
  inputs: (question) => ({ messages: messagesOf(question) }),
  outputs: (answer) => answer,
  read: (outputs) => {
    const { message } = outputs as ChatResponse<{ toolCall?: { name: string; input: unknown }[] }>;
    const calls = message.options?.toolCall ?? [];
    return {
      text: String(message.content),
      toolCalls: calls.map(({ name, input }) => ({
        name,
        input: typeof input === 'string' ? JSON.parse(input) : input,
      })),
      finish: message.role,
    };
  },
  methods: () => [OpenAI.prototype.chat, BaseRetriever.prototype.retrieve],
});

class OneNode extends BaseRetriever {
  // eslint-disable-next-line @typescript-eslint/no-useless-constructor -- that of the class is protected
  constructor() {
    super();
  }

  override _retrieve(): Promise<NodeWithScore[]> {
    return Promise.resolve([{ node: new TextNode({ text: 'Water turns the wheel.' }), score: 0.9 }]);
  }
}

class BrokenRetriever extends BaseRetriever {
  // eslint-disable-next-line @typescript-eslint/no-useless-constructor -- that of the class is protected
  constructor() {
    super();
  }

  override _retrieve(): Promise<NodeWithScore[]> {
    return Promise.reject(new Error('the index is gone'));
  }
}

describe('what else LlamaIndex does', () => {
  const watched = watching(() =>
    autologLlamaIndex(
      OpenAI,
      BaseRetriever,
      BaseQueryEngine,
      BaseSynthesizer,
      OpenAIEmbedding,
      AgentWorkflow,
      LLMAgent,
    ),
  );
  const tree = (spans: readonly OtlpSpan[]): string[] => {
    const byId = new Map(spans.map((span) => [span.spanId, span]));
    return spans.map(({ name, parentSpanId, attributes }) => {
      const parent = byId.get(parentSpanId ?? '')?.name ?? '-';
      return `${attributes.get('mlflow.spanType')} ${name} < ${parent}`;
    });
  };

  it('tells a query, and below it what was retrieved and asked', async () => {
    const llm = modelAt(watched.url);
    const engine = new RetrieverQueryEngine(new OneNode(), getResponseSynthesizer('compact', { llm }));
    const { message } = await engine.query({ query: QUESTION.text });
    expect(message.content).toContain('Water turns the wheel.');
    const spans = await watched.spans();
    expect(tree(spans).toSorted()).toEqual([
      'CHAIN CompactAndRefine.synthesize < RetrieverQueryEngine.query',
      'CHAIN RetrieverQueryEngine.query < -',
      'CHAT_MODEL chat some-model < CompactAndRefine.synthesize',
      'RETRIEVER OneNode.retrieve < RetrieverQueryEngine.query',
    ]);
    const retrieved = spans.find(({ name }) => name === 'OneNode.retrieve');
    expect(retrieved && jsonOf(retrieved, 'mlflow.spanOutputs')).toMatchObject([
      { node: { text: 'Water turns the wheel.' }, score: 0.9 },
    ]);
  });

  it('tells a streamed query until its last chunk', async () => {
    const llm = modelAt(watched.url);
    const engine = new RetrieverQueryEngine(new OneNode(), getResponseSynthesizer('compact', { llm }));
    let text = '';
    for await (const { message } of await engine.query({ query: QUESTION.text, stream: true }))
      text += String(message.content);
    expect(text).toContain('Water turns the wheel.');
    expect(tree(await watched.spans())).toContain('CHAT_MODEL chat some-model < CompactAndRefine.synthesize');
  });

  it('tells the tools that a model calls, and what they do below them', async () => {
    let seen: string | undefined;
    const tool = toolOf(() => {
      seen = currentSpan()?.spanId;
      return 'clockwise';
    });
    const { newMessages } = await modelAt(watched.url).exec({
      messages: messagesOf(QUESTION),
      tools: [tool],
    });
    expect(newMessages).toHaveLength(2);
    const spans = await watched.spans();
    const call = spans.find(({ name }) => name === 'turn');
    expect(call?.spanId).toBe(seen);
    expect(call && jsonOf(call, 'mlflow.spanOutputs')).toBe('clockwise');
    expect(call?.attributes.get('mlflow.spanType')).toBe('TOOL');
    watched.stop();
    await tool.call({});
    expect(await watched.spans()).toHaveLength(spans.length);
  });

  it('tells agents, and below them what they ask and call', async () => {
    const llm = modelAt(watched.url, 'gpt-4o-mini');
    const tools = [toolOf(() => 'clockwise')];
    const { data } = await agent({ llm, tools }).run(QUESTION.text);
    expect(data.result).toBe('The tool says: clockwise');
    expect(tree(await watched.spans()).toSorted()).toEqual([
      'AGENT AgentWorkflow.run < -',
      'CHAT_MODEL chat gpt-4o-mini < AgentWorkflow.run',
      'CHAT_MODEL chat gpt-4o-mini < AgentWorkflow.run',
      'TOOL turn < AgentWorkflow.run',
    ]);
    const run = (await watched.spans()).find(({ name }) => name === 'AgentWorkflow.run');
    expect(run && jsonOf(run, 'mlflow.spanInputs')).toBe(QUESTION.text);
    expect(run && jsonOf(run, 'mlflow.spanOutputs')).toMatchObject({
      data: { result: data.result },
    });
    await new LLMAgent({ llm, tools }).chat({ message: QUESTION.text });
    expect(tree(await watched.spans())).toContain('AGENT LLMAgent.chat < -');
  });

  it('sees retrievers that were made before, of models only those made after', async () => {
    watched.stop();
    const [model, retriever] = [modelAt(watched.url), new OneNode()];
    const stop = autologLlamaIndex(OpenAI, BaseRetriever);
    await model.chat({ messages: messagesOf(QUESTION) });
    await retriever.retrieve('wheel');
    stop();
    expect(tree(await watched.spans())).toEqual(['RETRIEVER OneNode.retrieve < -']);
  });

  it('tells a retriever that fails as it tells the caller', async () => {
    await expect(new BrokenRetriever().retrieve('wheel')).rejects.toThrow('the index is gone');
    expect(await watched.onlySpan()).toMatchObject({ statusCode: 2, statusMessage: 'the index is gone' });
  });

  it('tells a call once, though the client below is watched too', async () => {
    const stop = autologOpenAI(Client);
    const session = new Client({ apiKey: 'key', baseURL: `${watched.url}/v1` });
    const llm = new OpenAI({ model: MODEL, session: session as never });
    await llm.chat({ messages: messagesOf(QUESTION) });
    for await (const chunk of await llm.chat({ messages: messagesOf(QUESTION), stream: true }))
      expect(chunk.delta).toBeDefined();
    stop();
    expect((await watched.spans()).map(({ attributes }) => attributes.get('mlflow.message.format'))).toEqual([
      'llamaindex',
      'llamaindex',
    ]);
  });

  it('tells completions as the chats that they are, and embeddings', async () => {
    expect((await modelAt(watched.url).complete({ prompt: QUESTION.text })).text).toBe(ANSWER);
    const embedding = new OpenAIEmbedding({ apiKey: 'key', baseURL: `${watched.url}/v1` });
    await embedding.getQueryEmbedding({ type: 'text', text: 'wheel' });
    expect(tree(await watched.spans())).toEqual([
      'CHAT_MODEL chat some-model < -',
      'EMBEDDING OpenAIEmbedding.getQueryEmbedding < -',
    ]);
  });
});
