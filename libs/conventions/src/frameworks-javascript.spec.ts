import type { AttributeValue } from '@millrace/domain';
import { describe, expect, it } from 'vitest';
import { inBothOrders, type Attributes } from '../spec/in-both-orders.ts';
import { makeEvent, makeSpan } from '../spec/make-span.ts';
import { translate } from './translate.ts';

const payload = (attribute: string, text: string) => ({ text, attribute });

describe('precedence of the frameworks of JavaScript', () => {
  it.each<[string, Attributes, object]>([
    [
      'mlflow over Langfuse',
      {
        'mlflow.spanType': 'TOOL',
        'langfuse.observation.type': 'agent',
        'mlflow.trace.user': 'm',
        'user.id': 'u',
      },
      { type: 'TOOL', userId: 'm' },
    ],
    [
      'Langfuse over OpenInference',
      {
        'langfuse.observation.type': 'agent',
        'openinference.span.kind': 'CHAIN',
        'langfuse.observation.input': 'l',
        'input.value': 'o',
        'langfuse.session.id': 'l',
        'session.id': 's',
      },
      { type: 'AGENT', inputs: payload('langfuse.observation.input', 'l'), sessionId: 'l' },
    ],
    [
      "OpenInference where Langfuse's type is only `span`",
      { 'langfuse.observation.type': 'span', 'openinference.span.kind': 'CHAIN' },
      { type: 'CHAIN' },
    ],
    [
      "Langfuse on a span of Vercel's",
      {
        'langfuse.observation.output': 'l',
        'ai.response.text': 'v',
        'ai.prompt': 'p',
        'ai.operationId': 'ai.generateText',
        'langfuse.observation.model.name': 'l',
        'ai.model.id': 'v',
      },
      {
        type: 'LLM',
        model: 'l',
        inputs: payload('ai.prompt', 'p'),
        outputs: payload('langfuse.observation.output', 'l'),
      },
    ],
    [
      "an observation's input over its trace's",
      { 'langfuse.trace.input': 't', 'langfuse.observation.input': 'o' },
      { inputs: payload('langfuse.observation.input', 'o') },
    ],
    [
      "Langfuse's usage over gen_ai",
      { 'langfuse.observation.usage_details': '{"input":1}', 'gen_ai.usage.input_tokens': 2n },
      { tokens: { input: 1 } },
    ],
    [
      "OpenInference over Vercel's",
      {
        'openinference.span.kind': 'AGENT',
        'ai.operationId': 'ai.generateText',
        'input.value': 'o',
        'ai.prompt': 'v',
      },
      { type: 'AGENT', inputs: payload('input.value', 'o') },
    ],
    [
      "Vercel's own counts over gen_ai, which leaves cached tokens out",
      {
        'ai.model.provider': 'openai.chat',
        'gen_ai.system': 'openai.chat',
        'gen_ai.usage.input_tokens': 42n,
        'gen_ai.usage.output_tokens': 70n,
        'ai.usage.inputTokens': 42n,
        'ai.usage.cachedInputTokens': 32n,
        'ai.usage.outputTokens': 70n,
        'ai.usage.reasoningTokens': 64n,
      },
      { provider: 'openai', tokens: { input: 10, cacheRead: 32, output: 6, reasoning: 64 } },
    ],
    [
      "Vercel's details within gen_ai's sums",
      {
        'gen_ai.usage.input_tokens': 42n,
        'gen_ai.usage.output_tokens': 70n,
        'ai.usage.outputTokenDetails.reasoningTokens': 64n,
      },
      { tokens: { input: 42, output: 6, reasoning: 64 } },
    ],
    [
      "Anthropic's counts, passed on by version 5, are apart",
      {
        'ai.model.provider': 'anthropic.messages',
        'ai.usage.inputTokens': 50n,
        'ai.usage.outputTokens': 6n,
        'ai.usage.totalTokens': 56n,
        'ai.usage.cachedInputTokens': 32n,
      },
      { tokens: { input: 50, cacheRead: 32, output: 6 } },
    ],
    [
      'and summed up by version 6, are within',
      {
        'ai.model.provider': 'anthropic.messages',
        'ai.usage.inputTokens': 50n,
        'ai.usage.outputTokens': 6n,
        'ai.usage.cachedInputTokens': 32n,
        'ai.usage.inputTokenDetails.cacheReadTokens': 32n,
      },
      { tokens: { input: 18, cacheRead: 32, output: 6 } },
    ],
    [
      "Vercel's type over a requested model",
      { 'ai.operationId': 'ai.toolCall', 'gen_ai.request.model': 'm' },
      { type: 'TOOL' },
    ],
    [
      'Mastra over gen_ai',
      {
        'mastra.span.type': 'model_step',
        'gen_ai.operation.name': 'chat',
        'mastra.metadata.sessionId': 's',
        'gen_ai.conversation.id': 't',
        'gen_ai.provider.name': 'openai.responses',
      },
      { type: 'CHAIN', sessionId: 's', provider: 'openai' },
    ],
    [
      "Mastra's thread without a session, its resource without a user",
      { 'mastra.metadata.threadId': 't', 'mastra.metadata.resourceId': 'r' },
      { sessionId: 't', userId: 'r' },
    ],
    [
      'Traceloop over gen_ai',
      {
        'traceloop.span.kind': 'workflow',
        'gen_ai.operation.name': 'chat',
        'traceloop.entity.input': 't',
        'gen_ai.input.messages': '[]',
        'traceloop.association.properties.session_id': 's',
        'gen_ai.conversation.id': 'c',
      },
      { type: 'WORKFLOW', inputs: payload('traceloop.entity.input', 't'), sessionId: 's' },
    ],
    [
      "gen_ai's messages over Traceloop's indexed ones",
      { 'gen_ai.prompt.0.content': 'old', 'gen_ai.input.messages': '[]' },
      { inputs: payload('gen_ai.input.messages', '[]') },
    ],
    [
      "Traceloop's total within gen_ai's sums",
      { 'llm.usage.total_tokens': 11n, 'gen_ai.usage.input_tokens': 9n, 'gen_ai.usage.output_tokens': 2n },
      { tokens: { input: 9, output: 2, total: 11 } },
    ],
    [
      'a duration over a time',
      { 'langfuse.observation.completion_start_time': '"1970-01-01T00:00:01Z"', 'lk.response.ttft': 0.25 },
      { timeToFirstTokenMs: 250 },
    ],
  ])('%s', (_, attributes, meaning) => {
    expect(inBothOrders(attributes)).toMatchObject(meaning);
  });

  it('indexed messages over events', () => {
    const attributes = {
      'gen_ai.completion.0.tool_calls.0.name': 'f',
      'gen_ai.completion.0.role': 'assistant',
    };
    const events = [makeEvent('gen_ai.choice', { content: 'from an event' })];
    expect(translate(makeSpan(attributes, { events })).outputs).toEqual({
      text: '[{"tool_calls":[{"name":"f"}],"role":"assistant"}]',
    });
  });
});

