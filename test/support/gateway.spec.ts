import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { startGateway } from './gateway.ts';

describe('startGateway', () => {
  const stops: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
  });

  async function upstream(name: string): Promise<string> {
    const server: Server = createServer((incoming, outgoing) => {
      outgoing.writeHead(207, { 'x-service': name });
      incoming.pipe(outgoing);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    stops.push(() => new Promise((resolve) => server.close(resolve).closeAllConnections()));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  it('sends each path to its service, bodies and status unchanged', async () => {
    const [ingest, queryApi, registry, evaluator] = [
      await upstream('ingest'),
      await upstream('query-api'),
      await upstream('registry'),
      await upstream('evaluator'),
    ];
    const services = { ingest, 'query-api': queryApi, registry, evaluator };
    const gateway = await startGateway({ services });
    stops.push(() => gateway.stop());
    const body = 'x'.repeat(3_000_000);
    for (const [path, service] of [
      ['/v1/traces', 'ingest'],
      ['/api/2.0/mlflow/experiments/search?a=b', 'registry'],
      ['/api/v1/alert-rules', 'evaluator'],
      ['/health', 'query-api'],
    ]) {
      const answer = await fetch(gateway.url + path, { method: 'POST', body });
      expect([answer.status, answer.headers.get('x-service')]).toEqual([207, service]);
      expect((await answer.text()).length).toBe(body.length);
    }
  });

  it('answers 503 with Retry-After while a service is down', async () => {
    const down = 'http://127.0.0.1:1';
    const services = { ingest: down, 'query-api': down, registry: down, evaluator: down };
    const gateway = await startGateway({ services });
    stops.push(() => gateway.stop());
    const answer = await fetch(`${gateway.url}/v1/traces`, { method: 'POST', body: 'x' });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '1']);
  });
});
