import { AuthenticationModule } from '@millrace/access';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Module, type DynamicModule } from '@nestjs/common';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LlmModule, llmConfigSchema } from '@millrace/adapter-llm';
import { LocalDomainEventsModule } from '@millrace/adapter-local-log';
import { PostgresModule } from '@millrace/adapter-postgres';
import type { AttributeValue, NormalSpan, OtlpSpan } from '@millrace/domain';
import { QueryModule } from '@millrace/feature-query';
import { REGISTRY_ENTITIES, RegistryModule } from '@millrace/feature-registry';
import {
  BlobStore,
  decodeTraceRecord,
  SessionReader,
  SpanLog,
  SpanStore,
  SqlReader,
  TableExport,
  SuggestionReader,
  TraceAnalytics,
  TraceReader,
  type DeadLetter,
} from '@millrace/ports';
import { SecretsModule, ServiceKitModule, startService, type RunningService } from '@millrace/service-kit';
import {
  InMemoryBlobStore,
  InMemorySpanLog,
  InMemoryTraceReader,
  InMemoryTraces,
} from '../support/in-memory-traces.ts';
import { InMemoryDeadLetters } from '../support/in-memory-dead-letters.ts';

const START = 1795235081870837037n;
let dataDir: string;
let service: RunningService;
let url: string;
let traces: InMemoryTraces;
const blobs = new InMemoryBlobStore();
const letters = new InMemoryDeadLetters();

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'millrace-query-'));
  chmodSync(dataDir, 0o711);
  traces = new InMemoryTraces();
  @Module({})
  class StorageUnderTest {
    static with(): DynamicModule {
      const providers = [
        { provide: SpanLog, useValue: new InMemorySpanLog(traces) },
        { provide: TraceReader, useValue: new InMemoryTraceReader(traces) },
        // What these answer is asked of a real engine, in analytics, browse and sql.spec.ts.
        ...[TraceAnalytics, SessionReader, SuggestionReader, SqlReader, TableExport].map((provide) => ({
          provide,
          useValue: {},
        })),
        { provide: BlobStore, useValue: blobs },
        { provide: SpanStore, useValue: letters },
      ];
      return {
        module: StorageUnderTest,
        global: true,
        providers,
        exports: providers.map(({ provide }) => provide),
      };
    }
  }
  @Module({
    imports: [
      ServiceKitModule.for('query-api'),
      AuthenticationModule.register({ isRequired: false }),
      LlmModule.register(llmConfigSchema.parse({})),
      PostgresModule.register({ embedded: { dataDir: join(dataDir, 'postgres') } }, REGISTRY_ENTITIES),
      LocalDomainEventsModule.register({ dir: join(dataDir, 'events') }),
      StorageUnderTest.with(),
      SecretsModule.register({}),
      RegistryModule,
      QueryModule,
    ],
  })
  class QueryUnderTest {}
  service = await startService({
    name: 'query-api',
    module: QueryUnderTest,
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

beforeEach(() => {
  traces.isStalled = false;
  traces.isDown = false;
  traces.catchUp();
  traces.barriers = [];
});

describe('what the MLflow client asks of the server', () => {
  it('is a plain version and what is built', async () => {
    const version = await fetch(`${url}/version`);
    expect(await version.text()).toBe('3.17.2');
    expect(version.headers.get('content-type')).toContain('text/plain');
    for (const prefix of ['api', 'ajax-api']) {
      expect((await call('GET', `/${prefix}/3.0/mlflow/server-info`)).body).toMatchObject({
        store_type: 'SqlStore',
        workspaces_enabled: true,
        features_enabled: { gateway: true },
      });
    }
    const unknown = await fetch(`${url}/api/3.0/mlflow/definitely-not-an-endpoint`);
    expect(unknown.status).toBe(404);
    expect(unknown.headers.get('content-type')).not.toContain('json');
  });
});

describe('start-trace', () => {
  it('answers what it was told without waiting; a read merges it with what spans said', async () => {
    const traceId = id('01');
    span(traceId, { attributes: { 'mlflow.spanInputs': 'hi' } }, { requestPreview: 'hi' });
    const { status, body } = await call('POST', '/api/3.0/mlflow/traces', {
      trace: {
        trace_info: {
          trace_id: `tr-${traceId}`,
          trace_location: { type: 'MLFLOW_EXPERIMENT', mlflow_experiment: { experiment_id: '0' } },
          request_time: '2026-11-21T04:24:56Z',
          execution_duration: '0.25s',
          state: 'OK',
          trace_metadata: { 'mlflow.trace_schema.version': '3' },
          tags: { topic: 'weather' },
        },
      },
    });
    expect(status).toBe(200);
    const told = {
      trace_id: `tr-${traceId}`,
      execution_duration: '0.250s',
      trace_metadata: { 'mlflow.trace.infoFinalized': 'true' },
      tags: { topic: 'weather', 'mlflow.trace.spansLocation': 'TRACKING_STORE' },
    };
    expect(body.trace.trace_info).toMatchObject(told);
    expect(traces.barriers).toEqual([]);
    const last = traces.records.at(-1);
    expect(last?.key).toBe(`default/${traceId}`);
    expect(decodeTraceRecord(last?.value ?? new Uint8Array())).toMatchObject({
      kind: 'entries',
      experimentId: 0,
    });
    const read = await call('GET', `/api/3.0/mlflow/traces/tr-${traceId}`);
    expect(read.body.trace.trace_info).toMatchObject({
      ...told,
      request_preview: 'hi',
      tags: { 'mlflow.traceName': 'root' },
    });
    expect(traces.barriers).toEqual([{ key: `default/${traceId}`, timeoutMs: 2000 }]);
  });

  it('is durable and answered though the writer is behind', async () => {
    traces.isStalled = true;
    const { status, body } = await startTrace(id('02'));
    expect(status).toBe(200);
    expect(body.trace.trace_info.tags['mlflow.trace.spansLocation']).toBe('TRACKING_STORE');
    const early = await call('GET', `/api/3.0/mlflow/traces/tr-${id('02')}`);
    expect(early).toMatchObject({ status: 503, body: { error_code: 'TEMPORARILY_UNAVAILABLE' } });
    expect(early.headers.get('retry-after')).toBe('1');
    traces.catchUp();
    expect((await call('GET', `/api/3.0/mlflow/traces/tr-${id('02')}`)).status).toBe(200);
  });

  it('refuses an unknown experiment, a bad id and a message without a trace', async () => {
    expect(await startTrace(id('03'), '4711')).toMatchObject({
      status: 404,
      body: { error_code: 'RESOURCE_DOES_NOT_EXIST', message: 'No Experiment with id=4711 exists' },
    });
    expect((await call('POST', '/api/3.0/mlflow/traces', {})).body.message).toContain("parameter 'trace'");
    expect((await startTrace('zz')).status).toBe(400);
    traces.isDown = true;
    expect((await startTrace(id('03'))).status).toBe(503);
  });
});

describe('MLflow reads', () => {
  it('tell an unknown trace in JSON', async () => {
    const missing = id('0f');
    expect(await call('GET', `/api/3.0/mlflow/traces/tr-${missing}?trace_id=tr-${missing}`)).toMatchObject({
      status: 404,
      body: { error_code: 'RESOURCE_DOES_NOT_EXIST', message: `Trace with ID 'tr-${missing}' not found.` },
    });
    expect((await call('GET', '/api/3.0/mlflow/traces/tr-00')).status).toBe(404);
    expect((await call('GET', `/api/3.0/mlflow/traces/get?trace_id=tr-${missing}`)).status).toBe(404);
  });

  it('give a whole trace, root first, with large values put back', async () => {
    const traceId = id('11');
    span(traceId, {
      spanId: '0000000000000002',
      parentSpanId: '0000000000000001',
      startTimeUnixNano: START - 5n,
      name: 'child',
    });
    // OTLP AnyValue: field 1 (string), 5 bytes.
    await blobs.put('b/1', Buffer.from('\n\u0005large'));
    span(
      traceId,
      { attributes: { document: null, n: 7n } },
      { blobs: new Map([['document', { blob: 'b/1', bytes: 7 }]]) },
    );
    const response = await fetch(
      `${url}/api/3.0/mlflow/traces/get?trace_id=tr-${traceId}&allow_partial=False`,
    );
    const text = await response.text();
    expect(response.headers.get('content-type')).toContain('application/json');
    expect(text).toContain(`"start_time_unix_nano":${START},`);
    const { trace } = JSON.parse(text) as { trace: { spans: { name: string; attributes: unknown[] }[] } };
    expect(trace.spans.map(({ name }) => name)).toEqual(['root', 'child']);
    expect(trace.spans[0]?.attributes).toEqual([
      { key: 'document', value: { string_value: 'large' } },
      { key: 'n', value: { int_value: 7 } },
      { key: 'mlflow.traceRequestId', value: { string_value: `tr-${traceId}` } },
    ]);
    expect(traces.barriers).toEqual([{ key: `default/${traceId}`, timeoutMs: 2000 }]);
  });

  it('give an incomplete trace only where that is allowed', async () => {
    const traceId = id('12');
    await startTrace(traceId);
    const partial = await call(
      'GET',
      `/ajax-api/3.0/mlflow/traces/get?traceId=tr-${traceId}&allowPartial=true`,
    );
    expect(partial.body.trace.spans).toBeUndefined();
    expect(partial.body.trace.trace_info.state).toBe('OK');
    const waiting = call('GET', `/api/3.0/mlflow/traces/get?trace_id=tr-${traceId}`);
    setTimeout(() => span(traceId, {}), 300);
    expect((await waiting).body.trace.spans).toHaveLength(1);
    await startTrace(id('13'));
    expect(await call('GET', `/api/3.0/mlflow/traces/get?trace_id=tr-${id('13')}`)).toMatchObject({
      status: 404,
      body: { error_code: 'RESOURCE_DOES_NOT_EXIST' },
    });
  });

  it('give several at once, leaving out what is missing or incomplete', async () => {
    span(id('14'), {});
    span(id('15'), {});
    await startTrace(id('16'));
    const query = ['14', '15', '16', '1f'].map((n) => `trace_ids=tr-${id(n)}`).join('&');
    const { body } = await call('GET', `/api/3.0/mlflow/traces/batchGet?${query}`);
    expect(body.traces.map((each: { trace_info: { trace_id: string } }) => each.trace_info.trace_id)).toEqual(
      [`tr-${id('14')}`, `tr-${id('15')}`],
    );
    const infos = await call('POST', '/api/3.0/mlflow/traces/batchGetInfos', {
      trace_ids: ['14', '16', '1f'].map((n) => `tr-${id(n)}`),
    });
    expect(infos.body.trace_infos).toHaveLength(2);
    expect((await call('GET', '/api/3.0/mlflow/traces/batchGet')).body).toEqual({});
    expect((await call('POST', '/api/3.0/mlflow/traces/batchGetInfos', {})).body).toEqual({});
  });

  it('search by filter in pages', async () => {
    const { body: created } = await call('POST', '/api/2.0/mlflow/experiments/create', { name: 'search' });
    const experimentId: string = created.experiment_id;
    for (const n of [1n, 2n, 3n]) {
      span(
        id(`2${n}`),
        { startTimeUnixNano: START + n * 1_000_000n, statusCode: n === 3n ? 2 : 0 },
        { experimentId: Number(experimentId) },
      );
    }
    const locations = [{ type: 'MLFLOW_EXPERIMENT', mlflow_experiment: { experiment_id: experimentId } }];
    const first = await call('POST', '/api/3.0/mlflow/traces/search', { locations, max_results: 2 });
    expect(ids(first.body)).toEqual([id('23'), id('22')]);
    const second = await call('POST', '/api/3.0/mlflow/traces/search', {
      locations,
      maxResults: '2',
      pageToken: first.body.next_page_token,
    });
    expect(ids(second.body)).toEqual([id('21')]);
    const filter = "status = 'ERROR' AND NOT name = 'other'";
    expect(ids((await call('POST', '/api/3.0/mlflow/traces/search', { locations, filter })).body)).toEqual([
      id('23'),
    ]);
    expect((await call('POST', '/api/3.0/mlflow/traces/search', { locations: [] })).body).toEqual({});
    const none = [{ mlflow_experiment: { experiment_id: '999999' } }];
    expect((await call('POST', '/api/3.0/mlflow/traces/search', { locations: none })).body).toEqual({});
    for (const [body, message] of [
      [{}, "Missing value for required parameter 'locations'"],
      [{ locations, max_results: 501 }, 'Invalid value 501'],
      [{ locations, page_token: '!!!not-a-token!!!' }, 'Invalid page token'],
      [{ locations, filter: "bogus = 'x'" }, "Invalid attribute key 'bogus' specified."],
      [{ locations, filter: 'status = OK' }, 'either not quoted'],
      [{ locations, order_by: ['bogus'] }, 'Invalid order_by clause'],
    ] as const) {
      const answer = await call('POST', '/api/3.0/mlflow/traces/search', body);
      expect(answer).toMatchObject({ status: 400, body: { error_code: 'INVALID_PARAMETER_VALUE' } });
      expect(answer.body.message).toContain(message);
    }
  });
});

describe('MLflow changes', () => {
  it('set and delete tags in both versions', async () => {
    const traceId = id('31');
    span(traceId, {});
    const tags = `/mlflow/traces/tr-${traceId}/tags`;
    expect(
      (await call('PATCH', `/api/2.0${tags}`, { key: 'k', value: 'v', request_id: `tr-${traceId}` })).body,
    ).toEqual({});
    expect(
      (await call('PATCH', `/api/3.0${tags}`, { key: 'mlflow.traceName', value: 'renamed' })).status,
    ).toBe(200);
    const { body } = await call('GET', `/api/3.0/mlflow/traces/tr-${traceId}`);
    expect(body.trace.trace_info.tags).toMatchObject({ k: 'v', 'mlflow.traceName': 'renamed' });
    expect((await call('DELETE', `/api/2.0${tags}`, { key: 'k' })).status).toBe(200);
    expect(await call('DELETE', `/api/3.0${tags}?key=k`)).toMatchObject({
      status: 404,
      body: { message: `No trace tag with key 'k' for trace with ID 'tr-${traceId}'` },
    });
    for (const key of ['mlflow.trace.spansLocation', 'x'.repeat(251), '']) {
      expect((await call('PATCH', `/api/2.0${tags}`, { key, value: 'v' })).status).toBe(400);
    }
    expect((await call('PATCH', `/api/2.0${tags}`, { key: 'k', value: 'v'.repeat(8001) })).status).toBe(400);
    expect(
      (await call('PATCH', `/api/2.0/mlflow/traces/tr-${id('3f')}/tags`, { key: 'k', value: 'v' })).status,
    ).toBe(404);
  });

  it('link to runs and prompts', async () => {
    span(id('32'), {});
    const many = Array.from({ length: 101 }, () => `tr-${id('32')}`);
    expect(
      (await call('POST', '/api/2.0/mlflow/traces/link-to-run', { trace_ids: many, run_id: 'r' })).body
        .message,
    ).toBe('Cannot link more than 100 traces to a run in a single request. Provided 101 traces.');
    const link = { trace_ids: [`tr-${id('32')}`, `tr-${id('99')}`], run_id: 'r1' };
    expect((await call('POST', '/api/2.0/mlflow/traces/link-to-run', link)).body).toEqual({});
    expect((await call('GET', `/api/v1/traces/${id('32')}`)).body.trace.run_ids).toEqual(['r1']);
    const prompts = { trace_id: `tr-${id('32')}`, prompt_versions: [{ name: 'p', version: 1 }] };
    expect((await call('POST', '/api/2.0/mlflow/traces/link-prompts', prompts)).body).toEqual({});
    expect(
      await call('POST', '/api/2.0/mlflow/traces/link-prompts', { ...prompts, trace_id: 'tr-00' }),
    ).toMatchObject({
      status: 404,
      body: { message: "Trace with ID 'tr-00' not found." },
    });
  });

  it('delete by id or by age, and for good', async () => {
    const { body: created } = await call('POST', '/api/2.0/mlflow/experiments/create', { name: 'deletions' });
    const experiment_id: string = created.experiment_id;
    const path = '/api/2.0/mlflow/traces/delete-traces';
    for (const n of [1n, 2n, 3n, 4n]) {
      span(id(`4${n}`), { startTimeUnixNano: n * 1_000_000_000n }, { experimentId: Number(experiment_id) });
    }
    const byId = await call('POST', path, {
      experiment_id,
      request_ids: [`tr-${id('41')}`, `tr-${id('4f')}`],
    });
    expect(byId.body).toEqual({ traces_deleted: 1 });
    expect((await call('GET', `/api/3.0/mlflow/traces/tr-${id('41')}`)).status).toBe(404);
    const oldest = { experiment_id, max_timestamp_millis: 3000, max_traces: 1 };
    expect((await call('POST', path, oldest)).body).toEqual({ traces_deleted: 1 });
    expect((await call('GET', `/api/3.0/mlflow/traces/tr-${id('42')}`)).status).toBe(404);
    expect((await call('POST', path, { experiment_id, max_timestamp_millis: '3000' })).body).toEqual({
      traces_deleted: 1,
    });
    expect((await call('GET', `/api/v1/traces?experiment_id=${experiment_id}`)).body.traces).toHaveLength(1);
    for (const body of [
      { experiment_id },
      { experiment_id, max_timestamp_millis: 1, max_traces: 0 },
      { experiment_id, max_timestamp_millis: 1, request_ids: ['tr-1'] },
      { experiment_id, request_ids: ['tr-1'], max_traces: 1 },
    ]) {
      expect((await call('POST', path, body)).status).toBe(400);
    }
  });
});

describe('/api/v1/traces', () => {
  it('lists with shortcuts, and says how complete the answer is', async () => {
    span(
      id('51'),
      { name: 'one', attributes: { model: 'x' } },
      { meaning: { type: 'LLM', sessionId: 's-1', tokens: { input: 3, output: 4 } } },
    );
    span(id('52'), { name: 'two' });
    const { body, headers } = await call(
      'GET',
      '/api/v1/traces?experiment_id=0&name=one&session=s-1&attribute.model=x',
    );
    expect(headers.get('x-millrace-complete-to')).toBe('2026-11-21T12:03:10.000Z');
    expect(traces.barriers).toEqual([]);
    expect(body.traces).toEqual([
      expect.objectContaining({
        trace_id: id('51'),
        experiment_id: '0',
        name: 'one',
        state: 'OK',
        span_count: 1,
        request_time_unix_nano: String(START),
        session_id: 's-1',
        tokens: expect.objectContaining({
          input: 3,
          cache_read: 0,
          output: 4,
          reasoning: 0,
          total: 7,
        }) as object,
      }),
    ]);
    await call('GET', '/api/v1/traces?consistency=strong&name=one');
    await call('GET', '/api/v1/traces?name=one', undefined, { 'x-millrace-read-after': 'now' });
    expect(traces.barriers).toEqual([{ timeoutMs: 2000 }, { timeoutMs: 2000 }]);
    const page = await call('GET', '/api/v1/traces?limit=1');
    expect(page.body.next_page_token).toBeDefined();
    const bad = await call(
      'GET',
      `/api/v1/traces?filter=${encodeURIComponent("status = 'OK' AND bogus = 1")}`,
    );
    expect(bad.status).toBe(400);
    expect(bad.body.error.message).toContain('\n                    ^^^^^');
    expect((await call('GET', '/api/v1/traces?nonsense=1')).body.error.message).toContain('nonsense');
    expect((await call('GET', '/api/v1/traces?limit=501')).status).toBe(400);
  });

  it('opens a trace skeleton first, spans and large values on demand', async () => {
    const traceId = id('53');
    const document = 'é'.repeat(100);
    await blobs.put('b/2', Buffer.concat([Buffer.from([10, 200, 1]), Buffer.from(document)]));
    span(
      traceId,
      {
        attributes: {
          document: null,
          n: 9007199254740993n,
          list: [1n, 0.5, new Uint8Array([1])],
          'a/b': 'slash',
        },
        statusCode: 2,
        statusMessage: 'cut off',
        events: [{ timeUnixNano: START, name: 'token', attributes: new Map([['i', 1n]]) }],
      },
      {
        blobs: new Map([['document', { blob: 'b/2', bytes: 203 }]]),
        meaning: { type: 'TOOL', inputs: { text: 'hi' } },
      },
    );
    span(traceId, {
      spanId: '0000000000000002',
      parentSpanId: '0000000000000001',
      startTimeUnixNano: START + 1n,
    });
    const detail = await call('GET', `/api/v1/traces/tr-${traceId}`);
    expect(detail.body.trace.trace_id).toBe(traceId);
    expect(detail.body.spans).toHaveLength(2);
    const page = await call('GET', `/api/v1/traces/${traceId}/spans?limit=1`);
    expect(page.body.spans[0]).toMatchObject({
      span_id: '0000000000000001',
      type: 'TOOL',
      start_time_unix_nano: String(START),
    });
    const next = await call(
      'GET',
      `/api/v1/traces/${traceId}/spans?limit=1&after=${page.body.next_page_token}`,
    );
    expect(next.body.spans[0].parent_span_id).toBe('0000000000000001');
    const path = `/api/v1/traces/${traceId}/spans/0000000000000001`;
    expect((await call('GET', path)).body.span).toMatchObject({
      inputs: 'hi',
      status: { code: 'ERROR', message: 'cut off' },
      attributes: [
        { key: 'document', type: 'blob', bytes: 203 },
        { key: 'n', type: 'int', value: '9007199254740993' },
        { key: 'list', type: 'array', value: ['1', 0.5, 'AQ=='] },
        { key: 'a/b', type: 'string', value: 'slash' },
      ],
      events: [
        { time_unix_nano: String(START), name: 'token', attributes: [{ key: 'i', type: 'int', value: '1' }] },
      ],
    });
    const first = await call('GET', `${path}/attributes/document?limit=101`);
    expect(first.body).toEqual({
      key: 'document',
      text: 'é'.repeat(50),
      total_bytes: 200,
      offset: 0,
      next_offset: 100,
    });
    const rest = await call('GET', `${path}/attributes/document?offset=100`);
    expect(rest.body).toEqual({ key: 'document', text: 'é'.repeat(50), total_bytes: 200, offset: 100 });
    expect((await call('GET', `${path}/attributes/document?limit=5`)).body).toMatchObject({
      text: 'éé',
      next_offset: 4,
    });
    expect((await call('GET', `${path}/attributes/${encodeURIComponent('a/b')}`)).body.text).toBe('slash');
    expect((await call('GET', `${path}/attributes/none`)).status).toBe(404);
    expect((await call('GET', `/api/v1/traces/${traceId}/spans/00000000000000ff`)).status).toBe(404);
    expect((await call('GET', '/api/v1/traces/nope')).status).toBe(400);
  });

  it('answers 404 for what is not there, 503 for what may still come when asked to wait', async () => {
    traces.isStalled = true;
    await startTrace(id('54'));
    expect((await call('GET', `/api/v1/traces/${id('54')}`)).status).toBe(404);
    expect((await call('GET', `/api/v1/traces/${id('54')}?consistency=strong`)).status).toBe(503);
  });

  it('is read while the log is down', async () => {
    span(id('55'), {});
    traces.isDown = true;
    const { status, headers } = await call('GET', `/api/v1/traces/${id('55')}`);
    expect(status).toBe(200);
    expect(headers.get('x-millrace-complete-to')).toBeNull();
    expect((await call('GET', `/api/3.0/mlflow/traces/tr-${id('55')}`)).status).toBe(200);
    expect((await call('GET', '/api/v1/freshness')).body).toEqual({ is_complete: false });
  });
});

describe('/api/v1/freshness and dead letters', () => {
  it('tells freshness, waiting when asked', async () => {
    const complete = { complete_to: '2026-11-21T12:03:10.000Z', is_complete: true };
    expect((await call('GET', '/api/v1/freshness')).body).toEqual(complete);
    expect(traces.barriers).toEqual([]);
    expect((await call('GET', '/api/v1/freshness?consistency=strong')).body).toEqual(complete);
    expect(traces.barriers).toHaveLength(1);
  });

  it('lists, replays and discards dead letters', async () => {
    const letter = (name: string): DeadLetter => ({
      id: name,
      workspaceId: 'default',
      experimentId: 1,
      traceId: id('61'),
      failedAt: 1000,
      reason: 'too odd',
      record: Buffer.from(name),
    });
    await letters.writeDeadLetters([letter('0-1'), letter('0-2')]);
    expect((await call('GET', '/api/v1/dead-letters')).body.dead_letters).toMatchObject([
      { id: '0-1', experiment_id: '1', failed_at: '1970-01-01T00:00:01.000Z', reason: 'too odd' },
      { id: '0-2' },
    ]);
    traces.isStalled = true;
    const replayed = await call('POST', '/api/v1/dead-letters/replay', { ids: ['0-1', '0-9'] });
    expect(replayed.body).toEqual({ count: 1 });
    expect(traces.records.at(-1)).toEqual({ key: `default/${id('61')}`, value: Buffer.from('0-1') });
    traces.records.pop();
    traces.forgetWaiting();
    expect((await call('POST', '/api/v1/dead-letters/discard', { ids: ['0-2'] })).body).toEqual({ count: 1 });
    expect((await call('GET', '/api/v1/dead-letters')).body.dead_letters).toEqual([]);
    expect((await call('POST', '/api/v1/dead-letters/discard', { ids: [] })).status).toBe(400);
  });
});

it('describes everything under /api/v1', async () => {
  const { body } = await call('GET', '/api/v1/openapi.json');
  expect(Object.keys(body.paths)).toEqual(
    expect.arrayContaining([
      '/api/v1/traces',
      '/api/v1/traces/{trace_id}/spans/{span_id}',
      '/api/v1/dead-letters/replay',
    ]),
  );
  const schemas = Object.keys(body.components.schemas);
  expect(schemas).toEqual(expect.arrayContaining(['TraceDetail', 'SpanDetail', 'Attribute', 'Freshness']));
});

function id(suffix: string): string {
  return suffix.padStart(32, 'a');
}

function span(
  traceId: string,
  source: Omit<Partial<OtlpSpan>, 'attributes'> & { attributes?: Record<string, AttributeValue> },
  more: Partial<NormalSpan> = {},
): void {
  traces.addSpan({
    workspaceId: 'default',
    experimentId: 0,
    receivedAt: 0,
    meaning: { type: 'UNKNOWN' },
    blobs: new Map(),
    requestPreview: undefined,
    responsePreview: undefined,
    ...more,
    source: {
      traceId,
      spanId: '0000000000000001',
      parentSpanId: undefined,
      name: 'root',
      kind: 1,
      startTimeUnixNano: START,
      endTimeUnixNano: (source.startTimeUnixNano ?? START) + 5_000_000n,
      statusCode: 0,
      statusMessage: '',
      traceState: '',
      events: [],
      links: [],
      origin: { resource: new Map(), scopeName: '', scopeVersion: '' },
      ...source,
      attributes: new Map(Object.entries(source.attributes ?? {})),
    },
  });
}

function startTrace(traceId: string, experimentId = '0') {
  const trace_location = { type: 'MLFLOW_EXPERIMENT', mlflow_experiment: { experiment_id: experimentId } };
  return call('POST', '/api/3.0/mlflow/traces', {
    trace: { trace_info: { trace_id: `tr-${traceId}`, trace_location, state: 'OK' } },
  });
}

function ids(body: { traces?: { trace_id: string }[] }): string[] {
  return (body.traces ?? []).map(({ trace_id }) => trace_id.replace('tr-', ''));
}

async function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  // Answers are JSON of any shape here: each expectation says which.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  const parsed: any = response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text;
  return { status: response.status, body: parsed, headers: response.headers };
}
