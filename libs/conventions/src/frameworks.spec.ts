import { describe, expect, it } from 'vitest';
import { inBothOrders, type Attributes } from '../spec/in-both-orders.ts';
import { makeSpan } from '../spec/make-span.ts';
import { translate } from './translate.ts';

const payload = (attribute: string, text: string) => ({ text, attribute });

describe('precedence of the frameworks of Python and Java', () => {
  it.each<[string, Attributes, object]>([
    [
      "mlflow over a framework's type",
      { 'mlflow.spanType': 'RETRIEVER', 'lmnr.span.type': 'DEFAULT', 'langsmith.span.kind': 'chain' },
      { type: 'RETRIEVER' },
    ],
    [
      "OpenInference over a framework's type",
      { 'openinference.span.kind': 'CHAIN', 'spring.ai.kind': 'tool_call' },
      { type: 'CHAIN' },
    ],
    [
      'Pydantic AI over gen_ai',
      { tool_arguments: '{"a":1}', 'gen_ai.tool.call.arguments': '{}', 'gen_ai.operation.name': 'chat' },
      { type: 'TOOL', inputs: payload('tool_arguments', '{"a":1}') },
    ],
    [
      'Google ADK over gen_ai',
      { 'gcp.vertex.agent.llm_request': '{"contents":[]}', 'gen_ai.input.messages': '[]' },
      { inputs: payload('gcp.vertex.agent.llm_request', '{"contents":[]}') },
    ],
    [
      "not Google ADK's blanks",
      { 'gcp.vertex.agent.llm_request': '{}', 'gen_ai.input.messages': '[]' },
      { inputs: payload('gen_ai.input.messages', '[]') },
    ],
    [
      "Google ADK's session over the conversation",
      { 'gcp.vertex.agent.session_id': 's', 'gen_ai.conversation.id': 'c' },
      { sessionId: 's' },
    ],
    [
      'Laminar over gen_ai',
      {
        'lmnr.span.type': 'EVALUATOR',
        'gen_ai.request.model': 'm',
        'lmnr.span.input': '[]',
        'gen_ai.prompt': 'p',
      },
      { type: 'EVALUATOR', inputs: payload('lmnr.span.input', '[]') },
    ],
    [
      "LangSmith's retriever over what its exporter calls an embedding",
      { 'langsmith.span.kind': 'retriever', 'gen_ai.operation.name': 'embeddings' },
      { type: 'RETRIEVER' },
    ],
    [
      "LangSmith's provider over the framework in gen_ai",
      { 'langsmith.metadata.ls_provider': 'openai', 'gen_ai.system': 'langchain' },
      { provider: 'openai' },
    ],
    [
      "LangSmith's session over its thread",
      { 'langsmith.metadata.thread_id': 't', 'langsmith.metadata.session_id': 's' },
      { sessionId: 's' },
    ],
    [
      "LangSmith's usage over gen_ai's",
      {
        'langsmith.metadata.usage_metadata':
          '{"input_tokens":9,"output_tokens":5,"input_token_details":{"cache_read":4},"output_token_details":{"reasoning":2}}',
        'gen_ai.usage.input_tokens': 7n,
      },
      { tokens: { input: 5, cacheRead: 4, output: 3, reasoning: 2 } },
    ],
    [
      "the provider's details within gen_ai's sums",
      {
        'gen_ai.usage.raw': '{"prompt_tokens":9,"prompt_tokens_details":{"cached_tokens":4}}',
        'gen_ai.usage.input_tokens': 9n,
      },
      { tokens: { input: 5, cacheRead: 4 } },
    ],
    [
      'LiveKit over gen_ai, its personal data over the names before',
      { 'lk.user_input': 'old', 'lk.pii.user_input': 'new', 'gen_ai.input.messages': '[]' },
      { inputs: payload('lk.pii.user_input', 'new') },
    ],
    [
      "LiveKit's calls where it answered nothing",
      { 'lk.response.text': '', 'lk.response.function_calls': '[{}]', 'gen_ai.request.model': 'm' },
      { type: 'LLM', outputs: payload('lk.response.function_calls', '[{}]') },
    ],
    [
      "LiveKit's tool over its turn",
      { 'lk.function_tool.name': 'f', 'lk.generation_id': 'g' },
      { type: 'TOOL' },
    ],
    [
      'Spring AI over gen_ai',
      { 'spring.ai.kind': 'vector_store', 'gen_ai.operation.name': 'embedding' },
      { type: 'RETRIEVER' },
    ],
    [
      "not Micrometer's none",
      { 'gen_ai.response.model': 'none', 'gen_ai.request.model': 'm', 'gen_ai.system': 'spring_ai' },
      { model: 'm' },
    ],
  ])('%s', (_, attributes, meaning) => {
    expect(inBothOrders(attributes)).toMatchObject(meaning);
  });

  it.each(['spring_ai', 'langchain', 'gcp.vertex.agent', 'none'])('takes %s for no provider', (name) => {
    expect(translate(makeSpan({ 'gen_ai.system': name })).provider).toBeUndefined();
  });

  it('calls a provider by its present name', () => {
    expect(translate(makeSpan({ 'gen_ai.system': 'az.ai.openai' })).provider).toBe('azure.ai.openai');
  });
});