describe('answers of the AI SDK', () => {
  const calls = '[{"toolCallId":"c","toolName":"f","input":{}}]';

  it.each<[string, Attributes, object | undefined]>([
    ['a text', { 'ai.response.text': 'hi' }, payload('ai.response.text', 'hi')],
    [
      'calls',
      { 'ai.response.text': '', 'ai.response.toolCalls': calls },
      payload('ai.response.toolCalls', calls),
    ],
    [
      'thoughts, text and calls',
      { 'ai.response.toolCalls': calls, 'ai.response.text': 'hi', 'ai.response.reasoning': 'hm' },
      {
        text: '[{"role":"assistant","content":[{"type":"reasoning","text":"hm"},{"type":"text","text":"hi"},{"type":"tool-call","toolCallId":"c","toolName":"f","input":{}}]}]',
      },
    ],
    [
      'half-written calls',
      { 'ai.response.toolCalls': '[{', 'ai.response.text': 'hi' },
      { text: '[{"role":"assistant","content":[{"type":"text","text":"hi"},{"type":"text","text":"[{"}]}]' },
    ],
    ['nothing', { 'ai.response.text': '', 'ai.response.toolCalls': null }, undefined],
  ])('%s', (_, attributes, outputs) => {
    expect(inBothOrders({ 'ai.operationId': 'ai.generateText', ...attributes }).outputs).toEqual(outputs);
  });
});

