import fc from 'fast-check';
import { expect, it } from 'vitest';
import { experimentsNamed } from './experiments-named.ts';

const id = fc.integer({ min: 0, max: 10_000 }).map(String);
const place = (value: string) => ({ type: 'MLFLOW_EXPERIMENT', mlflow_experiment: { experiment_id: value } });
const camelPlace = (value: string) => ({ mlflowExperiment: { experimentId: value } });

/** Every way that a call of ours or of MLflow names an experiment. */
const WAYS: readonly ((value: string) => object)[] = [
  (value) => ({ headers: { 'x-mlflow-experiment-id': value } }),
  (value) => ({ query: { experiment_id: value } }),
  (value) => ({ query: { experiment_id: ['1', value] } }),
  (value) => ({ query: { experiment_ids: [value] } }),
  (value) => ({ params: { experiment_id: value } }),
  (value) => ({ body: { experiment_id: Number(value) } }),
  (value) => ({ body: { experimentIds: [value] } }),
  (value) => ({ body: { locations: [place(value)] } }),
  (value) => ({ body: { locations: [camelPlace(value)] } }),
  (value) => ({ body: { trace: { trace_info: { trace_location: place(value) } } } }),
  (value) => ({ body: { trace: { traceInfo: { traceLocation: camelPlace(value) } } } }),
];

it('finds an experiment wherever it is named, and another one beside it', () => {
  fc.assert(
    fc.property(fc.constantFrom(...WAYS), fc.constantFrom(...WAYS), id, id, (way, otherWay, one, other) => {
      const request = { headers: {}, ...way(one) };
      const named = experimentsNamed(request).ids;
      expect(named).toContain(one);
      const both = merge(request, otherWay(other));
      if (both) expect(experimentsNamed(both).ids).toEqual(expect.arrayContaining([one, other]));
    }),
  );
});

it('finds names, and nothing where nothing is named', () => {
  expect(experimentsNamed({ headers: {}, query: { experiment_name: 'shop' } })).toEqual({
    ids: [],
    names: ['shop'],
  });
  const empty = { headers: {}, query: { experiment_id: '' }, body: Buffer.from('{"experiment_id":"1"}') };
  expect(experimentsNamed(empty)).toEqual({ ids: [], names: [] });
});

it('takes what can be no id for one that there is not', () => {
  expect(experimentsNamed({ headers: {}, body: { experiment_id: { $ne: '1' } } }).ids).toEqual([
    '{"$ne":"1"}',
  ]);
});

/** Two requests in one; undefined where both use the same part. */
function merge<First extends object>(first: First, second: object): First | undefined {
  const parts = Object.keys(first).filter((key) => key !== 'headers');
  const isSame = Object.keys(second).some((key) => parts.includes(key));
  const hasHeaders = 'headers' in second && Object.keys(Reflect.get(first, 'headers') as object).length > 0;
  return isSame || hasHeaders ? undefined : { ...first, ...second };
}
