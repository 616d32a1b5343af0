import type { AttributeValue, OtlpSpan } from '@millrace/domain';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { jsonToProtobuf } from '../json/json-to-protobuf.ts';
import { decodeTraces } from '../protobuf/decode-traces.ts';
import { encodeTracesRequest } from './encode-traces.ts';

const id = (bytes: number): fc.Arbitrary<string> =>
  fc
    .uint8Array({ minLength: bytes, maxLength: bytes })
    .filter((given) => given.some((byte) => byte !== 0))
    .map((given) => Buffer.from(given).toString('hex'));
const nanos = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
const text = fc.string({ unit: 'grapheme', maxLength: 20 });

const { value } = fc.letrec<{ value: AttributeValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    text,
    fc.boolean(),
    fc.constant(null),
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
    fc.double(),
    fc.uint8Array({ maxLength: 10 }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(text, tie('value')), { maxLength: 4 }).map((entries) => new Map(entries)),
  ),
}));
const attributes = fc.array(fc.tuple(text, value), { maxLength: 5 }).map((entries) => new Map(entries));
const origin = fc.record({ resource: attributes, scopeName: text, scopeVersion: text });

const span: fc.Arbitrary<OtlpSpan> = fc.record({
  traceId: id(16),
  spanId: id(8),
  parentSpanId: fc.option(id(8), { nil: undefined }),
  name: text,
  kind: fc.nat(5),
  startTimeUnixNano: nanos,
  endTimeUnixNano: nanos,
  statusCode: fc.constantFrom(0, 1, 2),
  statusMessage: text,
  traceState: text,
  attributes,
  events: fc.array(fc.record({ timeUnixNano: nanos, name: text, attributes }), { maxLength: 3 }),
  links: fc.array(fc.record({ traceId: id(16), spanId: id(8), attributes }), { maxLength: 3 }),
  origin,
});

it('encodes spans so that they decode to themselves', () => {
  fc.assert(
    fc.property(fc.array(span, { maxLength: 4 }), (spans) => {
      expect(plain(decodeTraces(encodeTracesRequest(spans)))).toEqual(plain(spans));
    }),
    { numRuns: 200, seed: 7 },
  );
});

it('frames spans of one origin once', () => {
  const [first] = fc.sample(span, { numRuns: 1, seed: 7 });
  if (!first) throw new Error('no span was made');
  const one = encodeTracesRequest([first]).byteLength;
  const spans = Array.from({ length: 3 }, () => ({ ...first }));
  const decoded = decodeTraces(encodeTracesRequest(spans));
  expect(new Set(decoded.map((each) => each.origin)).size).toBe(1);
  expect(encodeTracesRequest(spans).byteLength).toBeLessThan(3 * one);
});

/** One request as @opentelemetry/otlp-transformer 0.301.0 wrote it in both formats. */
const captured = (name: string): Buffer => readFileSync(new URL(`../testdata/${name}`, import.meta.url));

it('reads what the OpenTelemetry SDK writes, in JSON as in protobuf', () => {
  const hex = captured('sdk-request.hex').toString('latin1').replaceAll('\n', '');
  const fromProtobuf = decodeTraces(Buffer.from(hex, 'hex'));
  expect(plain(decodeTraces(jsonToProtobuf(captured('sdk-request.json'))))).toEqual(plain(fromProtobuf));
  expect(plain(decodeTraces(encodeTracesRequest(fromProtobuf)))).toEqual(plain(fromProtobuf));
  expect(plain(fromProtobuf)).toMatchObject([
    {
      traceId: 'ab'.repeat(16),
      spanId: '1'.repeat(16),
      parentSpanId: '2'.repeat(16),
      kind: 3,
      startTimeUnixNano: 1_700_000_000_000_000_001n,
      statusCode: 2,
      statusMessage: 'broke',
      traceState: 'vendor=x',
      attributes: new Map<string, AttributeValue>([
        ['text', 'é😀'],
        ['empty', ''],
        ['whole', 42n],
        ['negative', -7n],
        ['half', 0.5],
        ['yes', true],
        ['list', ['a', 'b']],
        ['bytes', Uint8Array.of(0, 255)],
        ['map', new Map([['inner', [1n, 'x']]])],
      ]),
      events: [{ timeUnixNano: 1_700_000_000_000_000_005n, name: 'seen', attributes: new Map([['n', 1n]]) }],
      links: [{ traceId: 'cd'.repeat(16), spanId: '3'.repeat(16), attributes: new Map([['l', 1n]]) }],
      origin: { resource: new Map([['service.name', 'shop']]), scopeName: 'scope', scopeVersion: '1.2' },
    },
    { spanId: '2'.repeat(16), name: 'root', parentSpanId: undefined, statusCode: 0 },
  ]);
});

/** Bytes as plain Uint8Array: a Buffer is another class to toEqual. */
function plain(given: unknown): unknown {
  if (given instanceof Uint8Array) return Uint8Array.from(given);
  if (Array.isArray(given)) return given.map(plain);
  if (given instanceof Map) return new Map([...given].map(([key, inner]) => [key, plain(inner)]));
  if (typeof given !== 'object' || given === null) return given;
  return Object.fromEntries(Object.entries(given).map(([key, inner]) => [key, plain(inner)]));
}
