import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AuthenticationModule, AccessModule } from '@millrace/access';
import { LlmModule, llmConfigSchema } from '@millrace/adapter-llm';
import { FileBlobStoreModule } from '@millrace/adapter-filesystem';
import { PostgresModule } from '@millrace/adapter-postgres';
import { Unavailable, type DomainEvent } from '@millrace/domain';
import { REGISTRY_ENTITIES, RegistryModule } from '@millrace/feature-registry';
import { DomainEvents, type EventSubscription } from '@millrace/ports';
import { SecretsModule, ServiceKitModule, startService, type RunningService } from '@millrace/service-kit';

/** A broker that can be away. */
class MemoryEvents extends DomainEvents {
  readonly published: DomainEvent[] = [];
  isAway = false;
  /** Publishing waits for it. */
  gate: Promise<void> | undefined;

  async publish(events: readonly DomainEvent[]): Promise<void> {
    if (this.isAway) throw new Unavailable('the broker is down');
    await this.gate;
    this.published.push(...events);
  }

  async subscribe(): Promise<EventSubscription> {
    return { stop: async () => undefined };
  }
}

const events = new MemoryEvents();
let dataDir: string;
let service: RunningService;
let start: () => Promise<void>;
let url: string;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'millrace-runs-'));
  chmodSync(dataDir, 0o711);
  @Module({ providers: [{ provide: DomainEvents, useValue: events }], exports: [DomainEvents] })
  class EventsUnderTest {}
  @Module({
    imports: [
      ServiceKitModule.for('registry'),
      AuthenticationModule.register({ isRequired: false }),
      LlmModule.register(llmConfigSchema.parse({})),
      PostgresModule.register({ embedded: { dataDir: join(dataDir, 'postgres') } }, REGISTRY_ENTITIES),
      { module: EventsUnderTest, global: true },
      FileBlobStoreModule.register({ dir: join(dataDir, 'blobs') }),
      SecretsModule.register({}),
      RegistryModule,
      AccessModule,
    ],
  })
  class RegistryUnderTest {}
  start = async () => {
    service = await startService({
      name: 'registry',
      module: RegistryUnderTest,
      host: '127.0.0.1',
      listeners: [{ port: 0, setting: 'MILLRACE_PORT' }],
      logLevel: 'error',
    });
    url = service.urls[0] ?? '';
  };
  await start();
});

