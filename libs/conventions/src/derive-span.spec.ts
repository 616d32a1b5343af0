import type { AttributeValue } from '@millrace/domain';
import { describe, expect, it } from 'vitest';
import { makeEvent, makeSpan } from '../spec/make-span.ts';
import { deriveSpan } from './derive-span.ts';
import { isContentEvent } from './gen-ai/payload-in-events.ts';

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

describe('content from log records', () => {
  const at = (time: number, name: string, attributes: Record<string, AttributeValue>) => ({
    ...makeEvent(name, attributes),
    timeUnixNano: BigInt(time),
  });
  const records = [
    at(1, 'gen_ai.system.message', { content: 'be brief' }),
    at(2, 'gen_ai.user.message', { content: 'hi' }),
    at(3, 'gen_ai.choice', { index: 0n, message: new Map([['content', 'ho']]) }),
  ];

  it.each([[[0, 1, 2]], [[2, 1, 0]], [[1, 2, 0]]])('is the same in the order %o', (order) => {
    const content = order.flatMap((index) => records[index] ?? []);
    expect(deriveSpan(makeSpan({}), undefined, content)).toMatchObject({
      meaning: {
        inputs: { text: '[{"role":"system","content":"be brief"},{"role":"user","content":"hi"}]' },
        outputs: { text: '[{"role":"assistant","content":"ho"}]' },
      },
      requestPreview: 'hi',
      responsePreview: 'ho',
    });
  });

  it('leaves what the span says itself', () => {
    const { meaning } = deriveSpan(makeSpan({ 'gen_ai.input.messages': '[]' }), undefined, records);
    expect(meaning.inputs).toEqual({ text: '[]', attribute: 'gen_ai.input.messages' });
    expect(meaning.outputs?.text).toContain('ho');
  });

  it('is in events of these names only', () => {
    expect(records.map(({ name }) => isContentEvent(name))).toEqual([true, true, true]);
    expect(isContentEvent('gen_ai.client.inference.operation.details')).toBe(true);
    expect(isContentEvent('gen_ai.evaluation.result')).toBe(false);
    expect(isContentEvent('exception')).toBe(false);
  });
});
