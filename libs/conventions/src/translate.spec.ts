import type { AttributeValue } from '@millrace/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inBothOrders, type Attributes } from '../spec/in-both-orders.ts';
import { makeEvent, makeSpan } from '../spec/make-span.ts';
import { RULES } from './rules.ts';
import { translate } from './translate.ts';

describe('precedence', () => {
  it.each<[string, Attributes, string]>([
    ['mlflow over OpenInference', { 'mlflow.spanType': 'TOOL', 'openinference.span.kind': 'CHAIN' }, 'TOOL'],
    ['mlflow over gen_ai', { 'mlflow.spanType': 'AGENT', 'gen_ai.operation.name': 'chat' }, 'AGENT'],
    [
      'OpenInference over gen_ai',
      { 'openinference.span.kind': 'LLM', 'gen_ai.operation.name': 'chat' },
      'LLM',
    ],
    [
      'anything over UNKNOWN',
      { 'mlflow.spanType': 'UNKNOWN', 'gen_ai.operation.name': 'chat' },
      'CHAT_MODEL',
    ],
    [
      'anything over quoted UNKNOWN',
      { 'mlflow.spanType': '"UNKNOWN"', 'openinference.span.kind': 'TOOL' },
      'TOOL',
    ],
    [
      'a known word over an unknown',
      { 'openinference.span.kind': 'NEW', 'gen_ai.operation.name': 'chat' },
      'CHAT_MODEL',
    ],
    [
      'the operation over a model',
      { 'gen_ai.request.model': 'm', 'gen_ai.operation.name': 'invoke_agent' },
      'AGENT',
    ],
    [
      'a requested model over nothing',
      { 'gen_ai.request.model': 'm', 'gen_ai.operation.name': 'sing' },
      'LLM',
    ],
    ["the client's own word", { 'mlflow.spanType': 'planner' }, 'planner'],
  ])('span type: %s', (_, attributes, type) => {
    expect(inBothOrders(attributes).type).toBe(type);
  });

  it.each<[string, Attributes, object]>([
    [
      'mlflow over OpenInference',
      { 'mlflow.spanInputs': 'm', 'input.value': 'o' },
      { inputs: { text: 'm', attribute: 'mlflow.spanInputs' } },
    ],
    [
      'OpenInference over gen_ai',
      { 'input.value': 'o', 'gen_ai.input.messages': '[]' },
      { inputs: { text: 'o', attribute: 'input.value' } },
    ],
    [
      'messages over tool arguments',
      { 'gen_ai.tool.call.arguments': '{}', 'gen_ai.input.messages': '[]' },
      { inputs: { text: '[]', attribute: 'gen_ai.input.messages' } },
    ],
    [
      'mlflow over gen_ai',
      { 'mlflow.spanOutputs': 'm', 'gen_ai.output.messages': '[]' },
      { outputs: { text: 'm', attribute: 'mlflow.spanOutputs' } },
    ],
    [
      'OpenInference over gen_ai',
      { 'output.value': 'o', 'gen_ai.output.messages': '[]' },
      { outputs: { text: 'o', attribute: 'output.value' } },
    ],
    ['mlflow over gen_ai', { 'mlflow.llm.model': 'm', 'gen_ai.response.model': 'g' }, { model: 'm' }],
    ['mlflow over OpenInference', { 'mlflow.llm.model': 'm', 'llm.model_name': 'o' }, { model: 'm' }],
    ['OpenInference over gen_ai', { 'llm.model_name': 'o', 'gen_ai.response.model': 'g' }, { model: 'o' }],
    ['response over request', { 'gen_ai.request.model': 'r', 'gen_ai.response.model': 'g' }, { model: 'g' }],
    [
      'response over request',
      { 'llm.request.model_name': 'r', 'llm.response.model_name': 'g' },
      { model: 'g' },
    ],
    ['mlflow over gen_ai', { 'mlflow.llm.provider': 'm', 'gen_ai.provider.name': 'g' }, { provider: 'm' }],
    ['OpenInference over gen_ai', { 'llm.system': 'o', 'gen_ai.provider.name': 'g' }, { provider: 'o' }],
    [
      'the new name over the old',
      { 'gen_ai.system': 'az.openai', 'gen_ai.provider.name': 'azure' },
      { provider: 'azure' },
    ],
    [
      'the provider over the system',
      { 'llm.system': 'openai', 'llm.provider': 'azure' },
      { provider: 'azure' },
    ],
    ['mlflow over session.id', { 'mlflow.trace.session': 'm', 'session.id': 's' }, { sessionId: 'm' }],
    [
      'session.id over the conversation',
      { 'gen_ai.conversation.id': 'c', 'session.id': 's' },
      { sessionId: 's' },
    ],
    ['mlflow over user.id', { 'mlflow.trace.user': 'm', 'user.id': 'u' }, { userId: 'm' }],
    ['user.id over enduser.id', { 'enduser.id': 'e', 'user.id': 'u' }, { userId: 'u' }],
    [
      'mlflow over OpenInference',
      { 'mlflow.chat.tokenUsage': '{"input_tokens":1}', 'llm.token_count.prompt': 2n },
      { tokens: { input: 1 } },
    ],
    [
      'mlflow over gen_ai',
      { 'mlflow.chat.tokenUsage': '{"input_tokens":1}', 'gen_ai.usage.output_tokens': 2n },
      { tokens: { input: 1 } },
    ],
    [
      'OpenInference over gen_ai',
      { 'llm.token_count.prompt': 2n, 'gen_ai.usage.input_tokens': 3n },
      { tokens: { input: 2 } },
    ],
    [
      'the new name over the old',
      { 'gen_ai.usage.prompt_tokens': 9n, 'gen_ai.usage.input_tokens': 3n },
      { tokens: { input: 3 } },
    ],
    [
      'counts over rubbish',
      { 'llm.token_count.prompt': 'many', 'gen_ai.usage.input_tokens': 3n },
      { tokens: { input: 3 } },
    ],
  ])('%s: %o', (_, attributes, meaning) => {
    expect(inBothOrders(attributes)).toMatchObject(meaning);
  });

  it('attributes over events', () => {
    const events = [makeEvent('gen_ai.user.message', { content: 'from an event' })];
    const { inputs } = translate(
      makeSpan({ 'gen_ai.system': 'x', 'gen_ai.input.messages': '[]' }, { events }),
    );
    expect(inputs).toEqual({ text: '[]', attribute: 'gen_ai.input.messages' });
  });
});