afterAll(async () => {
  await service.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

describe('the runs API of ours', () => {
  it('creates, logs, finds, changes, deletes and restores', async () => {
    const created = await call('POST', '/api/v1/runs', {
      experiment_id: '0',
      name: 'mine',
      start_time: '2026-01-02T03:04:05Z',
      tags: { team: 'a' },
    });
    expect(created).toMatchObject({
      status: 201,
      body: { name: 'mine', status: 'RUNNING', start_time: '2026-01-02T03:04:05.000Z', metrics: [] },
    });
    const id: string = created.body.run_id;
    const logged = await call('POST', `/api/v1/runs/${id}/log`, {
      metrics: [
        { key: 'accuracy', value: 0.5, step: 1, timestamp: '2026-01-02T03:04:06Z' },
        { key: 'accuracy', value: 0.75, step: 2, timestamp: '2026-01-02T03:04:07Z' },
        { key: 'loss', value: 'NaN' },
      ],
      params: { model: 'small' },
      tags: { env: 'prod' },
    });
    expect(logged.status).toBe(204);
    const changed = await call('PATCH', `/api/v1/runs/${id}`, {
      status: 'FINISHED',
      end_time: '2026-01-02T04:00:00+00:00',
    });
    expect(changed.body).toMatchObject({ status: 'FINISHED', end_time: '2026-01-02T04:00:00.000Z' });
    const filter = encodeURIComponent(
      "metrics.accuracy > 0.7 AND params.model = 'small' AND tags.env = 'prod'",
    );
    const order = encodeURIComponent('metrics.accuracy DESC, run_name');
    const found = await call('GET', `/api/v1/runs?experiment_id=0&filter=${filter}&order_by=${order}`);
    expect(found.body.runs).toMatchObject([
      {
        run_id: id,
        tags: { team: 'a', env: 'prod', 'mlflow.runName': 'mine' },
        params: { model: 'small' },
        metrics: [
          { key: 'accuracy', value: 0.75, step: 2 },
          { key: 'loss', value: 'NaN' },
        ],
      },
    ]);
    const history = await call('GET', `/api/v1/runs/${id}/metric-history?key=accuracy&limit=1`);
    expect(history.body).toMatchObject({ points: [{ value: 0.5, step: 1 }] });
    const next = `/api/v1/runs/${id}/metric-history?key=accuracy&page_token=${history.body.next_page_token}`;
    expect((await call('GET', next)).body).toEqual({
      points: [{ value: 0.75, timestamp: '2026-01-02T03:04:07.000Z', step: 2 }],
    });
    expect((await call('DELETE', `/api/v1/runs/${id}`)).status).toBe(204);
    expect((await call('GET', `/api/v1/runs/${id}`)).body.lifecycle_stage).toBe('deleted');
    expect((await call('POST', `/api/v1/runs/${id}/log`, { tags: { a: 'b' } })).status).toBe(400);
    expect((await call('POST', `/api/v1/runs/${id}/restore`)).status).toBe(204);
    expect((await call('GET', `/api/v1/runs/${id}`)).body.lifecycle_stage).toBe('active');
  });

  it('says what is wrong', async () => {
    expect((await call('GET', '/api/v1/runs/none')).status).toBe(404);
    expect((await call('GET', '/api/v1/runs')).status).toBe(400);
    expect((await call('POST', '/api/v1/runs', { experiment_id: '77' })).status).toBe(404);
    const bad = await call(
      'GET',
      `/api/v1/runs?experiment_id=0&filter=${encodeURIComponent('metrics.a = "x"')}`,
    );
    expect(bad).toMatchObject({ status: 400, body: { error: { code: 'INVALID_PARAMETER_VALUE' } } });
    expect(bad.body.error.message).toContain('^');
  });
});

describe('writers of one run', () => {
  it('lose nothing and never wait in a circle', async () => {
    const { body: run } = await call('POST', '/api/v1/runs', { experiment_id: '0' });
    const keys = Array.from({ length: 50 }, (_, index) => `k${index}`);
    const write = async (writer: number): Promise<number[]> => {
      const order = writer % 2 === 0 ? keys : keys.toReversed();
      const pairs = Object.fromEntries(order.map((key) => [key, 'same']));
      const statuses: number[] = [];
      for (let part = 0; part < 4; part += 1) {
        const metrics = order.flatMap((key) =>
          Array.from({ length: 18 }, (_, step) => ({ key, value: writer, step: part * 18 + step })),
        );
        const body = { metrics, params: pairs, tags: pairs };
        statuses.push((await call('POST', `/api/v1/runs/${run.run_id}/log`, body)).status);
      }
      return statuses;
    };
    const statuses = await Promise.all(Array.from({ length: 8 }, (_, writer) => write(writer)));
    expect(new Set(statuses.flat())).toEqual(new Set([204]));
    const [points] = await service.app
      .get(DataSource)
      .query<{ count: string }[]>('SELECT count(*) FROM metrics WHERE run_id = $1', [run.run_id]);
    expect(Number(points?.count)).toBe(8 * 4 * 50 * 18);
    const { body } = await call('GET', `/api/v1/runs/${run.run_id}`);
    expect(Object.keys(body.params)).toHaveLength(50);
    expect(body.metrics).toHaveLength(50);
    expect(new Set(body.metrics.map((metric: { step: number }) => metric.step))).toEqual(new Set([71]));
  });

  it('disagree about a param: one wins, the others hear of it and write nothing', async () => {
    const { body: run } = await call('POST', '/api/v1/runs', { experiment_id: '0' });
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, writer) =>
        call('POST', `/api/v1/runs/${run.run_id}/log`, {
          params: { p: String(writer) },
          tags: { [`writer${writer}`]: 'was here' },
        }),
      ),
    );
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    const { body } = await call('GET', `/api/v1/runs/${run.run_id}`);
    expect(Object.keys(body.tags).filter((key) => key.startsWith('writer'))).toEqual([
      `writer${body.params.p}`,
    ]);
  });
});

describe('events of changes', () => {
  it('are published once the broker is back, and never of a change that was not made', async () => {
    const { body: run } = await call('POST', '/api/v1/runs', { experiment_id: '0' });
    events.isAway = true;
    expect((await call('DELETE', '/api/v1/runs/none')).status).toBe(404);
    expect((await call('DELETE', `/api/v1/runs/${run.run_id}`)).status).toBe(204);
    events.isAway = false;
    const before = events.published.length;
    await expect.poll(() => events.published.length, { timeout: 25_000 }).toBe(before + 1);
    expect(events.published.at(-1)).toMatchObject({
      type: 'run.deleted',
      runId: run.run_id,
      workspaceId: 'default',
      experimentId: 0,
    });
    // What was published is forgotten a moment later.
    await expect.poll(() => service.app.get(DataSource).query('SELECT * FROM pending_events')).toEqual([]);
  }, 30_000);

  it.each(['before it was published', 'while it was published'])(
    'are published by the next process when one ended %s',
    async (when) => {
      const { body: run } = await call('POST', '/api/v1/runs', { experiment_id: '0' });
      if (when === 'before it was published') events.isAway = true;
      else events.gate = new Promise(() => undefined);
      expect((await call('DELETE', `/api/v1/runs/${run.run_id}`)).status).toBe(204);
      await service.stop();
      events.isAway = false;
      events.gate = undefined;
      await start();
      const published = () =>
        events.published.filter((event) => 'runId' in event && event.runId === run.run_id);
      await expect.poll(() => published().length, { timeout: 25_000 }).toBe(1);
      const pending = () => service.app.get(DataSource).query('SELECT * FROM pending_events');
      await expect.poll(pending, { timeout: 5_000 }).toEqual([]);
    },
    60_000,
  );
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
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
}
