import { describe, expect, it } from 'vitest';
import type { AttributeValue, SpanMeaning } from '@millrace/domain';
import type { StoredSpan } from '@millrace/ports';
import { spanJson } from './span-json.ts';

const TRACE_ID = 'a0a66c605bc567f405dd4e2d320487b4';

function stored(
  attributes: Record<string, AttributeValue>,
  more: Partial<StoredSpan['span']> = {},
  meaning: SpanMeaning = { type: 'UNKNOWN' },
): StoredSpan {
  return {
    experimentId: 1,
    meaning,
    blobs: new Map(),
    span: {
      traceId: TRACE_ID,
      spanId: '68cb4b4666d7bf4e',
      parentSpanId: undefined,
      name: 'shape',
      kind: 1,
      startTimeUnixNano: 1795235096683368999n,
      endTimeUnixNano: 1795235096688368999n,
      statusCode: 0,
      statusMessage: '',
      traceState: '',
      attributes: new Map(Object.entries(attributes)),
      events: [],
      links: [],
      origin: { resource: new Map(), scopeName: '', scopeVersion: '' },
      ...more,
    },
  };
}

describe('a span in JSON', () => {
  it('is what the stock server answered for the same span, to the digit', () => {
    expect(spanJson(stored({ k: 'v' }))).toBe(
      '{"trace_id":"oKZsYFvFZ/QF3U4tMgSHtA==","span_id":"aMtLRmbXv04=","name":"shape",' +
        '"start_time_unix_nano":1795235096683368999,"end_time_unix_nano":1795235096688368999,' +
        '"attributes":[{"key":"k","value":{"string_value":"v"}},' +
        `{"key":"mlflow.traceRequestId","value":{"string_value":"tr-${TRACE_ID}"}}],"status":{}}`,
    );
  });

  it("unpacks a call of Vercel's AI SDK as the stock server does", () => {
    const text = spanJson(
      stored(
        {
          'ai.operationId': 'ai.generateText.doGenerate',
          'ai.prompt.messages': '[{"role":"user","content":"hi"}]',
          'ai.prompt.tools': ['{"name":"add"}'],
          'ai.response.text': 'hello',
        },
        {},
        { type: 'LLM', inputs: { text: '[]', attribute: 'ai.prompt.messages' }, outputs: { text: 'hello' } },
      ),
    );
    expect(text).toContain(
      '"mlflow.spanOutputs","value":{"kvlist_value":{"values":[{"key":"text","value":{"string_value":"hello"}}]}}',
    );
    const [, inputs = ''] = text.split('"mlflow.spanInputs"');
    expect(inputs).toContain('{"key":"messages","value":{"array_value"');
    expect(inputs).toContain('{"key":"tools","value":{"array_value":{"values":[{"kvlist_value"');
  });

  it('holds every kind of value with its type', () => {
    const value = new Map<string, AttributeValue>([
      ['int', 9223372036854775807n],
      ['double', 0.5],
      ['nan', NaN],
      ['no', false],
      ['none', null],
      ['bytes', new Uint8Array([1, 2])],
      ['list', [1n, 'a"b', new Map()]],
    ]);
    const text = spanJson(stored({ 'mlflow.spanInputs': value }));
    expect(text).toContain('{"key":"int","value":{"int_value":9223372036854775807}}');
    expect(attribute(text, 'mlflow.spanInputs')).toEqual({
      kvlist_value: {
        values: [
          { key: 'int', value: { int_value: expect.any(Number) } },
          { key: 'double', value: { double_value: 0.5 } },
          { key: 'nan', value: { double_value: 'NaN' } },
          { key: 'no', value: { bool_value: false } },
          { key: 'none', value: {} },
          { key: 'bytes', value: { bytes_value: 'AQI=' } },
          {
            key: 'list',
            value: {
              array_value: {
                values: [{ int_value: 1 }, { string_value: 'a"b' }, { kvlist_value: { values: [] } }],
              },
            },
          },
        ],
      },
    });
  });

  it.each([
    ['{"x":1}', { kvlist_value: { values: [{ key: 'x', value: { int_value: 1 } }] } }],
    [' [true, null, 1.5]', { array_value: { values: [{ bool_value: true }, {}, { double_value: 1.5 }] } }],
    ['"o"', { string_value: 'o' }],
    ['"{\\"x\\":1}"', { string_value: '{"x":1}' }],
    ['42', { string_value: '42' }],
    ['true', { string_value: 'true' }],
    ['null', { string_value: 'null' }],
    ['{"x":', { string_value: '{"x":' }],
    ['{{template}}', { string_value: '{{template}}' }],
  ])('reads the text %s back parsed by one layer', (text, expected) => {
    expect(attribute(spanJson(stored({ any: text })), 'any')).toEqual(expected);
  });

  it('keeps integers inside a JSON text that a JS number would round', () => {
    const text = spanJson(stored({ any: '{"id": 1795235096683368999, "f": 1.25, "huge": 1e400}' }));
    expect(text).toContain('{"key":"id","value":{"int_value":1795235096683368999}}');
    expect(text).toContain('{"key":"f","value":{"double_value":1.25}}');
    expect(text).toContain('{"key":"huge","value":{"double_value":"Infinity"}}');
  });

  it('adds what another convention means in the words of MLflow, and overrides nothing but an unknown type', () => {
    const meaning: SpanMeaning = {
      type: 'CHAT_MODEL',
      inputs: { text: '[cut…', attribute: 'gen_ai.input.messages' },
      outputs: { text: 'hello' },
      model: 'gpt-4o-mini',
      provider: 'openai',
      tokens: { input: 7, cacheRead: 4, output: 3 },
    };
    const source = {
      'gen_ai.input.messages': '[{"role":"user"}]',
      'mlflow.spanType': 'UNKNOWN',
      'mlflow.llm.model': 'mine',
      'mlflow.traceRequestId': 'tr-forged',
    };
    const text = spanJson(stored(source, {}, meaning));
    expect(attribute(text, 'mlflow.spanType')).toEqual({ string_value: 'CHAT_MODEL' });
    expect(attribute(text, 'mlflow.llm.model')).toEqual({ string_value: 'mine' });
    expect(attribute(text, 'mlflow.llm.provider')).toEqual({ string_value: 'openai' });
    expect(attribute(text, 'mlflow.spanInputs')).toEqual(attribute(text, 'gen_ai.input.messages'));
    expect(attribute(text, 'mlflow.spanOutputs')).toEqual({ string_value: 'hello' });
    expect(attribute(text, 'mlflow.traceRequestId')).toEqual({ string_value: `tr-${TRACE_ID}` });
    expect(JSON.stringify(attribute(text, 'mlflow.chat.tokenUsage'))).toContain(
      '{"key":"input_tokens","value":{"int_value":11}}',
    );
  });

  it('has its parent, status, events and links', () => {
    const text = spanJson(
      stored(
        {},
        {
          parentSpanId: '04f9e930411c9ce7',
          statusCode: 2,
          statusMessage: 'no "luck"',
          events: [
            {
              timeUnixNano: 1795235096683368999n,
              name: 'exception',
              attributes: new Map([['exception.message', 'x']]),
            },
            { timeUnixNano: 1n, name: 'bare', attributes: new Map() },
          ],
          links: [{ traceId: TRACE_ID, spanId: '04f9e930411c9ce7', attributes: new Map() }],
        },
      ),
    );
    expect(text).toContain('"time_unix_nano":1795235096683368999');
    expect(JSON.parse(text)).toMatchObject({
      parent_span_id: 'BPnpMEEcnOc=',
      status: { code: 'STATUS_CODE_ERROR', message: 'no "luck"' },
      events: [
        { name: 'exception', attributes: [{ key: 'exception.message', value: { string_value: 'x' } }] },
        { name: 'bare' },
      ],
      links: [{ trace_id: 'oKZsYFvFZ/QF3U4tMgSHtA==', span_id: 'BPnpMEEcnOc=' }],
    });
  });
});

function attribute(text: string, key: string): unknown {
  const { attributes } = JSON.parse(text) as { attributes: { key: string; value: unknown }[] };
  return attributes.find((each) => each.key === key)?.value;
}
