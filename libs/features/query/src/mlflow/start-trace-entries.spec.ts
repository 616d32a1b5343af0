import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { computeTrace, emptyTraceParts, mergeEntry } from '@millrace/domain';
import { readMlflowParameters } from '@millrace/service-kit';
import { startTraceMessage } from './mlflow-traces.dto.ts';
import { startTraceEntries } from './start-trace-entries.ts';
import { toTraceInfo } from './trace-info.ts';

interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly request: { readonly trace: { readonly trace_info: { readonly trace_id: string } } };
  readonly response: { readonly trace: { readonly trace_info: object } };
}

const EXCHANGES = readFileSync('test/fixtures/mlflow-calls.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Exchange)
  .filter(
    ({ method, path, status }) => method === 'POST' && path === '/api/3.0/mlflow/traces' && status === 200,
  );

it.each(EXCHANGES)('a recorded start-trace is answered as the stock server did', ({ request, response }) => {
  expect(answerTo(request)).toEqual(response.trace.trace_info);
});

it('there are recorded exchanges', () => expect(EXCHANGES.length).toBeGreaterThan(0));

it('previews, client id and assessments are told back, ids made where they lack', () => {
  const info = answerTo({
    trace: {
      traceInfo: {
        traceId: 'tr-e00b5b0d91fd4e9e4f6c005da7ef64c9',
        traceLocation: { type: 1, mlflowExperiment: { experimentId: 7 } },
        requestTime: '2026-11-21T05:24:56.123456789+01:00',
        executionDuration: '1.0009s',
        state: 2,
        clientRequestId: 'req-1',
        requestPreview: '',
        responsePreview: 'bye',
        assessments: [
          { assessment_name: 'late', create_time: '2026-11-21T05:00:00Z', feedback: { value: 1 } },
          {
            assessment_name: 'early',
            assessment_id: 'a-1',
            create_time: '2026-11-21T04:00:00Z',
            expectation: { value: 'x' },
          },
        ],
        tags: { 'mlflow.trace.spansLocation': 'ELSEWHERE', topic: 'weather' },
        traceMetadata: { 'mlflow.trace.session': 's-1' },
      },
    },
  });
  expect(info).toMatchObject({
    trace_location: { type: 'MLFLOW_EXPERIMENT', mlflow_experiment: { experiment_id: '7' } },
    request_time: '2026-11-21T04:24:56.123Z',
    execution_duration: '1s',
    state: 'ERROR',
    client_request_id: 'req-1',
    request_preview: '',
    response_preview: 'bye',
    trace_metadata: { 'mlflow.trace.session': 's-1', 'mlflow.trace.infoFinalized': 'true' },
    tags: { topic: 'weather', 'mlflow.trace.spansLocation': 'TRACKING_STORE' },
    assessments: [
      { assessment_id: 'a-1', assessment_name: 'early', valid: true },
      {
        assessment_id: expect.stringMatching(/^a-[0-9a-f]{32}$/),
        trace_id: 'tr-e00b5b0d91fd4e9e4f6c005da7ef64c9',
      },
    ],
  });
});

it.each([
  [{ trace: {} }, "Missing value for required parameter 'trace.trace_info'"],
  [{}, "Missing value for required parameter 'trace'"],
  [{ trace: { trace_info: { trace_id: 'tr-1', request_time: 'noon' } } }, 'Invalid value noon for parameter'],
  [
    { trace: { trace_info: { trace_id: 'tr-1', execution_duration: '1m' } } },
    'Invalid value 1m for parameter',
  ],
])('%j is refused', (body, message) => {
  expect(() => answerTo(body)).toThrow(message);
});

function answerTo(body: unknown): object {
  const { trace_info: info } = readMlflowParameters({ body, query: {}, params: {} }, startTraceMessage).trace;
  const traceId = info.trace_id.replace('tr-', '');
  const experimentId = Number(info.trace_location?.mlflow_experiment?.experiment_id);
  const parts = emptyTraceParts();
  for (const entry of startTraceEntries(info, { traceId, experimentId }, Date.UTC(2026, 10, 21))) {
    mergeEntry(parts, { ...entry, value: entry.value, sequence: 1n });
  }
  return toTraceInfo(computeTrace({ workspaceId: 'default', traceId }, parts));
}
