import 'reflect-metadata';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { ServiceKitModule } from '../service-kit.module.ts';
import { startService } from '../start/start-service.ts';
import { OWN_TELEMETRY_HEADER } from './request-spans.ts';
import { startTelemetry } from './start-telemetry.ts';

const LISTENERS = [{ port: 0, setting: 'MILLRACE_PORT' }] as const;

it('sends a span a request to the collector, marked as ours', async () => {
  const exports: { path: string | undefined; mark: unknown; body: string }[] = [];
  const collector = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('latin1');
      exports.push({ path: request.url, mark: request.headers[OWN_TELEMETRY_HEADER], body });
      response.end();
    });
  });
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  const { port } = collector.address() as AddressInfo;
  const service = await startService({
    name: 'probe',
    module: ServiceKitModule.for('probe'),
    host: '127.0.0.1',
    listeners: LISTENERS,
    telemetryEndpoint: `http://127.0.0.1:${port}/`,
    logLevel: 'silent',
  });
  await fetch(`${service.urls[0]}/health/live`).then((response) => response.text());
  await service.stop();
  collector.close();
  expect(exports).toMatchObject([{ path: '/v1/traces', mark: 'probe' }]);
  expect(exports[0]?.body).toContain('millrace-probe');
  expect(exports[0]?.body).toContain('GET /health/live');
});

it('is never taken in by a Millrace', async () => {
  const service = await startService({
    name: 'probe',
    module: ServiceKitModule.for('probe'),
    host: '127.0.0.1',
    listeners: LISTENERS,
    logLevel: 'silent',
  });
  const answer = await fetch(`${service.urls[0]}/v1/traces`, {
    method: 'POST',
    headers: { [OWN_TELEMETRY_HEADER]: 'query-api' },
    body: 'x',
  });
  await service.stop();
  expect(answer.status).toBe(403);
});

it.each([
  ['http://localhost:4318', 1],
  ['http://10.1.2.3:5000', 1],
  ['http://localhost:4319', 0],
])('at %s is refused with %i warnings', async (telemetryEndpoint, warned) => {
  const warnings: unknown[] = [];
  const logger = {
    log: () => undefined,
    error: () => undefined,
    warn: (text: unknown) => warnings.push(text),
  };
  const listeners = [5000, 4318].map((port) => ({ port, setting: 'MILLRACE_PORT' }));
  const telemetry = startTelemetry({ name: 'probe', host: '10.1.2.3', listeners, telemetryEndpoint }, logger);
  await telemetry.stop();
  expect(warnings).toHaveLength(warned);
});
