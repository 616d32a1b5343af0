import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AuthenticationModule, AccessModule, ExperimentDirectory } from '@millrace/access';
import { LlmModule, llmConfigSchema } from '@millrace/adapter-llm';
import { FileBlobStoreModule } from '@millrace/adapter-filesystem';
import { LocalDomainEventsModule } from '@millrace/adapter-local-log';
import { PostgresModule } from '@millrace/adapter-postgres';
import { Rejected } from '@millrace/domain';
import { EVALUATION_ENTITIES } from '@millrace/feature-evaluation';
import { GATEWAY_ENTITIES } from '@millrace/feature-gateway';
import { REGISTRY_ENTITIES, RegistryModule } from '@millrace/feature-registry';
import { REVIEW_ENTITIES } from '@millrace/feature-review';
import { SecretsModule, ServiceKitModule, startService, type RunningService } from '@millrace/service-kit';

let dataDir: string;
let service: RunningService;
let url: string;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'millrace-registry-'));
  chmodSync(dataDir, 0o711);
  @Module({
    imports: [
      ServiceKitModule.for('registry'),
      AuthenticationModule.register({ isRequired: false }),
      LlmModule.register(llmConfigSchema.parse({})),
      PostgresModule.register({ embedded: { dataDir: join(dataDir, 'postgres') } }, [
        ...REGISTRY_ENTITIES,
        ...REVIEW_ENTITIES,
        ...GATEWAY_ENTITIES,
        ...EVALUATION_ENTITIES,
      ]),
      LocalDomainEventsModule.register({ dir: join(dataDir, 'events') }),
      FileBlobStoreModule.register({ dir: join(dataDir, 'blobs') }),
      SecretsModule.register({}),
      RegistryModule,
      AccessModule,
    ],
  })
  class RegistryUnderTest {}
  service = await startService({
    name: 'registry',
    module: RegistryUnderTest,
    host: '127.0.0.1',
    listeners: [{ port: 0, setting: 'MILLRACE_PORT' }],
    logLevel: 'error',
  });
  url = service.urls[0] ?? '';
});

