export type ServiceName = 'ingest' | 'query-api' | 'registry' | 'evaluator';

export interface ServiceRoute {
  /** Path prefix, whole segments. */
  readonly prefix: string;
  readonly service: ServiceName;
}

/** Which service answers which paths: the longest prefix wins. Drives the gateways of every topology. */
export const SERVICE_ROUTES: readonly ServiceRoute[] = [
  { prefix: '/v1/traces', service: 'ingest' },
  { prefix: '/v1/logs', service: 'ingest' },
  { prefix: '/api/2.0/mlflow/experiments', service: 'registry' },
  { prefix: '/ajax-api/2.0/mlflow/experiments', service: 'registry' },
  { prefix: '/api/3.0/mlflow/datasets', service: 'registry' },
  { prefix: '/ajax-api/3.0/mlflow/datasets', service: 'registry' },
  { prefix: '/api/v1/datasets', service: 'registry' },
  { prefix: '/api/3.0/mlflow/scorers', service: 'registry' },
  { prefix: '/ajax-api/3.0/mlflow/scorers', service: 'registry' },
  { prefix: '/api/v1/scorers', service: 'registry' },
  { prefix: '/api/3.0/mlflow/scorer', service: 'evaluator' },
  { prefix: '/api/3.0/mlflow/jobs', service: 'evaluator' },
  { prefix: '/api/3.0/mlflow/genai', service: 'evaluator' },
  { prefix: '/api/3.0/mlflow/issues/invoke', service: 'evaluator' },
  { prefix: '/api/3.0/mlflow/prompt-optimization', service: 'evaluator' },
  { prefix: '/ajax-api/3.0/mlflow/scorer', service: 'evaluator' },
  { prefix: '/ajax-api/3.0/mlflow/jobs', service: 'evaluator' },
  { prefix: '/ajax-api/3.0/mlflow/genai', service: 'evaluator' },
  { prefix: '/ajax-api/3.0/mlflow/issues/invoke', service: 'evaluator' },
  { prefix: '/ajax-api/3.0/mlflow/prompt-optimization', service: 'evaluator' },
  { prefix: '/ajax-api/3.0/jobs', service: 'evaluator' },
  { prefix: '/gateway', service: 'registry' },
  { prefix: '/api/3.0/mlflow/gateway', service: 'registry' },
  { prefix: '/ajax-api/3.0/mlflow/gateway', service: 'registry' },
  { prefix: '/api/v1/gateway', service: 'registry' },
  { prefix: '/api/v1/experiments', service: 'registry' },
  { prefix: '/api/2.0/mlflow-artifacts', service: 'registry' },
  { prefix: '/ajax-api/2.0/mlflow-artifacts', service: 'registry' },
  { prefix: '/api/2.0/mlflow/runs', service: 'registry' },
  { prefix: '/ajax-api/2.0/mlflow/runs', service: 'registry' },
  { prefix: '/api/2.0/mlflow/metrics', service: 'registry' },
  { prefix: '/ajax-api/2.0/mlflow/metrics', service: 'registry' },
  { prefix: '/api/v1/runs', service: 'registry' },
  { prefix: '/api/2.0/mlflow/artifacts', service: 'registry' },
  { prefix: '/ajax-api/2.0/mlflow/artifacts', service: 'registry' },
  { prefix: '/get-artifact', service: 'registry' },
  { prefix: '/api/2.0/mlflow/logged-models', service: 'registry' },
  { prefix: '/ajax-api/2.0/mlflow/logged-models', service: 'registry' },
  { prefix: '/api/v1/logged-models', service: 'registry' },
  { prefix: '/api/v1/artifacts', service: 'registry' },
  { prefix: '/api/v1/forwarding-targets', service: 'registry' },
  { prefix: '/api/3.0/mlflow/workspaces', service: 'registry' },
  { prefix: '/ajax-api/3.0/mlflow/workspaces', service: 'registry' },
  { prefix: '/api/v1/workspaces', service: 'registry' },
  { prefix: '/api/v1/sign-in', service: 'registry' },
  { prefix: '/auth/oidc', service: 'registry' },
  { prefix: '/api/v1/users', service: 'registry' },
  { prefix: '/api/v1/members', service: 'registry' },
  { prefix: '/api/v1/api-keys', service: 'registry' },
  { prefix: '/api/v1/audit-entries', service: 'registry' },
  { prefix: '/api/v1/model-prices', service: 'registry' },
  { prefix: '/api/v1/model-prices/reprice', service: 'query-api' },
  { prefix: '/api/2.0/mlflow/registered-models', service: 'registry' },
  { prefix: '/ajax-api/2.0/mlflow/registered-models', service: 'registry' },
  { prefix: '/api/2.0/mlflow/model-versions', service: 'registry' },
  { prefix: '/ajax-api/2.0/mlflow/model-versions', service: 'registry' },
  { prefix: '/api/2.0/mlflow/webhooks', service: 'registry' },
  { prefix: '/ajax-api/2.0/mlflow/webhooks', service: 'registry' },
  { prefix: '/api/v1/prompts', service: 'registry' },
  { prefix: '/api/v1/webhooks', service: 'registry' },
  { prefix: '/graphql', service: 'registry' },
  { prefix: '/api/v1/alert-rules', service: 'evaluator' },
  { prefix: '/api/v1/built-in-scorers', service: 'evaluator' },
  { prefix: '/api/v1/comparisons', service: 'evaluator' },
  { prefix: '/api/v1/erasures', service: 'evaluator' },
  { prefix: '/api/v1/export-schedules', service: 'evaluator' },
  { prefix: '/api/v1/evaluation-schedules', service: 'evaluator' },
  { prefix: '/api/v1/evaluations', service: 'evaluator' },
  { prefix: '/api/v1/jobs', service: 'evaluator' },
  { prefix: '/api/v1/judge-agreement', service: 'evaluator' },
  { prefix: '/api/v1/legal-holds', service: 'evaluator' },
  { prefix: '/api/v1/retention', service: 'evaluator' },
  { prefix: '/api/v1/scorings', service: 'evaluator' },
  { prefix: '/api/v1/playground', service: 'evaluator' },
  { prefix: '/', service: 'query-api' },
];

const LONGEST_FIRST = [...SERVICE_ROUTES].sort((a, b) => b.prefix.length - a.prefix.length);

export function serviceFor(path: string): ServiceName {
  const pathname = path.split('?')[0] ?? '/';
  const route = LONGEST_FIRST.find(
    ({ prefix }) => prefix === '/' || pathname === prefix || pathname.startsWith(`${prefix}/`),
  );
  return route?.service ?? 'query-api';
}
