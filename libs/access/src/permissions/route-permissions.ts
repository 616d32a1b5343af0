import type { Permission } from './roles.ts';

/** Of one key's experiment only: the request names its experiment where `experiments-named.ts` looks. */
type Scope = 'by experiment';

/**
 * Method (`*`: any other), path with parameters as its controller writes them (`/**`: it and everything below it), what is asked.
 * MLflow's `/ajax-api/` is `/api/`.
 */
export type RoutePermission = readonly [method: string, path: string, needs: Permission, scope?: Scope];

/**
 * What every endpoint asks of whoever calls it: the one place. The longest path wins, then the method named. A route without a
 * line is refused to everybody, and fails a test (tools/route-permissions.spec.ts), as does a line without a route.
 */
export const ROUTE_PERMISSIONS: readonly RoutePermission[] = [
  ['GET', '/health/**', 'public'],
  ['GET', '/version', 'public'],
  ['GET', '/api/3.0/mlflow/server-info', 'public'],
  ['GET', '/metrics', 'scrape'],

  ['POST', '/v1/traces', 'ingest', 'by experiment'],
  ['POST', '/v1/logs', 'ingest', 'by experiment'],
  ['GRPC', '/opentelemetry.proto.collector.trace.v1.TraceService/Export', 'ingest', 'by experiment'],
  ['GRPC', '/opentelemetry.proto.collector.logs.v1.LogsService/Export', 'ingest', 'by experiment'],

  // Who may do what, and what was done.
  ['*', '/api/v1/sign-in', 'public'],
  ['GET', '/auth/oidc/**', 'public'],
  ['PUT', '/api/v1/sign-in/password', 'signed-in'],
  ['*', '/api/v1/users/**', 'operate'],
  ['GET', '/api/v1/members', 'read'],
  ['*', '/api/v1/members/**', 'manage'],
  ['*', '/api/v1/api-keys/**', 'manage'],
  ['GET', '/api/v1/audit-entries', 'manage'],

  // Workspaces, as far as the caller sees them.
  ['GET', '/api/v1/workspaces/**', 'signed-in'],
  ['*', '/api/v1/workspaces/**', 'operate'],
  ['GET', '/api/3.0/mlflow/workspaces/**', 'signed-in'],
  ['*', '/api/3.0/mlflow/workspaces/**', 'operate'],

  // Experiments.
  ['GET', '/api/2.0/mlflow/experiments/get', 'locate', 'by experiment'],
  ['GET', '/api/2.0/mlflow/experiments/get-by-name', 'locate', 'by experiment'],
  ['GET', '/api/2.0/mlflow/experiments/**', 'read'],
  ['POST', '/api/2.0/mlflow/experiments/search', 'read'],
  ['POST', '/api/2.0/mlflow/experiments/search-datasets', 'read'],
  ['*', '/api/2.0/mlflow/experiments/**', 'write'],
  ['GET', '/api/v1/experiments/**', 'read'],
  ['*', '/api/v1/experiments/**', 'write'],
  ['*', '/api/v1/experiments/:id/sampling', 'manage'],
  ['PUT', '/api/v1/experiments/:id/masking-rules', 'manage'],
  ['POST', '/api/v1/experiments/:id/masking-rules/try', 'read'],

  // How long data is kept, and its removal.
  ['GET', '/api/v1/retention/**', 'read'],
  ['*', '/api/v1/retention/**', 'manage'],
  ['GET', '/api/v1/legal-holds', 'read'],
  ['*', '/api/v1/legal-holds/**', 'manage'],
  ['*', '/api/v1/erasures/**', 'manage'],
  ['GET', '/api/v1/export-schedules/**', 'read'],
  ['*', '/api/v1/export-schedules/**', 'manage'],

  // Traces.
  ['POST', '/api/3.0/mlflow/traces', 'ingest', 'by experiment'],
  ['POST', '/api/2.0/mlflow/traces', 'ingest', 'by experiment'],
  ['PATCH', '/api/2.0/mlflow/traces/:request_id', 'ingest'],
  ['POST', '/api/2.0/mlflow/traces/link-prompts', 'ingest'],
  ['POST', '/api/2.0/mlflow/traces/link-to-run', 'ingest'],
  ['GET', '/api/2.0/mlflow/traces/**', 'read'],
  ['*', '/api/2.0/mlflow/traces/**', 'write'],
  ['GET', '/api/2.0/mlflow/get-trace-artifact', 'read'],
  ['GET', '/api/3.0/mlflow/get-trace-artifact', 'read'],
  ['GET', '/api/3.0/mlflow/traces/**', 'read'],
  ['POST', '/api/3.0/mlflow/traces/batchGetInfos', 'read'],
  ['POST', '/api/3.0/mlflow/traces/calculate-filter-correlation', 'read', 'by experiment'],
  ['POST', '/api/3.0/mlflow/traces/metrics', 'read', 'by experiment'],
  ['POST', '/api/3.0/mlflow/traces/search', 'read', 'by experiment'],
  ['*', '/api/3.0/mlflow/traces/**', 'write'],
  ['GET', '/api/v1/traces', 'read', 'by experiment'],
  ['GET', '/api/v1/traces/export', 'read', 'by experiment'],
  ['GET', '/api/v1/traces/**', 'read'],
  ['*', '/api/v1/traces/**', 'write'],
  ['GET', '/api/v1/spans', 'read', 'by experiment'],
  ['GET', '/api/v1/sessions', 'read', 'by experiment'],
  ['GET', '/api/v1/sessions/:session_id', 'read', 'by experiment'],
  ['GET', '/api/v1/suggestions', 'read', 'by experiment'],
  ['GET', '/api/v1/freshness', 'locate'],
  ['POST', '/api/v1/analytics/query', 'read', 'by experiment'],
  ['GET', '/api/v1/masking-counts', 'read', 'by experiment'],
  ['POST', '/api/v1/sql', 'read'],
  ['POST', '/graphql', 'read'],

  // Runs, logged models, files.
  ['POST', '/api/2.0/mlflow/runs/search', 'read'],
  ['GET', '/api/2.0/mlflow/runs/**', 'read'],
  ['*', '/api/2.0/mlflow/runs/**', 'write'],
  ['GET', '/api/2.0/mlflow/metrics/**', 'read'],
  ['GET', '/api/v1/runs/**', 'read'],
  ['*', '/api/v1/runs/**', 'write'],
  ['POST', '/api/2.0/mlflow/logged-models/search', 'read'],
  ['GET', '/api/2.0/mlflow/logged-models/**', 'read'],
  ['*', '/api/2.0/mlflow/logged-models/**', 'write'],
  ['GET', '/api/v1/logged-models/**', 'read'],
  ['*', '/api/v1/logged-models/**', 'write'],
  ['GET', '/get-artifact', 'read'],
  ['GET', '/api/2.0/mlflow/artifacts/**', 'read'],
  ['POST', '/api/2.0/mlflow/artifacts/presigned-download-url', 'read'],
  ['*', '/api/2.0/mlflow/artifacts/**', 'write'],
  ['GET', '/api/2.0/mlflow-artifacts/**', 'read'],
  ['*', '/api/2.0/mlflow-artifacts/**', 'write'],
  ['GET', '/api/v1/artifacts/**', 'read'],
  ['*', '/api/v1/artifacts/**', 'write'],

  // Prompts and registered models.
  ['GET', '/api/2.0/mlflow/registered-models/**', 'read'],
  ['POST', '/api/2.0/mlflow/registered-models/get-latest-versions', 'read'],
  ['*', '/api/2.0/mlflow/registered-models/**', 'write'],
  ['GET', '/api/2.0/mlflow/model-versions/**', 'read'],
  ['*', '/api/2.0/mlflow/model-versions/**', 'write'],
  ['GET', '/api/v1/prompts/**', 'read'],
  ['*', '/api/v1/prompts/**', 'write'],

  // Evaluation.
  ['GET', '/api/3.0/mlflow/datasets/**', 'read'],
  ['POST', '/api/3.0/mlflow/datasets/search', 'read'],
  ['*', '/api/3.0/mlflow/datasets/**', 'write'],
  ['GET', '/api/v1/datasets/**', 'read'],
  ['*', '/api/v1/datasets/**', 'write'],
  ['GET', '/api/3.0/mlflow/scorers/**', 'read'],
  ['*', '/api/3.0/mlflow/scorers/**', 'write'],
  ['GET', '/api/v1/scorers/**', 'read'],
  ['*', '/api/v1/scorers/**', 'write'],
  ['GET', '/api/v1/built-in-scorers', 'read'],
  ['POST', '/api/v1/scorings', 'write'],
  ['POST', '/api/3.0/mlflow/scorer/invoke', 'write'],
  ['POST', '/api/3.0/mlflow/genai/evaluate/invoke', 'write'],
  ['GET', '/api/v1/evaluations/**', 'read'],
  ['POST', '/api/v1/evaluations/estimate', 'read'],
  ['*', '/api/v1/evaluations/**', 'write'],
  ['POST', '/api/v1/comparisons', 'read'],
  ['POST', '/api/v1/judge-agreement', 'read'],
  ['GET', '/api/v1/evaluation-schedules/**', 'read'],
  ['*', '/api/v1/evaluation-schedules/**', 'write'],
  ['GET', '/api/v1/alert-rules/**', 'read'],
  ['*', '/api/v1/alert-rules/**', 'write'],
  ['GET', '/api/3.0/mlflow/prompt-optimization/**', 'read'],
  ['POST', '/api/3.0/mlflow/prompt-optimization/jobs/search', 'read'],
  ['*', '/api/3.0/mlflow/prompt-optimization/**', 'write'],
  ['GET', '/api/3.0/mlflow/jobs/:job_id', 'read'],
  ['PATCH', '/api/3.0/mlflow/jobs/cancel/:job_id', 'write'],
  ['GET', '/api/3.0/jobs/:id', 'read'],
  ['POST', '/api/3.0/jobs/search', 'read'],
  ['*', '/api/3.0/jobs/**', 'write'],
  ['GET', '/api/v1/jobs/**', 'read'],
  ['POST', '/api/v1/jobs/:id/cancel', 'write'],
  ['*', '/api/v1/jobs/set-aside/**', 'manage'],

  // Review.
  ['POST', '/api/3.0/mlflow/issues/search', 'read'],
  ['GET', '/api/3.0/mlflow/issues/**', 'read'],
  ['*', '/api/3.0/mlflow/issues/**', 'write'],
  ['GET', '/api/v1/issues/**', 'read'],
  ['*', '/api/v1/issues/**', 'write'],
  ['GET', '/api/3.0/mlflow/label-schemas/**', 'read'],
  ['*', '/api/3.0/mlflow/label-schemas/**', 'write'],
  ['GET', '/api/v1/label-schemas/**', 'read'],
  ['*', '/api/v1/label-schemas/**', 'write'],
  ['GET', '/api/3.0/mlflow/review-queues/**', 'read'],
  ['*', '/api/3.0/mlflow/review-queues/**', 'write'],
  ['GET', '/api/v1/review-queues/**', 'read'],
  ['*', '/api/v1/review-queues/**', 'write'],

  // Models of providers: calls cost money, keys are the workspace's.
  ['GET', '/api/3.0/mlflow/gateway/**', 'read'],
  ['*', '/api/3.0/mlflow/gateway/**', 'manage'],
  ['GET', '/api/v1/gateway/**', 'read'],
  ['*', '/api/v1/gateway/**', 'manage'],
  ['GET', '/gateway/mlflow/v1/models', 'read'],
  ['*', '/gateway/**', 'write'],
  ['POST', '/api/v1/playground/completions', 'write'],

  // How the workspace works.
  ['GET', '/api/v1/model-prices', 'read'],
  ['*', '/api/v1/model-prices/**', 'manage'],
  ['*', '/api/2.0/mlflow/webhooks/**', 'manage'],
  ['*', '/api/v1/webhooks/**', 'manage'],
  ['*', '/api/v1/forwarding-targets/**', 'manage'],
  ['*', '/api/v1/dead-letters/**', 'manage'],
  ['GET', '/api/v1/health', 'locate'],
];
