import type { RecordedCall } from './recorded-calls.ts';

const V2 = '/api/2.0/mlflow';
const V3 = '/api/3.0/mlflow';
/** A search by a filter and an order. */
export type Search = (filter: string, order: string) => RecordedCall;

function post(path: string, body: object): RecordedCall {
  return { method: 'POST', path, query: {}, body };
}

function get(path: string, query: Readonly<Record<string, string>>): RecordedCall {
  const values = Object.entries(query).map(([name, value]) => [name, [value]]);
  return { method: 'GET', path, query: Object.fromEntries(values) as RecordedCall['query'], body: undefined };
}

/** By each grammar of filters there is. */
export function searchesOf(experiment: string): Search[] {
  const locations = [{ type: 'MLFLOW_EXPERIMENT', mlflow_experiment: { experiment_id: experiment } }];
  return [
    (filter, order) => post(`${V3}/traces/search`, { locations, filter, order_by: [order] }),
    (filter, order) => post(`${V2}/runs/search`, { experiment_ids: [experiment], filter, order_by: [order] }),
    (filter, order) => post(`${V2}/experiments/search`, { filter, order_by: [order], max_results: 10 }),
    (filter, order) =>
      post(`${V2}/logged-models/search`, {
        experiment_ids: [experiment],
        filter,
        order_by: [{ field_name: order }],
      }),
    (filter, order) => get(`${V2}/registered-models/search`, { filter, order_by: order }),
    (filter, order) => get(`${V2}/model-versions/search`, { filter, order_by: order }),
    (filter_string, order) =>
      post(`${V3}/datasets/search`, { experiment_ids: [experiment], filter_string, order_by: [order] }),
    (filter) => get('/api/v1/traces', { experiment_id: experiment, filter }),
    (filter) => get('/api/v1/spans', { experiment_id: experiment, filter }),
    (filter) =>
      post('/api/v1/analytics/query', { experiment_ids: [experiment], measures: ['count'], filter }),
    (filter, order) => post('/api/v1/sql', { query: `SELECT ${order} FROM traces WHERE ${filter}` }),
  ];
}
