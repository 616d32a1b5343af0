import type { AttributeValue } from '@millrace/domain';
import type { StoredSpan } from '@millrace/ports';
import { describe, expect, it } from 'vitest';
import { spanDocument } from './span-document.ts';

const TRACE_ID = 'b8dc2f5f9eedb4170a3301a22c6a8ab8';

function stored(
  attributes: Record<string, AttributeValue>,
  more: Partial<StoredSpan['span']> = {},
): StoredSpan {
  return {
    experimentId: 1,
    meaning: { type: 'UNKNOWN' },
    blobs: new Map(),
    span: {
      traceId: TRACE_ID,
      spanId: '81ce9c31f5febc34',
      parentSpanId: undefined,
      name: 'root',
      kind: 1,
      startTimeUnixNano: 1795234786767376280n,
      endTimeUnixNano: 1795234786768126096n,
      statusCode: 1,
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

describe('the document of spans', () => {
  it('is what the stock server answered for the same span, to the digit', () => {
    const text = spanDocument([
      stored({
        'mlflow.spanType': 'UNKNOWN',
        'mlflow.spanInputs': new Map([['q', 'hello']]),
        'mlflow.spanOutputs': '{"a": "world"}',
        'mlflow.spanLogLevel': 10n,
      }),
    ]);
    expect(text).toContain('"start_time_unix_nano":1795234786767376280,');
    expect(JSON.parse(text)).toEqual({
      spans: [
        {
          trace_id: 'uNwvX57ttBcKMwGiLGqKuA==',
          span_id: 'gc6cMfX+vDQ=',
          parent_span_id: null,
          name: 'root',
          start_time_unix_nano: Number('1795234786767376280'),
          end_time_unix_nano: Number('1795234786768126096'),
          events: [],
          status: { code: 'STATUS_CODE_OK', message: '' },
          attributes: {
            'mlflow.traceRequestId': `"tr-${TRACE_ID}"`,
            'mlflow.spanType': '"UNKNOWN"',
            'mlflow.spanInputs': '{"q":"hello"}',
            'mlflow.spanOutputs': '{"a": "world"}',
            'mlflow.spanLogLevel': '10',
          },
          links: [],
        },
      ],
    });
  });

  it('has parents, faults, events and links', () => {
    const attributes = new Map<string, AttributeValue>([['n', 1n]]);
    const [span] = JSON.parse(
      spanDocument([
        stored(
          { text: 'plain', number: '5' },
          {
            parentSpanId: '81ce9c31f5febc35',
            statusCode: 2,
            statusMessage: 'bad',
            events: [{ name: 'exception', timeUnixNano: 5n, attributes }],
            links: [{ traceId: TRACE_ID, spanId: '81ce9c31f5febc36', attributes }],
          },
        ),
      ]),
    ).spans;
    expect(span).toMatchObject({
      parent_span_id: 'gc6cMfX+vDU=',
      status: { code: 'STATUS_CODE_ERROR', message: 'bad' },
      attributes: { text: '"plain"', number: '"5"' },
      events: [{ name: 'exception', time_unix_nano: 5, attributes: { n: 1 } }],
      links: [{ trace_id: `tr-${TRACE_ID}`, span_id: '81ce9c31f5febc36', attributes: { n: 1 } }],
    });
  });
});