afterAll(async () => {
  await service.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const API = '/api/2.0/mlflow/experiments';

it('describes its tables, and those of review, gateway and evaluation, as the migrations made them', async () => {
  const source = await service.app.get(DataSource).initialize();
  // TypeORM's own notes on generated columns, which only its schema builder asks for.
  const columns = ['type', 'database', 'schema', 'table', 'name', 'value'].map((name) => `"${name}" text`);
  await source.query(`CREATE TABLE typeorm_metadata (${columns.join(', ')})`);
  const { upQueries } = await source.driver.createSchemaBuilder().log();
  const changes = upQueries.map(({ query }) => query).filter((sql) => /COLUMN|CREATE TABLE/.test(sql));
  // What only SQL orders by is no part of an entity.
  expect(changes).toEqual(['ALTER TABLE "issues" DROP COLUMN "severity_rank"']);
});

describe('the MLflow experiments API', () => {
  it('knows the default experiment at both addresses', async () => {
    const recorded = recordedAnswer('/api/2.0/mlflow/experiments/get', { experiment_id: ['0'] });
    for (const path of [API, `/ajax-api/2.0/mlflow/experiments`]) {
      const { status, body } = await call('GET', `${path}/get?experiment_id=0`);
      expect(status).toBe(200);
      expect(body.experiment).toMatchObject({
        experiment_id: '0',
        name: 'Default',
        lifecycle_stage: 'active',
      });
      expect(Object.keys(body.experiment).sort()).toEqual(Object.keys(recorded.experiment).sort());
      expect(typeof body.experiment.creation_time).toBe('number');
    }
  });

  it('creates, finds, renames, tags, deletes and restores', async () => {
    const created = await call('POST', `${API}/create`, { name: 'one', tags: [{ key: 'team', value: 'a' }] });
    expect(created).toMatchObject({ status: 200, body: { experiment_id: '1' } });
    const found = await call('GET', `${API}/get-by-name?experiment_name=one`);
    expect(found.body.experiment).toMatchObject({
      experiment_id: '1',
      artifact_location: 'mlflow-artifacts:/1',
      tags: [{ key: 'team', value: 'a' }],
      workspace: 'default',
    });
    await succeed('update', { experimentId: '1', newName: 'uno' });
    await succeed('set-experiment-tag', { experiment_id: 1, key: 'k', value: '' });
    await succeed('set-experiment-tag', { experiment_id: '1', key: 'k', value: 'v' });
    await succeed('delete', { experiment_id: '1' });
    expect((await call('GET', `${API}/get-by-name?experiment_name=uno`)).body.experiment).toMatchObject({
      lifecycle_stage: 'deleted',
      tags: [
        { key: 'k', value: 'v' },
        { key: 'team', value: 'a' },
      ],
    });
    expect(await call('POST', `${API}/create`, { name: 'uno' })).toMatchObject({
      status: 400,
      body: { error_code: 'RESOURCE_ALREADY_EXISTS' },
    });
    for (const [path, body] of [
      ['update', { experiment_id: '1', new_name: 'x' }],
      ['set-experiment-tag', { experiment_id: '1', key: 'a', value: 'b' }],
    ] as const) {
      expect((await call('POST', `${API}/${path}`, body)).status).toBe(400);
    }
    await succeed('restore', { experiment_id: '1' });
    await succeed('delete-experiment-tag', { experiment_id: '1', key: 'k' });
    expect(
      await call('POST', `${API}/delete-experiment-tag`, { experiment_id: '1', key: 'k' }),
    ).toMatchObject({
      status: 404,
      body: { error_code: 'RESOURCE_DOES_NOT_EXIST', message: 'No tag with name: k in experiment with id 1' },
    });
  });

  it('says what is wrong in the words of the stock server', async () => {
    expect(await call('GET', `${API}/get?experiment_id=99999999`)).toEqual({
      status: 404,
      body: { error_code: 'RESOURCE_DOES_NOT_EXIST', message: 'No Experiment with id=99999999 exists' },
    });
    expect((await call('GET', `${API}/get?experiment_id=abc`)).status).toBe(404);
    expect(await call('GET', `${API}/get-by-name?experiment_name=none`)).toEqual({
      status: 404,
      body: { error_code: 'RESOURCE_DOES_NOT_EXIST', message: "Could not find experiment with name 'none'" },
    });
    const missing = await call('POST', `${API}/create`, {});
    expect(missing.body.message).toBe(
      "Missing value for required parameter 'name'. See the API docs for more information about request parameters.",
    );
    expect((await call('POST', `${API}/create`, { name: ' ' })).body.error_code).toBe(
      'INVALID_PARAMETER_VALUE',
    );
    expect((await call('POST', `${API}/create`, { name: 'x'.repeat(501) })).status).toBe(400);
    const form = await fetch(`${url}${API}/create`, {
      method: 'POST',
      body: 'name=x',
      headers: { 'content-type': 'text/plain' },
    });
    expect(form.status).toBe(400);
    expect(await form.text()).toContain("Content-Type must be one of ['application/json']");
    expect((await call('POST', `${API}/search`, {})).body.message).toContain(
      "Invalid value 0 for parameter 'max_results'",
    );
    expect((await call('POST', `${API}/search`, { max_results: 50001 })).status).toBe(400);
    expect(
      (await call('POST', `${API}/search`, { max_results: 10, filter: "bogus_attr = 'x'" })).body.message,
    ).toContain("Invalid attribute key 'bogus_attr' specified");
    expect((await call('POST', `${API}/search`, { max_results: 10, order_by: ['bogus'] })).status).toBe(400);
    expect((await call('POST', `${API}/search`, { max_results: 10, page_token: '!!!' })).status).toBe(400);
  });

  it('creates a name once, however many ask at the same time', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => call('POST', `${API}/create`, { name: 'race' })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.error_code === 'RESOURCE_ALREADY_EXISTS')).toHaveLength(7);
  });

  it('searches with filters, orders and pages that neither repeat nor skip', async () => {
    for (const n of [1, 2, 3, 4, 5]) {
      const tags = [
        { key: 'grp', value: 'S' },
        { key: 'i', value: String(n) },
        ...(n > 3 ? [{ key: 'late', value: 'yes' }] : []),
      ];
      await call('POST', `${API}/create`, { name: `srch-${n}`, tags });
    }
    const names = async (filter: string, more: object = {}) => {
      const { body } = await call('POST', `${API}/search`, {
        max_results: 100,
        filter,
        order_by: ['name'],
        ...more,
      });
      return ((body.experiments ?? []) as { name: string }[]).map(({ name }) => name.replace('srch-', ''));
    };
    expect(await names("name ILIKE 'SRCH-%' AND tags.i = '2'")).toEqual(['2']);
    expect(await names("name LIKE 'SRCH-%'")).toEqual([]);
    expect(await names("tags.grp = 'S' AND tags.i != '2' AND tags.late IS NULL")).toEqual(['1', '3']);
    expect(await names("tags.late != 'no'")).toEqual(['4', '5']);
    expect(await names("name IN ('srch-1', 'srch-5') OR tags.i = '3'")).toEqual(['1', '3', '5']);
    expect(await names("tags.grp = 'S' AND NOT (name = 'srch-1' OR tags.late IS NOT NULL)")).toEqual([
      '2',
      '3',
    ]);
    expect(
      await names("tags.grp = 'S' AND creation_time > 1e12", {
        order_by: ['attribute.creation_time desc', 'name DESC'],
      }),
    ).toEqual(['5', '4', '3', '2', '1']);
    expect(await names("name = 'x'' OR 1=1 --'")).toEqual([]);

    const seen: string[] = [];
    let token: string | undefined;
    do {
      const more = token === undefined ? {} : { page_token: token };
      const { body } = await call('POST', `${API}/search`, {
        max_results: 2,
        filter: "tags.grp = 'S'",
        order_by: ['last_update_time ASC'],
        ...more,
      });
      seen.push(...body.experiments.map((each: { name: string }) => each.name));
      token = body.next_page_token;
    } while (token !== undefined);
    expect(seen).toEqual([1, 2, 3, 4, 5].map((n) => `srch-${n}`));
    const other = await call('POST', `${API}/search`, { max_results: 2, filter: "tags.grp = 'S'" });
    const reused = { max_results: 2, filter: "name IN ('a')", page_token: other.body.next_page_token };
    expect((await call('POST', `${API}/search`, reused)).status).toBe(400);
    expect((await call('GET', `${API}/search?max_results=1&order_by=name`)).body.experiments).toHaveLength(1);
    expect(
      (await call('POST', `${API}/search`, { max_results: '5', filter: "name = 'none'", viewType: 3 })).body,
    ).toEqual({});
  });
});

