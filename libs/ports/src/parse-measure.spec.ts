import { describe, expect, it } from 'vitest';
import { parseDimension, parseMeasure } from './parse-measure.ts';

describe('a measure', () => {
  it.each([
    ['count', { of: 'rows', aggregate: 'sum' }],
    ['error_rate', { of: 'error_rate', aggregate: 'sum' }],
    ['latency', { of: 'latency', aggregate: 'avg' }],
    ['latency.p95', { of: 'latency', aggregate: 95 }],
    ['latency.p99.9', { of: 'latency', aggregate: 99.9 }],
    ['tokens', { of: 'tokens.total', aggregate: 'sum' }],
    ['tokens.cache_read', { of: 'tokens.cache_read', aggregate: 'sum' }],
    ['tokens.input.avg', { of: 'tokens.input', aggregate: 'avg' }],
    ['cost.max', { of: 'cost.total', aggregate: 'max' }],
    ['value.min', { of: 'value', aggregate: 'min' }],
  ] as const)('%s', (name, expected) => expect(parseMeasure(name)).toEqual(expected));

  it.each(['', 'latency.p101', 'latency.p', 'count.avg', 'tokens.bogus', 'constructor', 'latency.median'])(
    '%j is none',
    (name) => expect(parseMeasure(name)).toBeUndefined(),
  );
});

describe('a dimension', () => {
  it.each([
    ['model', { of: 'model' }],
    ['tags.env', { of: 'tag', key: 'env' }],
    ['attributes.gen_ai.request.model', { of: 'attribute', key: 'gen_ai.request.model' }],
    ['metadata.mlflow.user', { of: 'metadata', key: 'mlflow.user' }],
  ] as const)('%s', (name, expected) => expect(parseDimension(name)).toEqual(expected));

  it.each(['', 'tags.', 'colour', 'toString'])('%j is none', (name) =>
    expect(parseDimension(name)).toBeUndefined(),
  );
});
