import { Rejected, type OtlpSpan } from '@millrace/domain';
import { describe, expect, it } from 'vitest';
import { decodeTraces } from '../protobuf/decode-traces.ts';
import { splitTraces } from '../protobuf/split-traces.ts';
import { jsonToProtobuf } from './json-to-protobuf.ts';

const LIMITS = {
  maxSpans: 100,
  maxAttributes: 20,
  maxDepth: 100,
  chunkBytes: 10_000,
  maxSpanBytes: 10_000,
  claimAboveBytes: 1_000,
  claimSharedAboveBytes: 1_000,
  maxSharedBytes: 10_000,
  maxRepeatedBytes: 10_000,
};
const TRACE = 'ab'.repeat(16);
const SPAN = { traceId: TRACE, spanId: '1'.repeat(16), name: 'call' };
const request = (span: object): object => ({ resourceSpans: [{ scopeSpans: [{ spans: [span] }] }] });
const decode = (json: unknown): OtlpSpan[] =>
  decodeTraces(jsonToProtobuf(Buffer.from(typeof json === 'string' ? json : JSON.stringify(json))));
const only = (span: object): OtlpSpan => {
  const [decoded] = decode(request({ ...SPAN, ...span }));
  if (!decoded) throw new Error('no span was decoded');
  return decoded;
};
const valueOf = (value: unknown): unknown => only({ attributes: [{ key: 'k', value }] }).attributes.get('k');

describe('a request in OTLP/JSON', () => {
  it('becomes the same spans in protobuf', () => {
    const json = {
      resourceSpans: [
        {
          resource: { attributes: [{ key: 'service.name', value: { stringValue: 'shop' } }] },
          scopeSpans: [
            {
              scope: { name: 'scope', version: '1.2' },
              spans: [
                {
                  ...SPAN,
                  traceId: TRACE.toUpperCase(),
                  parentSpanId: '2'.repeat(16),
                  traceState: 'a=b',
                  kind: 3,
                  startTimeUnixNano: '1700000000000000001',
                  endTimeUnixNano: '18446744073709551615',
                  status: { code: 2, message: 'broke' },
                  events: [
                    { timeUnixNano: '7', name: 'e', attributes: [{ key: 'a', value: { intValue: 1 } }] },
                  ],
                  links: [{ traceId: 'cd'.repeat(16), spanId: '3'.repeat(16), attributes: [] }],
                },
              ],
            },
          ],
        },
      ],
    };
    expect(decode(json)).toEqual([
      {
        traceId: TRACE,
        spanId: '1'.repeat(16),
        parentSpanId: '2'.repeat(16),
        name: 'call',
        kind: 3,
        startTimeUnixNano: 1700000000000000001n,
        endTimeUnixNano: 2n ** 64n - 1n,
        statusCode: 2,
        statusMessage: 'broke',
        traceState: 'a=b',
        attributes: new Map(),
        events: [{ timeUnixNano: 7n, name: 'e', attributes: new Map([['a', 1n]]) }],
        links: [{ traceId: 'cd'.repeat(16), spanId: '3'.repeat(16), attributes: new Map() }],
        origin: {
          resource: new Map([['service.name', 'shop']]),
          scopeName: 'scope',
          scopeVersion: '1.2',
        },
      },
    ]);
  });

  it('may use snake_case names, enum names, nulls and fields nobody knows', () => {
    const json = {
      resource_spans: [
        {
          resource: null,
          scope_spans: [
            {
              spans: [
                {
                  trace_id: TRACE,
                  span_id: '1'.repeat(16),
                  parent_span_id: null,
                  kind: 'SPAN_KIND_CLIENT',
                  start_time_unix_nano: 5,
                  status: { code: 'STATUS_CODE_ERROR' },
                  attributes: [{ key: 'k', value: { string_value: 'v' }, odd: 1 }],
                  tomorrow: { deep: [1] },
                },
              ],
            },
          ],
        },
      ],
      odd: true,
    };
    expect(decode(json)).toMatchObject([
      { traceId: TRACE, kind: 3, statusCode: 2, startTimeUnixNano: 5n, parentSpanId: undefined },
    ]);
    expect(decode(json)[0]?.attributes).toEqual(new Map([['k', 'v']]));
  });

  it.each([['{}'], ['{"resourceSpans":[]}'], ['{"resourceSpans":null}'], ['{"resourceSpans":[{}]}']])(
    'without spans is empty: %s',
    (json) => expect(decode(json)).toEqual([]),
  );

  it('counts an enum of a later version as unspecified', () => {
    expect(only({ kind: 99, status: { code: 'STATUS_CODE_NEW' } })).toMatchObject({ kind: 0, statusCode: 0 });
  });

  it.each<[unknown, unknown]>([
    [{ stringValue: '' }, ''],
    [{ stringValue: 'é\u0000😀' }, 'é\u0000😀'],
    [{ boolValue: false }, false],
    [{ intValue: '-9223372036854775808' }, -(2n ** 63n)],
    [{ intValue: '9007199254740993' }, 9007199254740993n],
    [{ intValue: 0 }, 0n],
    [{ doubleValue: 0.1 }, 0.1],
    [{ doubleValue: '1.5' }, 1.5],
    [{ doubleValue: '-Infinity' }, -Infinity],
    [{ doubleValue: 'NaN' }, NaN],
    [{ bytesValue: '_-8=' }, Uint8Array.of(255, 239)],
    [{ bytesValue: '' }, new Uint8Array(0)],
    [{ arrayValue: {} }, []],
    [{ arrayValue: { values: [{ intValue: 1 }, {}, { arrayValue: { values: [] } }] } }, [1n, null, []]],
    [
      { kvlistValue: { values: [{ key: 'a', value: { boolValue: true } }, { key: 'b' }] } },
      new Map([
        ['a', true],
        ['b', null],
      ]),
    ],
    [{}, null],
    [null, null],
    [undefined, null],
  ])('carries the value %j without loss', (json, value) => {
    const decoded = valueOf(json);
    expect(decoded instanceof Uint8Array ? Uint8Array.from(decoded) : decoded).toEqual(value);
  });
});

