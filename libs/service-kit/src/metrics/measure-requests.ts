import type { FastifyInstance } from 'fastify';
import type { Metrics } from './metrics.ts';

const BUCKETS = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
/** Pages and files of the web UI, and what Prometheus and Kubernetes ask, are no work that a caller waits for. */
const OWN_PATHS = /^\/(metrics|health|version|assets|\*)/;

/** How long requests took by route, as OpenTelemetry names it. A path without a route counts as none, so that a scan makes no series. */
export function measureRequests(fastify: FastifyInstance, metrics: Metrics): void {
  const duration = metrics.histogram(
    'http_server_request_duration_seconds',
    'How long answers to HTTP requests took',
    ['http_request_method', 'http_route', 'http_response_status_code'],
    BUCKETS,
  );
  fastify.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    if (OWN_PATHS.test(route)) return;
    const labels = {
      http_request_method: request.method,
      http_route: route,
      http_response_status_code: String(reply.statusCode),
    };
    duration.observe(labels, reply.elapsedTime / 1_000);
  });
}
