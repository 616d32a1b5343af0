import type { Attack } from './native-attacks.ts';
import type { Ids } from './victim.ts';

const V2 = '/api/2.0/mlflow';
const V3 = '/api/3.0/mlflow';

const query = (path: string, fields: Readonly<Record<string, string>>): string =>
  `${path}?${new URLSearchParams(fields).toString()}`;

/** Calls of MLflow's client that name things by id. */
export function mlflowAttacks(ids: Ids): Attack[] {
  const get = (path: string, fields: Readonly<Record<string, string>> = {}): Attack => ({
    method: 'GET',
    path: query(path, fields),
  });
  const send = (path: string, body: object, method = 'POST'): Attack => ({ method, path, body });
  const { experiment, run, trace, prompt, loggedModel, dataset, issue } = ids;
  const location = { type: 'MLFLOW_EXPERIMENT', mlflow_experiment: { experiment_id: experiment } };
  const traceId = `tr-${trace}`;
  return [
    get(`${V2}/experiments/get`, { experiment_id: experiment }),
    send(`${V2}/experiments/update`, { experiment_id: experiment, new_name: 'changed' }),
    send(`${V2}/experiments/delete`, { experiment_id: experiment }),
    send(`${V2}/experiments/set-experiment-tag`, { experiment_id: experiment, key: 'k', value: 'v' }),
    get(`${V2}/runs/get`, { run_id: run }),
    send(`${V2}/runs/search`, { experiment_ids: [experiment] }),
    send(`${V2}/runs/log-metric`, { run_id: run, key: 'm', value: 1, timestamp: 1 }),
    send(`${V2}/runs/set-tag`, { run_id: run, key: 'k', value: 'v' }),
    send(`${V2}/runs/delete`, { run_id: run }),
    get(`${V2}/metrics/get-history`, { run_id: run, metric_key: 'm' }),
    get(`${V2}/artifacts/list`, { run_id: run }),
    get(`/get-artifact`, { run_id: run, path: 'model.txt' }),
    get(`/api/2.0/mlflow-artifacts/artifacts/${experiment}/${run}/artifacts/model.txt`),
    send(`${V3}/traces/search`, { locations: [location] }),
    get(`${V3}/traces/${traceId}`),
    get(`${V3}/traces/get`, { trace_id: traceId }),
    get(`${V3}/traces/batchGet`, { trace_ids: traceId }),
    send(`${V3}/traces/batchGetInfos`, { trace_ids: [traceId] }),
    send(`${V3}/traces/delete-traces`, { experiment_id: experiment, request_ids: [traceId] }),
    send(`${V3}/traces/${traceId}/tags`, { key: 'k', value: 'v' }, 'PATCH'),
    send(`${V3}/traces/${traceId}/assessments`, {
      assessment: { assessment_name: 'a', trace_id: traceId, feedback: { value: true } },
    }),
    send(`${V3}/traces/metrics`, {
      experiment_ids: [experiment],
      view_type: 'TRACES',
      metric_name: 'trace_count',
      aggregations: [{ aggregation_type: 'COUNT' }],
    }),
    get(`${V3}/get-trace-artifact`, { request_id: traceId, path: 'traces.json' }),
    get(`${V2}/registered-models/get`, { name: prompt }),
    get(`${V2}/registered-models/alias`, { name: prompt, alias: 'live' }),
    get(`${V2}/model-versions/get`, { name: prompt, version: '1' }),
    send(`${V2}/model-versions/set-tag`, { name: prompt, version: '1', key: 'k', value: 'v' }),
    send(`${V2}/registered-models/delete`, { name: prompt }, 'DELETE'),
    get(`${V2}/logged-models/${loggedModel}`),
    send(`${V2}/logged-models/search`, { experiment_ids: [experiment] }),
    { method: 'DELETE', path: `${V2}/logged-models/${loggedModel}` },
    get(`${V3}/datasets/${dataset}`),
    get(`${V3}/datasets/${dataset}/records`),
    { method: 'DELETE', path: `${V3}/datasets/${dataset}` },
    get(`${V3}/scorers/list`, { experiment_id: experiment }),
    get(`${V3}/scorers/get`, { experiment_id: experiment, name: ids.scorer }),
    get(`${V3}/issues/${issue}`),
    send(`${V3}/issues/search`, { experiment_id: experiment }),
    get(`${V3}/label-schemas/get`, { schema_id: ids.labelSchema }),
    get(`${V3}/label-schemas/list`, { experiment_id: experiment }),
    get(`${V3}/review-queues/get`, { queue_id: ids.reviewQueue }),
    get(`${V3}/review-queues/items/list`, { queue_id: ids.reviewQueue }),
    get(`${V3}/gateway/secrets/get`, { secret_id: ids.secret }),
    get(`${V3}/gateway/endpoints/get`, { endpoint_id: ids.endpoint }),
    get(`${V3}/gateway/model-definitions/get`, { model_definition_id: ids.model }),
    get(`${V2}/webhooks/${ids.webhook}`),
    { method: 'DELETE', path: `${V2}/webhooks/${ids.webhook}` },
    send('/graphql', {
      query: `query { mlflowGetRun(input: { runId: "${run}" }) { run { info { runName } } apiError { message } } }`,
    }),
  ];
}