describe('the experiments API of ours', () => {
  it('lists and creates, and is described', async () => {
    const created = await call('POST', '/api/v1/experiments', { name: 'mine', tags: { a: 'b' } });
    expect(created).toMatchObject({
      status: 201,
      body: { name: 'mine', tags: { a: 'b' }, lifecycle_stage: 'active' },
    });
    expect(await call('POST', '/api/v1/experiments', { name: 'mine' })).toMatchObject({
      status: 409,
      body: { error: { code: 'RESOURCE_ALREADY_EXISTS' } },
    });
    const { body } = await call('GET', '/api/v1/experiments?limit=1&order_by=creation_time%20DESC');
    expect(body.experiments[0].name).toBe('mine');
    expect(body.next_page_token).toBeDefined();
    const { body: document } = await call('GET', '/api/v1/openapi.json');
    expect(Object.keys(document.paths)).toContain('/api/v1/experiments');
    expect(document.components.schemas.Experiment.required).toContain('creation_time');
    expect(
      document.paths['/api/v1/experiments'].get.parameters.map((each: { name: string }) => each.name),
    ).toContain('page_token');
  });
});

describe('the experiment directory', () => {
  it('resolves, refuses, lists and finds', async () => {
    const directory = service.app.get(ExperimentDirectory);
    const { body } = await call('POST', `${API}/create`, { name: 'directory' });
    const experimentId: string = body.experiment_id;
    const place = { workspaceId: 'default', experimentId: Number(experimentId) };
    expect(await directory.resolve('default', {})).toEqual({ workspaceId: 'default', experimentId: 0 });
    expect(await directory.resolve('default', { experimentId })).toEqual(place);
    for (const unknown of ['123456', 'abc', '99999999999']) {
      const refused = await directory
        .resolve('default', { experimentId: unknown })
        .catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(Rejected);
      expect(refused).toMatchObject({
        reason: 'not-found',
        message: `No Experiment with id=${unknown} exists`,
      });
    }
    const { body: gone } = await call('POST', `${API}/create`, { name: 'gone' });
    await succeed('delete', { experiment_id: gone.experiment_id });
    await expect(directory.resolve('default', { experimentId: gone.experiment_id })).rejects.toThrow(
      'Current state is deleted',
    );
    await succeed('restore', { experiment_id: gone.experiment_id });
    expect((await directory.resolve('default', { experimentId: gone.experiment_id })).workspaceId).toBe(
      'default',
    );
    expect((await directory.find('default', [experimentId, '98765'])).map(({ name }) => name)).toEqual([
      'directory',
    ]);
    expect(await directory.find('other', [experimentId])).toEqual([]);
    expect((await directory.list('default')).map(({ name }) => name)).toContain('directory');
  });
});

// Answers are JSON of any shape here: each expectation says which.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
async function call(method: string, path: string, body?: unknown): Promise<{ status: number; body: any }> {
  const response = await fetch(`${url}${path}`, {
    method,
    ...(body !== undefined && {
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    }),
  });
  return { status: response.status, body: await response.json() };
}

async function succeed(path: string, body: unknown): Promise<void> {
  expect(await call('POST', `${API}/${path}`, body)).toEqual({ status: 200, body: {} });
}

/** An exchange with the stock server, from test/fixtures. */
function recordedAnswer(path: string, query: object): { experiment: object } {
  const lines = readFileSync('test/fixtures/mlflow-calls.jsonl', 'utf8').trim().split('\n');
  for (const line of lines) {
    const exchange = JSON.parse(line) as { path: string; query: object; response: { experiment: object } };
    if (exchange.path === path && JSON.stringify(exchange.query) === JSON.stringify(query))
      return exchange.response;
  }
  throw new Error(`nothing recorded for ${path}`);
}
