import type { AttributeValue, OtlpSpan, SpanEvent } from '@millrace/domain';

/** A root span with the given attributes and nothing else of interest. */
export function makeSpan(
  attributes: Readonly<Record<string, AttributeValue>>,
  more: Partial<OtlpSpan> = {},
): OtlpSpan {
  return {
    traceId: '1'.repeat(32),
    spanId: '2'.repeat(16),
    parentSpanId: undefined,
    name: 'span',
    kind: 1,
    startTimeUnixNano: 1n,
    endTimeUnixNano: 2n,
    statusCode: 0,
    statusMessage: '',
    traceState: '',
    attributes: new Map(Object.entries(attributes)),
    events: [],
    links: [],
    origin: { resource: new Map(), scopeName: 'spec', scopeVersion: '' },
    ...more,
  };
}

export function makeEvent(name: string, attributes: Readonly<Record<string, AttributeValue>>): SpanEvent {
  return { timeUnixNano: 1n, name, attributes: new Map(Object.entries(attributes)) };
}
