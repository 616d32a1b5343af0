import { AuthenticationModule } from '@millrace/access';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FileBlobStoreModule } from '@millrace/adapter-filesystem';
import { LlmModule, llmConfigSchema } from '@millrace/adapter-llm';
import { LocalDomainEventsModule } from '@millrace/adapter-local-log';
import { migratePostgres, PostgresDataSource, PostgresModule } from '@millrace/adapter-postgres';
import { REGISTRY_ENTITIES, RegistryModule, registryConfigSchema } from '@millrace/feature-registry';
import { SecretsModule, ServiceKitModule, startService, type RunningService } from '@millrace/service-kit';
import { startPostgres, type PostgresServer } from '../support/servers/index.ts';

const LEASE_MS = 150;
let dataDir: string;
let postgres: PostgresServer;
let services: RunningService[] = [];

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'millrace-prompts-'));
  chmodSync(dataDir, 0o711);
  postgres = await startPostgres();
  const source = await new PostgresDataSource({ url: postgres.url }).initialize();
  await migratePostgres(source);
  await source.destroy();
  services = await Promise.all([start('a'), start('b')]);
});

afterAll(async () => {
  await Promise.all(services.map((service) => service.stop()));
  await postgres.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** One of several processes of the registry on one PostgreSQL. */
function start(name: string): Promise<RunningService> {
  const webhooks = { allowPrivateTargets: true, firstRetryMs: 20, maxAttempts: 3, pollMs: 50 };
  @Module({
    imports: [
      ServiceKitModule.for('registry'),
      AuthenticationModule.register({ isRequired: false }),
      PostgresModule.register({ url: postgres.url }, REGISTRY_ENTITIES),
      LocalDomainEventsModule.register({ dir: join(dataDir, name, 'events') }),
      FileBlobStoreModule.register({ dir: join(dataDir, name, 'blobs') }),
      LlmModule.register(llmConfigSchema.parse({})),
      SecretsModule.register({ key: Buffer.alloc(32, 'key').toString('base64') }),
      RegistryModule.register(registryConfigSchema.parse({ versionLeaseMs: LEASE_MS, webhooks })),
    ],
  })
  class RegistryUnderTest {}
  return startService({
    name: 'registry',
    module: RegistryUnderTest,
    host: '127.0.0.1',
    listeners: [{ port: 0, setting: 'MILLRACE_PORT' }],
    logLevel: 'error',
  });
}

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // The assertions say what is in it.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
}

async function call(
  method: string,
  path: string,
  { body, headers = {}, at = 0 }: { body?: unknown; headers?: Record<string, string>; at?: number } = {},
): Promise<Answer> {
  const response = await fetch(`${services[at]?.urls[0]}${path}`, {
    method,
    headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? undefined : JSON.parse(text),
  };
}

describe('prompts under /api/v1', () => {
  it('have versions, aliases, tags and a comparison', async () => {
    expect(
      (await call('POST', '/api/v1/prompts', { body: { name: 'greeting', tags: { team: 'a' } } })).status,
    ).toBe(201);
    expect((await call('POST', '/api/v1/prompts', { body: { name: 'greeting' } })).status).toBe(409);
    expect((await call('POST', '/api/v1/prompts', { body: { name: 'a/b' } })).status).toBe(400);
    const versions = '/api/v1/prompts/greeting/versions';
    const first = await call('POST', versions, {
      body: { template: 'Hi {{name}}\n', commit_message: 'first' },
    });
    expect(first.body).toMatchObject({
      version: 1,
      kind: 'text',
      variables: ['name'],
      commit_message: 'first',
    });
    const messages = [{ role: 'user', content: 'Hi {{name}}, {{wish}}' }];
    const chat = { messages, response_format: { type: 'object' }, model_config: { temperature: 0.5 } };
    expect((await call('POST', versions, { body: chat })).body).toMatchObject({
      version: 2,
      kind: 'chat',
      ...chat,
    });
    for (const body of [
      {},
      { template: 'x', messages },
      { messages: [] },
      { template: 'x'.repeat(100_001) },
    ]) {
      expect((await call('POST', versions, { body })).status).toBe(400);
    }
    expect(
      (await call('GET', versions)).body.versions.map((each: { version: number }) => each.version),
    ).toEqual([2, 1]);
    expect(
      (await call('PUT', '/api/v1/prompts/greeting/aliases/live', { body: { version: 1 } })).status,
    ).toBe(204);
    expect(
      (await call('PUT', '/api/v1/prompts/greeting/aliases/latest', { body: { version: 1 } })).status,
    ).toBe(400);
    expect((await call('PUT', `${versions}/1/tags/k`, { body: { value: 'v' } })).status).toBe(204);
    expect((await call('GET', '/api/v1/prompts/greeting')).body).toMatchObject({
      tags: { team: 'a' },
      aliases: { live: 1 },
      latest_version: { version: 2 },
    });
    const compared = (await call('GET', '/api/v1/prompts/greeting/comparison?from=live&to=2')).body;
    expect(compared).toMatchObject({
      variables_added: ['wish'],
      is_model_config_changed: true,
      from: { version: 1 },
    });
    expect(compared.template.map((change: { kind: string }) => change.kind)).toEqual(['removed', 'added']);
    expect((await call('PATCH', '/api/v1/prompts/greeting', { body: { name: 'hello' } })).body.name).toBe(
      'hello',
    );
    expect((await call('GET', '/api/v1/prompts/greeting')).status).toBe(404);
    expect((await call('DELETE', '/api/v1/prompts/hello/versions/2')).status).toBe(204);
    expect((await call('GET', '/api/v1/prompts/hello/aliases/latest')).body.version).toBe(1);
    expect((await call('DELETE', '/api/v1/prompts/hello')).status).toBe(204);
  });

  it('answer 304 to who has the version, until it changes', async () => {
    await call('POST', '/api/v1/prompts', { body: { name: 'known' } });
    await call('POST', '/api/v1/prompts/known/versions', { body: { template: 'one' } });
    await call('PUT', '/api/v1/prompts/known/aliases/live', { body: { version: 1 } });
    const path = '/api/v1/prompts/known/aliases/live';
    const tag = (await call('GET', path)).headers.get('etag') ?? '';
    for (const header of [tag, `W/${tag}`, `"x", ${tag}`, '*']) {
      const again = await call('GET', path, { headers: { 'if-none-match': header } });
      expect([again.status, again.body]).toEqual([304, undefined]);
    }
    await call('PUT', '/api/v1/prompts/known/versions/1/tags/k', { body: { value: 'v' } });
    const changed = await call('GET', path, { headers: { 'if-none-match': tag } });
    expect([changed.status, changed.body.tags]).toEqual([200, { k: 'v' }]);
  });

  it('a change is seen by who asks another process right after it was acknowledged', async () => {
    await call('POST', '/api/v1/prompts', { body: { name: 'moved' } });
    for (const template of ['1', '2'])
      await call('POST', '/api/v1/prompts/moved/versions', { body: { template } });
    const path = '/api/v1/prompts/moved/aliases/live';
    await call('PUT', path, { body: { version: 1 } });
    for (const [at, version] of [
      [0, 2],
      [1, 1],
      [0, 2],
      [1, 1],
    ] as const) {
      let isMoved = false;
      const readers = [0, 1].map(async (reader) => {
        while (!isMoved) await call('GET', path, { at: reader });
      });
      await call('PUT', path, { body: { version }, at });
      const seen = await Promise.all([0, 1].map((reader) => call('GET', path, { at: reader })));
      isMoved = true;
      expect(seen.map(({ body }) => body.version)).toEqual([version, version]);
      await Promise.all(readers);
    }
    await call('DELETE', path, { at: 1 });
    expect((await call('GET', path, { at: 0 })).status).toBe(404);
  });
});

describe('webhooks under /api/v1', () => {
  let receiver: Server;
  let url: string;
  let status = 200;
  const got: { readonly id: string; readonly name: string }[] = [];

  beforeAll(async () => {
    receiver = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { data } = JSON.parse(Buffer.concat(chunks).toString());
        got.push({ id: String(request.headers['x-mlflow-delivery-id']), name: data.name });
        response.writeHead(status).end();
      });
    });
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
  });
  afterAll(() => {
    receiver.closeAllConnections();
    receiver.close();
  });

  const create = async (events: string[], secret = ''): Promise<string> =>
    (await call('POST', '/api/v1/webhooks', { body: { name: 'wh', url, events, secret } })).body.id;
  const deliveries = async (id: string) =>
    (await call('GET', `/api/v1/webhooks/${id}/deliveries`)).body.deliveries;

  it('never give their secret back', async () => {
    const id = await create(['prompt.created'], 'very secret');
    const { body } = await call('GET', `/api/v1/webhooks/${id}`);
    expect(body).toMatchObject({ has_secret: true, is_enabled: true, events: ['prompt.created'] });
    expect(JSON.stringify(body)).not.toContain('very secret');
    expect((await call('PATCH', `/api/v1/webhooks/${id}`, { body: { secret: '' } })).body.has_secret).toBe(
      false,
    );
    await call('DELETE', `/api/v1/webhooks/${id}`);
    expect((await call('GET', `/api/v1/webhooks/${id}`)).status).toBe(404);
  });

  it('tell failures after the last attempt, and repeat on demand', async () => {
    const id = await create(['prompt.created']);
    status = 500;
    await call('POST', '/api/v1/prompts', { body: { name: 'unheard' } });
    await expect.poll(async () => (await deliveries(id))[0]?.state).toBe('failed');
    const [failed] = await deliveries(id);
    expect(failed).toMatchObject({ attempts: 3, response_status: 500, event: 'prompt.created' });
    expect(got.filter((each) => each.id === failed.id)).toHaveLength(3);
    status = 200;
    await call('POST', `/api/v1/webhooks/${id}/deliveries/${failed.id}/repeat`);
    await expect.poll(async () => (await deliveries(id))[0]?.state).toBe('delivered');
    expect((await call('GET', `/api/v1/webhooks/${id}/deliveries?state=failed`)).body.deliveries).toEqual([]);
    await call('DELETE', `/api/v1/webhooks/${id}`);
  });

  it('hear of what happened while nobody could deliver: the outbox outlives its processes', async () => {
    const id = await create(['prompt.created']);
    await call('PATCH', `/api/v1/webhooks/${id}`, { body: { url: 'http://127.0.0.1:9/' } });
    const names = Array.from({ length: 5 }, (_, index) => `outlives-${index}`);
    for (const name of names) await call('POST', '/api/v1/prompts', { body: { name } });
    await Promise.all(services.map((service) => service.stop()));
    const source = await new PostgresDataSource({ url: postgres.url }).initialize();
    await source.query('UPDATE webhooks SET url = $1 WHERE id = $2', [url, id]);
    await source.query("UPDATE webhook_deliveries SET state = 'pending', attempts = 0, next_attempt_time = 0 WHERE webhook_id = $1", [id]); // prettier-ignore
    await source.destroy();
    services = await Promise.all([start('a'), start('b')]);
    await expect
      .poll(() => names.every((name) => got.some((each) => each.name === name)), { timeout: 10_000 })
      .toBe(true);
    await expect.poll(async () => new Set((await deliveries(id)).map((each: { state: string }) => each.state))).toEqual(new Set(['delivered'])); // prettier-ignore
  });

  it('a change that is refused is told to nobody', async () => {
    const id = await create(['prompt.created']);
    await call('POST', '/api/v1/prompts', { body: { name: 'told-once' } });
    await call('POST', '/api/v1/prompts', { body: { name: 'told-once' } });
    await expect.poll(async () => (await deliveries(id)).map((each: { state: string }) => each.state)).toEqual(['delivered']); // prettier-ignore
  });
});
