import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  mlflowBoolean,
  mlflowEnum,
  mlflowInteger,
  mlflowList,
  mlflowMessage,
  mlflowText,
} from './mlflow-message.ts';
import { mlflowPaths, readMlflowParameters } from './mlflow-parameters.ts';

const schema = mlflowMessage({
  experiment_id: mlflowText,
  max_results: mlflowInteger.optional(),
  order_by: mlflowList(z.string()).optional(),
  allow_partial: mlflowBoolean.optional(),
  view_type: mlflowEnum({ ACTIVE_ONLY: 1, ALL: 3 }).optional(),
  trace: mlflowMessage({ trace_metadata: z.record(z.string(), z.string()).optional() }).optional(),
});

const read = (body: unknown, query: object = {}, params: object = {}) =>
  readMlflowParameters({ body, query, params }, schema);

describe('parameters of an MLflow call', () => {
  it('come in snake_case and camelCase, numbers as text, enums by name or number', () => {
    expect(read({ experimentId: 7, maxResults: '12', orderBy: ['a'], viewType: 3, more: {} })).toEqual({
      experiment_id: '7',
      max_results: 12,
      order_by: ['a'],
      view_type: 'ALL',
    });
  });

  it('come in a query with one element for a list and Python booleans', () => {
    const query = { experiment_id: '1', order_by: 'name', allow_partial: 'False', view_type: 'ACTIVE_ONLY' };
    expect(read(undefined, query)).toEqual({
      experiment_id: '1',
      order_by: ['name'],
      allow_partial: false,
      view_type: 'ACTIVE_ONLY',
    });
  });

  it('come twice, and the path wins', () => {
    expect(read({ experiment_id: '2' }, { experiment_id: '3' }, { experiment_id: '1' }).experiment_id).toBe(
      '1',
    );
  });

  it('keep the keys of maps, and null is absent', () => {
    const trace = { traceMetadata: { 'mlflow.traceInputs': 'x', some_key: 'y', someKey: 'z' } };
    expect(read({ experiment_id: '1', max_results: null, trace })).toEqual({
      experiment_id: '1',
      trace: { trace_metadata: trace.traceMetadata },
    });
  });

  it.each([
    [{}, "Missing value for required parameter 'experiment_id'. See the API docs"],
    [{ experiment_id: '1', max_results: 'many' }, "Invalid value many for parameter 'max_results' supplied"],
    [{ experiment_id: '1', max_results: 1.5 }, "Invalid value 1.5 for parameter 'max_results' supplied"],
    [{ experiment_id: '1', view_type: 'X' }, "Invalid value X for parameter 'view_type' supplied"],
    [{ experiment_id: '1', experimentId: '1' }, "field 'experiment_id' is given twice"],
    [{ experiment_id: { a: 1 } }, `Invalid value {"a":1} for parameter 'experiment_id' supplied`],
    [[1], 'must be a JSON object'],
    [Buffer.from('name=x'), "Content-Type must be one of ['application/json']"],
  ])('%j is refused', (body, message) => {
    expect(() => read(body)).toThrow(message);
  });
});

it('has two addresses for every call', () => {
  expect(mlflowPaths('2.0', 'experiments')).toEqual([
    'api/2.0/mlflow/experiments',
    'ajax-api/2.0/mlflow/experiments',
  ]);
});