describe('wrong JSON', () => {
  const AT = 'resourceSpans[0].scopeSpans[0].spans[0]';
  const VALUE = `${AT}.attributes[0].value`;

  it.each<[string, object]>([
    [`${AT}.startTimeUnixNano: expected an integer`, { startTimeUnixNano: 'soon' }],
    [`${AT}.startTimeUnixNano: expected an integer`, { startTimeUnixNano: 1.5 }],
    [`${AT}.endTimeUnixNano: expected an integer of 64 bits`, { endTimeUnixNano: '18446744073709551616' }],
    [`${AT}.endTimeUnixNano: expected an integer of 64 bits`, { endTimeUnixNano: -1 }],
    [`${AT}.traceId: expected hex digits`, { traceId: 'q6urq6urq6urq6urq6urqw==' }],
    [`${AT}.spanId: expected hex digits`, { spanId: 'abc' }],
    [`${AT}.name: expected a string`, { name: 5 }],
    [`${AT}.kind: expected an enum value`, { kind: 1.5 }],
    [`${AT}.kind: expected an enum value`, { kind: [] }],
    [`${AT}.status: expected an object`, { status: 'ok' }],
    [`${AT}.attributes: expected a list`, { attributes: { k: 'v' } }],
    [`${AT}.attributes[1]: expected an object`, { attributes: [{}, 'x'] }],
    [`${AT}.attributes[0]: expected an object`, { attributes: [[]] }],
    [`${AT}.links[0].traceId: expected hex digits`, { links: [{ traceId: 'zz' }] }],
    [`${VALUE}: expected an object`, { attributes: [{ key: 'k', value: 'bare' }] }],
    [`${VALUE}.stringValue: expected a string`, { attributes: [{ key: 'k', value: { stringValue: 5 } }] }],
    [`${VALUE}.boolValue: expected true or false`, { attributes: [{ key: 'k', value: { boolValue: 1 } }] }],
    [`${VALUE}.intValue: expected an integer`, { attributes: [{ key: 'k', value: { intValue: 1e30 } }] }],
    [`${VALUE}.doubleValue: expected a number`, { attributes: [{ key: 'k', value: { doubleValue: 'x' } }] }],
    [`${VALUE}.bytesValue: expected base64`, { attributes: [{ key: 'k', value: { bytesValue: '!' } }] }],
    [
      `${VALUE}.arrayValue.values[0].intValue: expected an integer`,
      { attributes: [{ key: 'k', value: { arrayValue: { values: [{ intValue: true }] } } }] },
    ],
    [
      `${VALUE}.kvlistValue.values[0].value.intValue: expected an integer`,
      {
        attributes: [
          { key: 'k', value: { kvlistValue: { values: [{ key: 'i', value: { intValue: {} } }] } } },
        ],
      },
    ],
  ])('is refused: %s', (message, span) => {
    expect(() => only(span)).toThrow(message);
    expect(() => only(span)).toThrow(Rejected);
  });

  it.each(['', 'null', '[]', '"text"', '{"resourceSpans":'])(
    'is refused when it is no object: %s',
    (json) => {
      expect(() => decode(json)).toThrow(Rejected);
    },
  );
});

it.each([
  ['arrays', '{"arrayValue":{"values":[', ']}}'],
  ['lists of keys', '{"kvlistValue":{"values":[{"key":"k","value":', '}]}}'],
])('rejects the one span whose %s are nested deeper than anything may recurse', (_, open, close) => {
  const value = `${open.repeat(50_000)}{}${close.repeat(50_000)}`;
  const deep = { ...SPAN, attributes: [{ key: 'k', value: '@' }] };
  const spans = [deep, { ...SPAN, spanId: '2'.repeat(16) }];
  const json = JSON.stringify({ resourceSpans: [{ scopeSpans: [{ spans }] }] }).replace('"@"', value);
  const { spanCount, reasons } = splitTraces(jsonToProtobuf(Buffer.from(json)), LIMITS);
  expect(spanCount).toBe(1);
  expect(reasons).toEqual([expect.stringContaining('nested more than 100 deep')]);
});
