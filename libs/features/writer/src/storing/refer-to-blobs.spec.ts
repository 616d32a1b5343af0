import type { OtlpSpan } from '@millrace/domain';
import { decodeTraces, encodeTracesRequest } from '@millrace/otlp';
import { expect, it } from 'vitest';
import { referToResourceBlobs } from './refer-to-blobs.ts';

const CLAIM = { spanId: '', attribute: 'big', blob: 'default/0/resource/abc', bytes: 9_000_000 };

function spansOf(...resource: [string, string | null][]): OtlpSpan[] {
  const origin = { resource: new Map(resource), scopeName: 'scope', scopeVersion: '' };
  const common = {
    traceId: 'ab'.repeat(16),
    parentSpanId: undefined,
    name: '',
    kind: 0,
    startTimeUnixNano: 1n,
    endTimeUnixNano: 2n,
    statusCode: 0 as const,
    statusMessage: '',
    traceState: '',
    attributes: new Map(),
    events: [],
    links: [],
    origin,
  };
  const spans = ['1', '2'].map((digit) => ({ ...common, spanId: digit.repeat(16) }));
  return decodeTraces(encodeTracesRequest(spans));
}

it('puts a reference in the place of what was moved, and spans still share their origin', () => {
  const [first, second] = referToResourceBlobs(spansOf(['big', null], ['service.name', 'shop']), [CLAIM]);
  expect(first?.origin).toEqual({
    resource: new Map([['service.name', 'shop']]),
    resourceBlobs: new Map([['big', { blob: CLAIM.blob, bytes: CLAIM.bytes }]]),
    scopeName: 'scope',
    scopeVersion: '',
  });
  expect(second?.origin).toBe(first?.origin);
});

it('leaves a value that was sent again, small', () => {
  const [span] = referToResourceBlobs(spansOf(['big', 'small']), [CLAIM]);
  expect(span?.origin.resource.get('big')).toBe('small');
  expect(span?.origin.resourceBlobs?.size).toBe(0);
});

it('leaves spans alone when only attributes of theirs were moved', () => {
  const spans = spansOf(['service.name', 'shop']);
  expect(referToResourceBlobs(spans, [{ ...CLAIM, spanId: '1'.repeat(16) }])).toBe(spans);
});
