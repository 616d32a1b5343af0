import { ForbiddenException } from '@nestjs/common';
import { SpanKind, SpanStatusCode, trace, type Span } from '@opentelemetry/api';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Marks exports of Millrace's own traces. */
export const OWN_TELEMETRY_HEADER = 'x-millrace-telemetry';

/** Refuses exports of Millrace itself, whichever service sent them: each would be traced and make the next. */
export function refuseOwnTelemetry(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', async (request) => {
    if (request.headers[OWN_TELEMETRY_HEADER] === undefined || !request.url.startsWith('/v1/')) return;
    throw new ForbiddenException(
      'Millrace does not take its own telemetry; set OTEL_EXPORTER_OTLP_ENDPOINT to another collector',
    );
  });
}

/** One server span a request, named by its route. */
export function traceRequests(fastify: FastifyInstance, service: string): void {
  const tracer = trace.getTracer(`millrace-${service}`);
  const spans = new WeakMap<FastifyRequest, Span>();
  fastify.addHook('onRequest', async (request) => {
    const route = request.routeOptions.url ?? 'unknown route';
    const attributes = { 'http.request.method': request.method, 'http.route': route };
    spans.set(request, tracer.startSpan(`${request.method} ${route}`, { kind: SpanKind.SERVER, attributes }));
  });
  fastify.addHook('onResponse', async (request, reply) => {
    const span = spans.get(request);
    span?.setAttribute('http.response.status_code', reply.statusCode);
    if (reply.statusCode >= 500) span?.setStatus({ code: SpanStatusCode.ERROR });
    span?.end();
  });
}
