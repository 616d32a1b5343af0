import type { AttributeValue } from '@millrace/domain';
import { expect, it } from 'vitest';
import { makeSpan } from '../spec/make-span.ts';
import { deriveSpan } from './derive-span.ts';

const resource = new Map<string, AttributeValue>([
  ['service.name', 'travel'],
  ['telemetry.sdk.name', 'opentelemetry'],
  ['mlflow.experimentId', '7'],
  ['process.pid', 12n],
  ['host.ip', ['10.0.0.1']],
  ['release', 'old'],
]);
const attributes = {
  'input.value': 'hi',
  'output.value': 'ho',
  'mlflow.traceTag.release': '"new"',
  'mlflow.traceTag.big': null,
};
const root = makeSpan(attributes, { origin: { resource, scopeName: '', scopeVersion: '' } });

it('gives a root span previews and the tags of its resource and its own', () => {
  const derived = deriveSpan(root, new Map([['mlflow.traceTag.big', 'b']]));
  expect(derived.requestPreview).toBe('hi');
  expect(derived.responsePreview).toBe('ho');
  expect([...derived.traceTags]).toEqual([
    ['service.name', 'travel'],
    ['process.pid', '12'],
    ['host.ip', '["10.0.0.1"]'],
    ['release', 'new'],
    ['big', 'b'],
  ]);
});

it('gives other spans neither', () => {
  const { meaning, ...rest } = deriveSpan({ ...root, parentSpanId: '3'.repeat(16) });
  expect(meaning.inputs?.text).toBe('hi');
  expect(rest).toEqual({ requestPreview: undefined, responsePreview: undefined, traceTags: new Map() });
});
