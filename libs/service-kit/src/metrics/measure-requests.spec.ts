import { fastify as createFastify } from 'fastify';
import { describe, expect, it } from 'vitest';
import { measureRequests } from './measure-requests.ts';
import { Metrics } from './metrics.ts';

describe('measureRequests', () => {
  it('tells how long answers took, by route and status', async () => {
    const metrics = Metrics.of('spec');
    const fastify = createFastify();
    measureRequests(fastify, metrics);
    fastify.get('/things/:id', async (_request, reply) => reply.code(503).send());
    fastify.get('/metrics', async () => 'of no interest');
    for (const url of ['/things/1', '/things/2', '/metrics', '/wp-admin', '/wp-login'])
      await fastify.inject(url);
    const text = await metrics.registry.metrics();
    const counts = text.match(/^millrace_http_server_request_duration_seconds_count\{.*$/gm);
    expect(counts).toEqual([
      'millrace_http_server_request_duration_seconds_count{service="spec",http_request_method="GET",http_route="/things/:id",http_response_status_code="503"} 2',
      'millrace_http_server_request_duration_seconds_count{service="spec",http_request_method="GET",http_route="none",http_response_status_code="404"} 2',
    ]);
  });
});

describe('an observed gauge', () => {
  it('has the value of the moment, and none while it cannot be told', async () => {
    const metrics = Metrics.of('spec');
    const answers: (() => Promise<number>)[] = [
      async () => 7,
      () => Promise.reject(new Error('away')),
      () => new Promise(() => undefined),
      async () => 8,
    ];
    metrics.observed('depth', 'For the spec', () => answers.shift()?.() ?? Promise.resolve(0));
    const scrape = async () => /^millrace_depth.* (\d+)$/m.exec(await metrics.registry.metrics())?.[1];
    expect([await scrape(), await scrape(), await scrape(), await scrape()]).toEqual([
      '7',
      undefined,
      undefined,
      '8',
    ]);
  });
});
