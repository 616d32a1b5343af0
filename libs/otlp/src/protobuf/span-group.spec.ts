import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attribute, message, nested, span, spanIdOf, text, traceIdOf } from '../testing/plain-encoder.ts';
import { decodeAnyValue } from './any-value.ts';
import type { TraceChunk } from './chunk-builder.ts';
import { decodeTraces } from './decode-traces.ts';
import { splitTraces, type SplitLimits } from './split-traces.ts';

const LIMITS: SplitLimits = {
  maxSpans: 1_000,
  maxAttributes: 20,
  maxDepth: 5,
  chunkBytes: 2_000,
  maxSpanBytes: 10_000,
  claimAboveBytes: 500,
  claimSharedAboveBytes: 100,
  maxSharedBytes: 2_000,
  maxRepeatedBytes: 5_000,
};

const decoded = (chunk: TraceChunk | undefined) => decodeTraces(Buffer.concat(chunk?.parts ?? []));
const spansOfTraces = (count: number): Buffer[] =>
  Array.from({ length: count }, (_, i) => span(traceIdOf(i), spanIdOf(i)));

describe('a large attribute of a resource', () => {
  const large = 'x'.repeat(3_000);
  const body = message(
    1,
    message(1, attribute('service.name', 'shop', 1), attribute('big', large, 1)),
    message(2, message(1, text(1, 'scope')), ...spansOfTraces(3)),
  );

  it('is claimed once and left in no chunk', () => {
    const { chunks, spanCount } = splitTraces(body, LIMITS);
    expect({ spanCount, chunks: chunks.length }).toEqual({ spanCount: 3, chunks: 3 });
    for (const chunk of chunks) {
      expect(decoded(chunk)[0]?.origin).toEqual({
        resource: new Map([
          ['service.name', 'shop'],
          ['big', null],
        ]),
        scopeName: 'scope',
        scopeVersion: '',
      });
      expect(chunk.resourceClaims).toBe(chunks[0]?.resourceClaims);
    }
    const [claim] = chunks[0]?.resourceClaims ?? [];
    expect(claim?.attribute).toBe('big');
    expect(decodeAnyValue(claim?.value ?? Buffer.alloc(0))).toBe(large);
  });

  it('of 9 MB leaves small chunks', () => {
    const huge = message(
      1,
      message(1, attribute('big', 'x'.repeat(9_000_000), 1)),
      message(2, ...spansOfTraces(2)),
    );
    const { chunks, rejectedCount } = splitTraces(huge, LIMITS);
    expect(rejectedCount).toBe(0);
    expect(chunks.every((chunk) => chunk.byteLength < 200)).toBe(true);
  });
});

it('leaves large attributes of a scope out, for nothing reads them', () => {
  const body = message(
    1,
    message(
      2,
      message(1, text(1, 'scope'), attribute('big', 'x'.repeat(5_000), 3), attribute('k', 'v', 3)),
      ...spansOfTraces(2),
    ),
  );
  const { chunks } = splitTraces(body, LIMITS);
  expect(chunks.map((chunk) => chunk.byteLength < 200)).toEqual([true, true]);
  expect(decoded(chunks[1])[0]?.origin.scopeName).toBe('scope');
  expect(chunks[0]?.resourceClaims).toEqual([]);
});

describe('spans whose resource can not be taken', () => {
  const other = message(1, message(2, span(traceIdOf(99), spanIdOf(99))));
  const withResource = (...fields: Buffer[]): Buffer =>
    Buffer.concat([message(1, message(1, ...fields), message(2, ...spansOfTraces(2))), other]);

  it.each([
    [
      'many small attributes',
      withResource(...Array.from({ length: 100 }, (_, i) => attribute(`k${i}`, 'y'.repeat(40), 1))),
      'at most 2000 are taken',
    ],
    [
      'a long name of its scope',
      Buffer.concat([
        message(1, message(2, message(1, text(1, 'n'.repeat(3_000))), ...spansOfTraces(2))),
        other,
      ]),
      'at most 2000 are taken',
    ],
    [
      'an attribute too deep to be decoded',
      withResource(message(1, text(1, 'mlflow.experimentId'), message(2, nested(300)))),
      'nested more than 5 deep',
    ],
  ])('are rejected, and no others: %s', (_, body, reason) => {
    const { chunks, rejectedCount, reasons } = splitTraces(body, LIMITS);
    expect(rejectedCount).toBe(2);
    expect(reasons[0]).toContain(reason);
    expect(chunks.map(({ traceId }) => traceId)).toEqual([traceIdOf(99)]);
  });
});

it('rejects the spans for which a resource would be repeated beyond the bound', () => {
  const small = Array.from({ length: 15 }, (_, i) => attribute(`k${i}`, 'y'.repeat(80), 1));
  const { chunks, rejectedCount, reasons } = splitTraces(
    message(1, message(1, ...small), message(2, ...spansOfTraces(100))),
    LIMITS,
  );
  expect(chunks.length + rejectedCount).toBe(100);
  expect(rejectedCount).toBeGreaterThan(50);
  expect(reasons[0]).toContain('send smaller batches');
});

/** The claims stand in the header of each record: by name, and with an address of about 120 bytes. */
const recordBytes = (chunk: TraceChunk): number =>
  chunk.parts.reduce((sum, part) => sum + part.byteLength, 0) +
  chunk.resourceClaims.reduce((sum, { attribute: key }) => sum + JSON.stringify(key).length + 150, 0);

const attributesOf = (field: number) =>
  fc
    .array(fc.tuple(fc.string({ unit: 'binary', maxLength: 20 }), fc.nat(1_500)), { maxLength: 12 })
    .map((pairs) => pairs.map(([key, length]) => attribute(key, 'v'.repeat(length), field)));
const scopeSpans = fc
  .tuple(attributesOf(3), fc.array(fc.nat(60), { maxLength: 60 }))
  .map(([attributes, traces]) =>
    message(2, message(1, ...attributes), ...traces.map((n, i) => span(traceIdOf(n), spanIdOf(i)))),
  );
const resourceSpans = fc
  .tuple(attributesOf(1), fc.array(scopeSpans, { maxLength: 4 }))
  .map(([attributes, scopes]) => message(1, message(1, ...attributes), ...scopes));

it('never makes more of a request than it promises, and loses nothing it took', () => {
  fc.assert(
    fc.property(fc.array(resourceSpans, { maxLength: 3 }), (groups) => {
      const body = Buffer.concat(groups);
      const { chunks, spanCount, rejectedCount } = splitTraces(body, LIMITS);
      const total = chunks.reduce((sum, chunk) => sum + recordBytes(chunk), 0);
      expect(total).toBeLessThanOrEqual(2 * body.length + LIMITS.maxRepeatedBytes + 16 * chunks.length);
      const sent = decodeTraces(body);
      expect(spanCount + rejectedCount).toBe(sent.length);
      const whole = new Set(sent.map(({ origin }) => JSON.stringify([...origin.resource])));
      for (const chunk of chunks) {
        const values = new Map(chunk.resourceClaims.map((claim) => [claim.attribute, claim.value]));
        for (const { origin } of decoded(chunk)) {
          const resource = [...origin.resource].map(([key, value]) => {
            const claimed = value === null ? values.get(key) : undefined;
            return [key, claimed ? decodeAnyValue(claimed) : value];
          });
          expect(whole).toContain(JSON.stringify(resource));
        }
      }
    }),
    { numRuns: 200, seed: 3 },
  );
});