describe('payloads', () => {
  it('keeps a string byte for byte and writes structures as JSON', () => {
    const text = '{ "a":\t1 } ';
    const value = new Map<string, AttributeValue>([['n', 9007199254740993n]]);
    expect(translate(makeSpan({ 'mlflow.spanInputs': text, 'mlflow.spanOutputs': value }))).toMatchObject({
      inputs: { text },
      outputs: { text: '{"n":9007199254740993}' },
    });
  });

  it('takes a value that the span carries by reference from the large values', () => {
    const span = makeSpan({ 'input.value': null, 'output.value': null });
    expect(translate(span, new Map([['input.value', 'large']]))).toEqual({
      type: 'UNKNOWN',
      inputs: { text: 'large', attribute: 'input.value' },
    });
  });

  it.each<[string, Attributes, string | undefined]>([
    ['in the request', { 'openinference.span.kind': 'LLM', 'input.value': '{"model":"m"}' }, 'm'],
    [
      'in the response',
      { 'openinference.span.kind': 'LLM', 'input.value': '{}', 'output.value': '{"model":"m"}' },
      'm',
    ],
    ['not in a tool', { 'openinference.span.kind': 'TOOL', 'input.value': '{"model":"Mini"}' }, undefined],
    ['not in half JSON', { 'openinference.span.kind': 'LLM', 'input.value': '{"model":"m"' }, undefined],
  ])('finds the model %s', (_, attributes, model) => {
    expect(translate(makeSpan(attributes)).model).toBe(model);
  });

  it('assembles indexed messages of OpenInference in order of their index', () => {
    const span = makeSpan({
      'openinference.span.kind': 'LLM',
      'llm.input_messages.10.message.content': 'last',
      'llm.input_messages.0.message.role': 'user',
      'llm.input_messages.0.message.contents.0.message_content.text': 'first',
      'llm.output_messages.0.message.tool_calls.0.tool_call.function.name': 'weather',
    });
    expect(translate(span)).toEqual({
      type: 'LLM',
      inputs: { text: '[{"role":"user","contents":[{"text":"first"}]},{"content":"last"}]' },
      outputs: { text: '[{"tool_calls":[{"function":{"name":"weather"}}]}]' },
    });
  });

  it('reads messages from events: attributes, a JSON body, or the details event', () => {
    const read = (...events: ReturnType<typeof makeEvent>[]) =>
      translate(makeSpan({ 'gen_ai.operation.name': 'chat' }, { events }));
    expect(
      read(
        makeEvent('gen_ai.user.message', { content: 'hi' }),
        makeEvent('gen_ai.choice', { index: 0n, message: '{"role":"assistant","content":"ho"}' }),
      ),
    ).toMatchObject({
      inputs: { text: '[{"role":"user","content":"hi"}]' },
      outputs: { text: '[{"role":"assistant","content":"ho"}]' },
    });
    expect(
      read(makeEvent('gen_ai.tool.message', { 'gen_ai.event.content': '{"id":"c","content":"sun"}' })),
    ).toMatchObject({
      inputs: { text: '[{"role":"tool","content":"sun","id":"c"}]' },
    });
    const details = {
      'gen_ai.input.messages': '[{"role":"user"}]',
      'gen_ai.output.messages': [new Map([['role', 'assistant']])],
    };
    expect(read(makeEvent('gen_ai.client.inference.operation.details', details))).toMatchObject({
      inputs: { text: '[{"role":"user"}]' },
      outputs: { text: '[{"role":"assistant"}]' },
    });
  });
});

