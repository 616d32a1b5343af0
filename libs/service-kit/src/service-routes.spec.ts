import { expect, it } from 'vitest';
import { SERVICE_ROUTES, serviceFor } from './service-routes.ts';

it.each([
  ['/v1/traces', 'ingest'],
  ['/v1/traces?x=/api/v1/experiments', 'ingest'],
  ['/v1/tracesx', 'query-api'],
  ['/api/2.0/mlflow/experiments/create', 'registry'],
  ['/ajax-api/2.0/mlflow/experiments/search?max_results=1', 'registry'],
  ['/api/v1/experiments', 'registry'],
  ['/api/2.0/mlflow/traces/tr-1/tags', 'query-api'],
  ['/api/3.0/mlflow/traces', 'query-api'],
  ['/api/v1/traces/1', 'query-api'],
  ['/api/v1/alert-rules/1/history', 'evaluator'],
  ['/version', 'query-api'],
  ['/', 'query-api'],
])('%s is answered by %s', (path, service) => {
  expect(serviceFor(path)).toBe(service);
});

it('every prefix of the table is answered by its service', () => {
  for (const { prefix, service } of SERVICE_ROUTES) expect(serviceFor(prefix)).toBe(service);
});
