import type { AttributeValue, OtlpSpan } from '@millrace/domain';
import { describe, expect, it } from 'vitest';
import { encodeTracesRequest } from '../encode/encode-traces.ts';
import { decodeTraces } from './decode-traces.ts';
import { countSpans, restoreAttributes } from './restore-attributes.ts';
import { splitTraces } from './split-traces.ts';

const LIMITS = {
  maxSpans: 1_000,
  maxAttributes: 100,
  maxDepth: 32,
  claimSharedAboveBytes: 1_024,
  maxSharedBytes: 32_768,
  chunkBytes: 4_000,
  maxSpanBytes: 1_000_000,
  claimAboveBytes: 1_000,
  maxRepeatedBytes: 1_000_000,
};

function span(spanId: string, attributes: Record<string, AttributeValue>): OtlpSpan {
  return {
    traceId: '1'.repeat(32),
    spanId,
    parentSpanId: undefined,
    name: 'work',
    kind: 1,
    startTimeUnixNano: 1n,
    endTimeUnixNano: 2n,
    statusCode: 0,
    statusMessage: '',
    traceState: '',
    events: [],
    links: [],
    origin: {
      resource: new Map([
        ['service.name', 'shop'],
        ['big', 'r'.repeat(2_000)],
      ]),
      scopeName: 's',
      scopeVersion: '1',
    },
    attributes: new Map(Object.entries(attributes)),
  };
}

describe('restoreAttributes', () => {
  it('is the inverse of cutting large attributes out', () => {
    const large = 'x'.repeat(300_000);
    const spans = [
      span('a'.repeat(16), { input: large, small: 1n, nothing: null }),
      span('b'.repeat(16), { input: `${large}y`, list: ['z'.repeat(4_000), true] }),
    ];
    const request = encodeTracesRequest(spans);
    const { chunks } = splitTraces(request, LIMITS);
    const claims = chunks.flatMap((chunk) => chunk.claims);
    const resourceClaims = chunks.flatMap((chunk) => chunk.resourceClaims);
    expect([claims.length, resourceClaims.length]).toEqual([3, chunks.length]);
    const values = new Map<string, Uint8Array>();
    for (const { spanId, attribute, value } of claims) values.set(`${spanId}/${attribute}`, value);
    for (const { attribute, value } of resourceClaims) values.set(`/${attribute}`, value);
    const cut = Buffer.concat(chunks.flatMap(({ parts }) => parts));
    const restored = restoreAttributes(cut, (spanId, attribute) => values.get(`${spanId}/${attribute}`));
    expect(decodeTraces(restored)).toEqual(decodeTraces(request));
    expect(countSpans(restored)).toBe(2);
  });

  it('leaves alone what it has no value for', () => {
    const request = encodeTracesRequest([span('a'.repeat(16), { nothing: null, text: 'x' })]);
    expect(restoreAttributes(request, () => undefined)).toBe(request);
  });
});