describe('faults', () => {
  it.each<[AttributeValue]>([
    ['many'],
    [-1n],
    [10n ** 18n],
    [1.5],
    [Number.NaN],
    [true],
    [['1']],
    ['12 apples'],
    [new Uint8Array(2)],
  ])('leaves a bucket empty for %o and says so', (rubbish) => {
    const { tokens, faults } = translate(
      makeSpan({ 'gen_ai.usage.input_tokens': rubbish, 'gen_ai.usage.output_tokens': '7' }),
    );
    expect(tokens).toEqual({ output: 7 });
    expect(faults).toEqual([
      expect.stringMatching(/^gen_ai\.usage\.input_tokens is not a count of tokens: /),
    ]);
  });

  it('names a usage that is no map, and a model that is no text', () => {
    const { tokens, model, faults } = translate(
      makeSpan({ 'mlflow.chat.tokenUsage': '{"input_tokens":', 'mlflow.llm.model': ['x'] }),
    );
    expect({ tokens, model }).toEqual({ tokens: undefined, model: undefined });
    expect(faults).toEqual([
      'mlflow.chat.tokenUsage is not a map of token counts: {"input_tokens":',
      'mlflow.llm.model is not text',
    ]);
  });

  it('survives nesting that would exhaust the stack', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const events = [makeEvent('gen_ai.user.message', { content: deep })];
    const { inputs } = translate(
      makeSpan(
        { 'gen_ai.system': 'x', 'llm.provider': 'x', [`llm.input_messages.${'a.'.repeat(30_000)}a`]: 'deep' },
        { events },
      ),
    );
    expect(inputs?.text).toBe(JSON.stringify([{ role: 'user', content: deep }]));
  });

  it('never throws, and ignores the order of attributes', () => {
    const scalar = fc.oneof(
      fc.string(),
      fc.json(),
      fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.uint8Array({ maxLength: 4 }),
    );
    const value = fc.oneof(
      scalar,
      fc.array(scalar, { maxLength: 3 }),
      fc.dictionary(fc.string(), scalar, { maxKeys: 3 }).map((object) => new Map(Object.entries(object))),
    );
    const keys = fc.constantFrom(
      ...RULES.keys(),
      'llm.input_messages.0.message.role',
      'llm.input_messages.0',
    );
    fc.assert(
      fc.property(fc.dictionary(keys, value, { maxKeys: 12 }), (attributes) => {
        inBothOrders(attributes);
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});