describe('what a span says about its trace', () => {
  it.each<[string, Attributes, Record<string, string>]>([
    ['a list of labels', { 'langfuse.trace.tags': ['a', 'b'] }, { a: 'true', b: 'true' }],
    ['its JSON', { 'mastra.tags': '["a","b"]' }, { a: 'true', b: 'true' }],
    ['one label', { 'ai.telemetry.metadata.tags': 'a' }, { a: 'true' }],
    [
      'properties, but not those that have a place of their own',
      {
        'traceloop.workflow.name': 'w',
        'traceloop.association.properties.plan': 'gold',
        'traceloop.association.properties.seats': 2n,
        'traceloop.association.properties.user_id': 'u',
      },
      { plan: 'gold', seats: '2' },
    ],
    [
      'metadata',
      { 'langfuse.observation.type': 'span', 'langfuse.trace.metadata.plan': '"gold"' },
      { plan: 'gold' },
    ],
  ])('%s', (_, attributes, tags) => {
    const said = inBothOrders(attributes).traceTags;
    expect(Object.fromEntries(said ?? [])).toEqual(tags);
  });

  it.each<[string, Attributes, object]>([
    [
      "Langfuse's prompt",
      { 'langfuse.observation.prompt.name': 'p', 'langfuse.observation.prompt.version': 3n },
      [{ name: 'p', version: '3' }],
    ],
    ['a prompt without a version', { 'traceloop.prompt.key': 'p' }, [{ name: 'p' }]],
    [
      "MLflow's list",
      { 'mlflow.linkedPrompts': '[{"name":"p","version":"3"},{"name":"q"}]', 'traceloop.prompt.key': 'r' },
      [{ name: 'p', version: '3' }, { name: 'q' }, { name: 'r' }],
    ],
  ])('%s', (_, attributes, prompts) => {
    expect(inBothOrders(attributes).promptVersions).toEqual(prompts);
  });
});

it('reads what a query of a vector database found from events', () => {
  const events = [
    makeEvent('db.query.embeddings', { 'db.query.embeddings.vector': '[1]' }),
    makeEvent('db.query.result', { 'db.query.result.id': 'd', 'db.query.result.document': 'text' }),
    makeEvent('db.query.result', { 'db.query.result.score': 0.5 }),
    makeEvent('db.query.result', {}),
  ];
  expect(translate(makeSpan({ 'db.vector.query.top_k': 3n }, { events }))).toEqual({
    type: 'RETRIEVER',
    outputs: { text: '[{"id":"d","document":"text"},{"score":0.5}]' },
  });
});

describe('faults', () => {
  const start = { startTimeUnixNano: 1_000_000_000n };

  it.each<[string, AttributeValue]>([
    ['ai.response.msToFirstChunk', -1],
    ['ai.response.msToFirstChunk', Number.NaN],
    ['ai.response.msToFirstChunk', 1e18],
    ['gen_ai.response.time_to_first_chunk', 'soon'],
    ['gen_ai.response.time_to_first_chunk', [1]],
    ['mastra.completion_start_time', 'yesterday'],
    ['mastra.completion_start_time', 5n],
    ['langfuse.observation.completion_start_time', '"1970-01-01T00:00:00.5Z"'],
    ['langfuse.observation.completion_start_time', '"9999-01-01T00:00:00Z"'],
    ['langfuse.observation.usage_details', '{"input":'],
    ['langfuse.observation.usage_details', '[1]'],
    ['langfuse.observation.usage_details', '{"input":"many"}'],
    ['langfuse.observation.usage_details', '{"input":-3}'],
    ['langfuse.observation.usage_details', '{"input":1000000000000000000}'],
    ['ai.response.providerMetadata', '{"anthropic":{"usage":{"cache_read_input_tokens":"some"}}}'],
    ['ai.response.providerMetadata', '{"cache_'],
    ['ai.usage.promptTokens', Number.NaN],
    ['llm.usage.total_tokens', 'eleven'],
    ['mlflow.linkedPrompts', '[{"name":7}]'],
    ['mlflow.linkedPrompts', 'travel'],
    ['langfuse.trace.tags', [1n]],
    ['mastra.tags', new Map([['a', 'b']])],
  ])('leaves a field empty for %s = %s and says so', (key, value) => {
    expect(translate(makeSpan({ [key]: value }, start))).toEqual({
      type: 'UNKNOWN',
      faults: [expect.stringContaining(key)],
    });
  });

  it('finds no fault in a time rounded down, no tags, and metadata without counts', () => {
    const attributes = {
      'langfuse.observation.completion_start_time': '1970-01-01T00:00:01.000Z',
      'langfuse.trace.tags': '',
      'mastra.tags': '[]',
      'ai.response.providerMetadata': 'nothing',
    };
    expect(translate(makeSpan(attributes, { startTimeUnixNano: 1_000_999_999n }))).toEqual({
      type: 'UNKNOWN',
      timeToFirstTokenMs: 0,
    });
  });

  it('reads no deeper into a usage than its table', () => {
    const deep = `{"input":4,"a":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}}`;
    expect(translate(makeSpan({ 'langfuse.observation.usage_details': deep })).tokens).toEqual({ input: 4 });
  });
});
