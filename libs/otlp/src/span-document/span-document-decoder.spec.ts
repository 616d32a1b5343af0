import { readFileSync } from 'node:fs';
import { Rejected, type OtlpSpan } from '@millrace/domain';
import { describe, expect, it } from 'vitest';
import { decodeTraces } from '../protobuf/decode-traces.ts';
import { encodeTracesRequest } from '../encode/encode-traces.ts';
import { SpanDocumentDecoder } from './span-document-decoder.ts';

const CAPTURED = readFileSync(new URL('../testdata/span-document-3.0.0.json', import.meta.url));
const TRACE = 'ab'.repeat(16);
const ID = 'AQIDBAUGBwg=';
const MOST = 100_000;

interface Decoded {
  readonly spans: OtlpSpan[];
  readonly faults: string[];
}

function decode(document: Uint8Array | string, chunkBytes = Infinity, mostBytes = MOST): Decoded {
  const bytes = Buffer.from(document);
  const decoder = new SpanDocumentDecoder(TRACE, mostBytes);
  const spans: OtlpSpan[] = [];
  const faults: string[] = [];
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    const part = decoder.push(bytes.subarray(at, at + chunkBytes));
    spans.push(...part.spans);
    faults.push(...part.faults);
  }
  decoder.finish();
  return { spans, faults };
}

const documentOf = (...spans: readonly object[]): string => JSON.stringify({ spans });
const only = (span: object): OtlpSpan => {
  const { spans, faults } = decode(documentOf({ span_id: ID, ...span }));
  if (!spans[0]) throw new Error(faults.join());
  return spans[0];
};
const valueOf = (text: string) => only({ attributes: { k: text } }).attributes.get('k');

describe('the document of a real client', () => {
  it('becomes the spans that a later client sends by OTLP, all of the trace whose file it is', () => {
    const { spans, faults } = decode(CAPTURED);
    expect(faults).toEqual([]);
    expect(spans).toMatchObject([
      { traceId: TRACE, name: 'agent', parentSpanId: undefined, statusCode: 1 },
      { traceId: TRACE, name: 'ask', parentSpanId: spans[0]?.spanId, statusCode: 1 },
      {
        traceId: TRACE,
        name: 'fail',
        parentSpanId: spans[0]?.spanId,
        statusCode: 2,
        statusMessage: 'ValueError: no such order: 17',
      },
    ]);
    const [agent, ask, fail] = spans;
    expect(agent?.startTimeUnixNano).toBeGreaterThan(1_700_000_000_000_000_000n);
    expect(Object.fromEntries(ask?.attributes ?? [])).toMatchObject({
      'mlflow.spanType': 'LLM',
      'mlflow.spanInputs': new Map<string, unknown>([
        ['question', 'Is "Größe" it?'],
        ['scale', NaN],
      ]),
      'mlflow.spanOutputs': new Map<string, unknown>([
        ['answer', 'yes'],
        ['share', 1],
        ['numbers', [1n, 2.5, true, null]],
        ['big', 10n ** 18n],
      ]),
      temperature: 0,
      top_k: 5n,
      seed: 2n ** 60n + 1n,
      stop: null,
    });
    expect(ask?.events).toMatchObject([
      {
        name: 'first token',
        attributes: new Map<string, unknown>([
          ['after_ms', 12n],
          ['share', 0.5],
          ['names', ['é', 'b']],
        ]),
      },
    ]);
    expect(fail?.events[0]?.attributes.get('exception.message')).toBe('no such order: 17');
    expect(decodeTraces(encodeTracesRequest(spans))).toEqual(spans);
  });

  it.each([1, 7, 1000])('is the same in chunks of %i bytes', (chunkBytes) => {
    expect(decode(CAPTURED, chunkBytes)).toEqual(decode(CAPTURED));
  });

  it.each([1, 100, CAPTURED.length - 1])('that is cut off after %i bytes is refused', (bytes) => {
    expect(() => decode(CAPTURED.subarray(0, bytes))).toThrow(Rejected);
  });
});

describe('a value', () => {
  it.each<[string, unknown]>([
    ['"text"', 'text'],
    ['"5"', '5'],
    ['plain', 'plain'],
    ['', ''],
    ['1.0', 1],
    ['-0', -0],
    ['-9223372036854775808', -(2n ** 63n)],
    ['9223372036854775808', 2 ** 63],
    ['1e3', 1000],
    ['-Infinity', -Infinity],
    ['["NaN", Infinity]', ['NaN', Infinity]],
    ['{"__proto__": {"a": 1.5}}', new Map([['__proto__', new Map([['a', 1.5]])]])],
  ])('of %s is what Python wrote', (text, value) => expect(valueOf(text)).toEqual(value));

  it('may be no text, and nested deeply', () => {
    expect(only({ attributes: { k: { a: [1] } } }).attributes.get('k')).toEqual(new Map([['a', [1n]]]));
    expect(valueOf('['.repeat(100) + ']'.repeat(100))).toBeInstanceOf(Array);
  });
});

describe('a span', () => {
  it('may have ids in hex, links, and times as text', () => {
    const link = { trace_id: `tr-${'cd'.repeat(16)}`, span_id: '1'.repeat(16), attributes: { a: 1 } };
    expect(
      only({ span_id: 'A'.repeat(16), parent_span_id: null, links: [link], start_time_unix_nano: '5' }),
    ).toMatchObject({
      spanId: 'a'.repeat(16),
      parentSpanId: undefined,
      startTimeUnixNano: 5n,
      endTimeUnixNano: 0n,
      links: [{ traceId: 'cd'.repeat(16), spanId: '1'.repeat(16), attributes: new Map([['a', 1n]]) }],
    });
  });

  it.each<[string, object]>([
    ['spans[1].spanId: expected an id of 8 bytes', { span_id: 'AQ==' }],
    ['spans[1].name: expected a string', { span_id: ID, name: 5 }],
    ['spans[1].startTimeUnixNano: expected nanoseconds', { span_id: ID, start_time_unix_nano: -1 }],
    ['spans[1].attributes: expected an object', { span_id: ID, attributes: [] }],
  ])('that is none leaves the others: %s', (fault, bad) => {
    const { spans, faults } = decode(documentOf({ span_id: ID, name: 'a' }, bad, { span_id: ID, name: 'b' }));
    expect(spans.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(faults).toEqual([expect.stringContaining(fault)]);
  });
});

describe('a document', () => {
  it('has its spans wherever the list stands', () => {
    const nested = { spans: [{ x: 1 }], text: '{"spans":[{' };
    const document = { request: nested, note: 'spans', other: [[{}]], spans: [{ span_id: ID, name: 'a' }] };
    expect(decode(JSON.stringify(document, undefined, 2)).spans).toMatchObject([{ name: 'a' }]);
  });

  it.each(['', '{}', '[]', 'text', '{"spans":[]}', '{"spans":{}}', '{"spans":[1]}'])(
    'without spans is refused: %s',
    (document) => expect(() => decode(document)).toThrow(Rejected),
  );

  it('keeps no more than a span, and refuses one that is too large', () => {
    const large = documentOf({ span_id: ID, name: 'x'.repeat(MOST) });
    expect(() => decode(large, 1000)).toThrow('a span of it has more than 100000 bytes');
  });
});