describe('Pydantic AI', () => {
  const origin = { resource: new Map(), scopeName: 'pydantic-ai', scopeVersion: '' };
  const read = (messages: unknown, from = origin) =>
    translate(makeSpan({ 'pydantic_ai.all_messages': JSON.stringify(messages) }, { origin: from })).inputs;
  const question = { role: 'user', parts: [{ type: 'text', content: 'Rain?' }] };
  const result = { role: 'user', parts: [{ type: 'tool_call_response', id: 'c' }] };
  const answer = { role: 'assistant', parts: [] };

  it('was asked what stands before the first answer to the last question', () => {
    const earlier = { ...question, parts: [] };
    expect(read([question, answer, result, answer])?.text).toBe(JSON.stringify([question]));
    expect(read([question, answer, question, answer])?.text).toBe(
      JSON.stringify([question, answer, question]),
    );
    expect(read([answer, earlier])?.text).toBe(JSON.stringify([answer, earlier]));
  });

  it.each(['[{"role":"user"', '"text"', '[7,null]'])('keeps %s as it is', (text) => {
    const span = makeSpan({ 'pydantic_ai.all_messages': text }, { origin });
    expect(translate(span).inputs?.text).toBe(text);
  });

  it('is not believed under names that others use too', () => {
    const foreign = { ...origin, scopeName: 'app' };
    const attributes = { inputs_count: 1n, inputs: 'mine', final_result: 'mine' };
    expect(translate(makeSpan(attributes, { origin: foreign }))).toEqual({ type: 'UNKNOWN' });
    expect(translate(makeSpan(attributes, { origin }))).toMatchObject({ inputs: { text: 'mine' } });
  });
});

describe('LangSmith', () => {
  it('tags the trace with labels and metadata, but not with what its libraries note', () => {
    const { traceTags } = translate(
      makeSpan({
        'langsmith.span.tags': 'beta, , paris',
        'langsmith.metadata.plan': 'free',
        'langsmith.metadata.ls_provider': 'openai',
        'langsmith.metadata.langgraph_step': 1n,
        'langsmith.metadata.user_id': 'u',
      }),
    );
    expect(Object.fromEntries(traceTags ?? [])).toEqual({ beta: 'true', paris: 'true', plan: 'free' });
  });

  it.each(['{"input_tokens":', '[]', '7'])('says that the usage %s is none', (usage) => {
    const { tokens, faults } = translate(makeSpan({ 'langsmith.metadata.usage_metadata': usage }));
    expect(tokens).toBeUndefined();
    expect(faults).toEqual([`langsmith.metadata.usage_metadata is not a map of token counts: ${usage}`]);
  });

  it('says which count inside the usage is none', () => {
    const usage = { input_tokens: 3, input_token_details: { cache_read: -1, audio: 'much', deeper: {} } };
    const { tokens, faults } = translate(
      makeSpan({ 'langsmith.metadata.usage_metadata': JSON.stringify(usage) }),
    );
    expect(tokens).toEqual({ input: 3 });
    expect(faults).toEqual([
      'langsmith.metadata.usage_metadata.input_token_details.cache_read is not a count of tokens: -1.0',
      'langsmith.metadata.usage_metadata.input_token_details.audio is not a count of tokens: much',
    ]);
  });
});
