import { expect, it } from 'vitest';
import { traceOfSpansFile } from './mlflow-spans-file.ts';

const TRACE = 'ab'.repeat(16);

it('knows the file of spans of a trace', () => {
  expect(traceOfSpansFile(`12/traces/tr-${TRACE}/artifacts/traces.json`)).toEqual({
    experimentId: 12,
    traceId: TRACE,
  });
});

it.each([
  `12/traces/tr-${TRACE}/artifacts/attachments/traces.json`,
  `12/traces/tr-${TRACE}/traces.json`,
  `12/traces/${TRACE}/artifacts/traces.json`,
  `12/traces/tr-${TRACE.toUpperCase()}/artifacts/traces.json`,
  `x/12/traces/tr-${TRACE}/artifacts/traces.json`,
  `12/${TRACE}/artifacts/traces.json`,
  '',
])('and no other: %s', (path) => expect(traceOfSpansFile(path)).toBeUndefined());
