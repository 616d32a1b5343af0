import { expect, it } from 'vitest';
import { documentToSpans, hexTraceId } from './to-otlp.ts';

const TRACE = 'tr-f45ec5af6ec6bca4a1d7a79ea56e3d8f';

it('ids become hexadecimal, what attributes hold stays JSON, times stay exact', () => {
  const document = {
    spans: [
      {
        trace_id: '9F7Fr27GvKSh16eepW49jw==',
        span_id: 'hJjPIPIKTfA=',
        parent_span_id: 'yI6vk2cLzvI=',
        name: 'find_order',
        start_time_unix_nano: '1795358760402383164',
        end_time_unix_nano: '1795358760407060088',
        status: { code: 'STATUS_CODE_ERROR', message: 'KeyError' },
        attributes: { 'mlflow.spanType': '"TOOL"', 'mlflow.spanInputs': '{"number": 3}' },
        events: [
          {
            name: 'exception',
            time_unix_nano: '1795358760406785024',
            attributes: { 'exception.type': 'KeyError' },
          },
        ],
        links: [],
      },
    ],
  };
  expect(documentToSpans(document, TRACE).scopeSpans?.[0]?.spans).toEqual([
    {
      traceId: 'f45ec5af6ec6bca4a1d7a79ea56e3d8f',
      spanId: '8498cf20f20a4df0',
      parentSpanId: 'c88eaf93670bcef2',
      name: 'find_order',
      startTimeUnixNano: '1795358760402383164',
      endTimeUnixNano: '1795358760407060088',
      status: { code: 2, message: 'KeyError' },
      attributes: [
        { key: 'mlflow.spanType', value: { stringValue: '"TOOL"' } },
        { key: 'mlflow.spanInputs', value: { stringValue: '{"number": 3}' } },
      ],
      events: [
        {
          name: 'exception',
          timeUnixNano: '1795358760406785024',
          attributes: [{ key: 'exception.type', value: { stringValue: 'KeyError' } }],
        },
      ],
      links: [],
    },
  ]);
});

it.each([TRACE, TRACE.slice(3).toUpperCase(), '9F7Fr27GvKSh16eepW49jw=='])('trace id %s', (id) => {
  expect(hexTraceId(id)).toBe(TRACE.slice(3));
});

it('another document is none', () => {
  expect(() => documentToSpans({ spans: [{ name: 'x' }] }, TRACE)).toThrow();
});
