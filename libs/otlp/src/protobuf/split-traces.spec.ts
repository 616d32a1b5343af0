import { Rejected } from '@millrace/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeAnyValue } from './any-value.ts';
import { decodeTraces } from './decode-traces.ts';
import { splitTraces, type SplitLimits } from './split-traces.ts';
import { attribute, id, message, nested, span, text } from '../testing/plain-encoder.ts';

const LIMITS: SplitLimits = {
  maxSpans: 100,
  maxAttributes: 20,
  maxDepth: 5,
  chunkBytes: 2_000,
  maxSpanBytes: 10_000,
  claimAboveBytes: 500,
  claimSharedAboveBytes: 100,
  maxSharedBytes: 1_000,
  maxRepeatedBytes: 5_000,
};

const TRACE_A = 'a'.repeat(32);
const TRACE_B = 'b'.repeat(32);
const request = (...spans: Buffer[]): Buffer =>
  message(
    1,
    message(1, attribute('service.name', 'shop', 1)),
    message(2, message(1, text(1, 'scope')), ...spans),
  );

describe('splitTraces', () => {
  it('cuts a request by trace, and the pieces decode to the same spans', () => {
    const body = request(
      span(TRACE_A, '1'.repeat(16)),
      span(TRACE_B, '2'.repeat(16)),
      span(TRACE_A, '3'.repeat(16), message(4, id('1'.repeat(16)))),
    );
    const { chunks, spanCount, rejectedCount } = splitTraces(body, LIMITS);
    expect({ spanCount, rejectedCount }).toEqual({ spanCount: 3, rejectedCount: 0 });
    expect(chunks.map(({ traceId, spanCount: n, hasRoot }) => [traceId, n, hasRoot])).toEqual([
      [TRACE_A, 2, true],
      [TRACE_B, 1, true],
    ]);
    const pieces = chunks.flatMap((chunk) => decodeTraces(Buffer.concat(chunk.parts)));
    const whole = decodeTraces(body);
    expect(pieces.sort((a, b) => (a.spanId < b.spanId ? -1 : 1))).toEqual(whole);
    expect(whole[2]).toMatchObject({
      parentSpanId: '1'.repeat(16),
      origin: { scopeName: 'scope', resource: new Map([['service.name', 'shop']]) },
    });
  });

  it('finds the resource after its spans', () => {
    const body = message(
      1,
      message(2, span(TRACE_A, '1'.repeat(16))),
      message(1, attribute('service.name', 'late', 1)),
    );
    const [chunk] = splitTraces(body, LIMITS).chunks;
    expect(decodeTraces(Buffer.concat(chunk?.parts ?? []))[0]?.origin.resource.get('service.name')).toBe(
      'late',
    );
  });

  it.each([
    ['trace_id has 4 bytes', span('aaaaaaaa', '1'.repeat(16))],
    ['trace_id is all zero', span('0'.repeat(32), '1'.repeat(16))],
    ['span_id has 16 bytes', span(TRACE_A, '1'.repeat(32))],
    ['span_id is all zero', span(TRACE_A, '0'.repeat(16))],
    [
      'has 21 attributes',
      span(TRACE_A, '1'.repeat(16), ...Array.from({ length: 21 }, (_, i) => attribute(`k${i}`, 'v'))),
    ],
    [
      'nested more than 5 deep',
      span(TRACE_A, '1'.repeat(16), message(9, text(1, 'k'), message(2, nested(7)))),
    ],
  ])('leaves out a span and says why: %s', (reason, bad) => {
    const result = splitTraces(request(span(TRACE_B, '2'.repeat(16)), bad), LIMITS);
    expect(result).toMatchObject({ spanCount: 1, rejectedCount: 1 });
    expect(result.reasons[0]).toContain(reason);
    expect(result.reasons[0]).toContain('span 1 of the request');
  });

  it('takes an all-zero parent as none', () => {
    const [chunk] = splitTraces(
      request(span(TRACE_A, '1'.repeat(16), message(4, id('0'.repeat(16))))),
      LIMITS,
    ).chunks;
    expect(chunk?.hasRoot).toBe(true);
  });

  it('refuses more spans than the limit, as a whole', () => {
    const spans = Array.from({ length: 101 }, (_, i) =>
      span(TRACE_A, (i + 1).toString(16).padStart(16, '0')),
    );
    expect(() => splitTraces(request(...spans), LIMITS)).toThrow(/more than 100 spans/);
    expect(splitTraces(request(...spans.slice(1)), LIMITS).spanCount).toBe(100);
  });

  it('makes several chunks of a large trace', () => {
    const spans = Array.from({ length: 50 }, (_, i) => span(TRACE_A, (i + 1).toString(16).padStart(16, '0')));
    const { chunks } = splitTraces(request(...spans), LIMITS);
    expect(chunks.length).toBeGreaterThan(1);
    expect(chunks.every((chunk) => chunk.byteLength < 2_200)).toBe(true);
    expect(chunks.flatMap((chunk) => decodeTraces(Buffer.concat(chunk.parts)))).toHaveLength(50);
  });

  it('claims the large attributes of a large span, and they can be read back', () => {
    const large = 'x'.repeat(3_000);
    const { chunks } = splitTraces(
      request(span(TRACE_A, '1'.repeat(16), attribute('small', 's'), attribute('big', large))),
      LIMITS,
    );
    const [decoded] = decodeTraces(Buffer.concat(chunks[0]?.parts ?? []));
    expect([...(decoded?.attributes ?? [])]).toEqual([
      ['small', 's'],
      ['big', null],
    ]);
    const [claim] = chunks[0]?.claims ?? [];
    expect(claim).toMatchObject({ spanId: '1'.repeat(16), attribute: 'big' });
    expect(decodeAnyValue(claim?.value ?? Buffer.alloc(0))).toBe(large);
  });

  it('refuses a span that is too large even without its large attributes', () => {
    const many = Array.from({ length: 19 }, (_, i) => attribute(`k${i}`, 'y'.repeat(499 - 20)));
    const result = splitTraces(request(span(TRACE_A, '1'.repeat(16), ...many)), {
      ...LIMITS,
      maxSpanBytes: 5_000,
    });
    expect(result).toMatchObject({ spanCount: 0, rejectedCount: 1 });
    expect(result.reasons[0]).toContain('besides its large attributes');
  });

  it('tells the experiment a resource names', () => {
    const body = message(
      1,
      message(1, attribute('mlflow.experimentId', '42', 1)),
      message(2, span(TRACE_A, '1'.repeat(16))),
    );
    expect(splitTraces(body, LIMITS).chunks[0]?.experimentId).toBe('42');
  });

  it('answers any bytes with Rejected or a result whose chunks decode', () => {
    const good = request(
      span(TRACE_A, '1'.repeat(16), attribute('k', 'v'), message(11, text(2, 'event'))),
      span(TRACE_B, '2'.repeat(16)),
    );
    const mutated = fc
      .tuple(fc.nat(good.length - 1), fc.nat(255), fc.nat(good.length))
      .map(([at, byte, cut]) => {
        const copy = Buffer.from(good);
        copy[at] = byte;
        return copy.subarray(0, cut === 0 ? copy.length : cut);
      });
    fc.assert(
      fc.property(fc.oneof(mutated, fc.uint8Array({ maxLength: 300 })), (bytes) => {
        let result;
        try {
          result = splitTraces(bytes, LIMITS);
        } catch (error) {
          expect(error).toBeInstanceOf(Rejected);
          return;
        }
        const decoded = result.chunks.flatMap((chunk) => decodeTraces(Buffer.concat(chunk.parts)));
        expect(decoded).toHaveLength(result.spanCount);
      }),
      { numRuns: 3_000 },
    );
  });
});
