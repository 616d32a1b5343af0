import { expect, it } from 'vitest';
import { phoenixAnnotation, phoenixSpan, toAssessment } from './to-otlp.ts';

const NOTHING = {
  array_value: null,
  bool_value: null,
  double_value: null,
  int_value: null,
  string_value: null,
};

it('a span as Phoenix 20 answers it is OTLP, without what is null', () => {
  const span = phoenixSpan.parse({
    attributes: [
      { key: 'llm.token_count.total', value: { ...NOTHING, int_value: 19 } },
      { key: 'tags', value: { ...NOTHING, array_value: { values: [{ ...NOTHING, string_value: 'a' }] } } },
      { key: 'flag', value: { ...NOTHING, bool_value: false } },
    ],
    end_time_unix_nano: '1795341601500000000',
    events: null,
    kind: 'SPAN_KIND_INTERNAL',
    name: 'chat',
    parent_span_id: null,
    span_id: 'aaaaaaaaaaaaaaa2',
    start_time_unix_nano: '1795341600123456000',
    status: { code: 1, message: null },
    trace_id: '0123456789abcdef0123456789abcdef',
  });
  expect(span).toEqual({
    traceId: '0123456789abcdef0123456789abcdef',
    spanId: 'aaaaaaaaaaaaaaa2',
    name: 'chat',
    kind: 1,
    startTimeUnixNano: '1795341600123456000',
    endTimeUnixNano: '1795341601500000000',
    status: { code: 1, message: '' },
    attributes: [
      { key: 'llm.token_count.total', value: { intValue: '19' } },
      { key: 'tags', value: { arrayValue: { values: [{ stringValue: 'a' }] } } },
      { key: 'flag', value: { boolValue: false } },
    ],
    events: [],
  });
});

it.each([
  [
    { label: 'yes', score: 1, explanation: 'it is' },
    { feedback: { value: 'yes' }, rationale: 'it is', metadata: { score: '1' } },
  ],
  [{ label: null, score: 0, explanation: null }, { feedback: { value: 0 } }],
  [{ label: null, score: null, explanation: 'a note' }, { feedback: { value: 'a note' } }],
])('annotation %j', (result, told) => {
  const annotation = phoenixAnnotation.parse({
    ...{ id: 'x', name: 'n', annotator_kind: 'LLM', created_at: '2026-11-22T15:22:49+00:00' },
    ...{ updated_at: '2026-11-22T15:22:49+00:00', span_id: 'aaaaaaaaaaaaaaa2', result },
  });
  const assessment = toAssessment('http://phoenix', annotation);
  expect(assessment).toMatchObject({
    ...told,
    source: { source_type: 'LLM_JUDGE' },
    span_id: 'aaaaaaaaaaaaaaa2',
  });
  expect(Object.keys(assessment)).toEqual(expect.arrayContaining(Object.keys(told)));
  expect(toAssessment('http://phoenix', annotation)).toEqual(assessment);
});
