import 'reflect-metadata';
import { Rejected, Unavailable } from '@millrace/domain';
import { Body, Controller, Delete, Get, Injectable, Module, Post, Put, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { text as readText } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MlflowError } from '../errors/mlflow-error.ts';
import { HealthChecks } from '../health/health-checks.ts';
import { ServiceKitModule } from '../service-kit.module.ts';
import { startService, type RunningService } from './start-service.ts';
import { StreamedBody } from './streamed-body.ts';

@Injectable()
class Gate {
  isReached = false;
  open: () => void = () => undefined;
  readonly opened = new Promise<void>((resolve) => (this.open = resolve));
}

@Controller()
class ProbeController {
  constructor(private readonly gate: Gate) {}

  @Post(['v1/traces', 'blob'])
  raw(@Req() { body }: FastifyRequest): object {
    return body instanceof Uint8Array
      ? { bytes: body.length, head: Buffer.from(body).toString('hex', 0, 4) }
      : { body };
  }

  @Put('api/v1/streamed')
  @StreamedBody(5_000)
  async streamed(@Req() { raw, body }: FastifyRequest): Promise<object> {
    let bytes = 0;
    for await (const piece of raw) bytes += (piece as Buffer).length;
    return { bytes, isParsed: body !== undefined && (body as Buffer).length > 0 };
  }

  @Post('api/v1/echo')
  post(@Body() body: unknown): object {
    return { body: body ?? 'nothing' };
  }

  @Delete('api/2.0/mlflow/echo')
  remove(@Body() body: unknown): object {
    return { body };
  }

  @Put('api/v1/slow')
  async slow(): Promise<object> {
    this.gate.isReached = true;
    await this.gate.opened;
    return { isDone: true };
  }

  @Get(['api/2.0/mlflow/fail/:how', 'ajax-api/3.0/mlflow/fail/:how', 'api/v1/fail/:how'])
  fail(@Req() { params }: FastifyRequest<{ Params: { how: string } }>): never {
    throw FAILURES[params.how] ?? new Error('the secret plan failed');
  }
}

const FAILURES: Readonly<Record<string, Error>> = {
  unavailable: new Unavailable('the log is full', 300),
  missing: new Rejected('there is no such trace', 'not-found'),
  taken: new Rejected('the name is taken', 'already-exists'),
  large: new Rejected('too many spans', 'too-large'),
  mlflow: new MlflowError('RESOURCE_CONFLICT', 'another change came first'),
};

@Module({ imports: [ServiceKitModule.for('probe')], controllers: [ProbeController], providers: [Gate] })
class ProbeModule {}

const start = (...ports: readonly number[]): Promise<RunningService> =>
  startService({
    name: 'probe',
    module: ProbeModule,
    host: '127.0.0.1',
    listeners: [
      { port: ports[0] ?? 0, setting: 'MILLRACE_PORT' },
      { port: ports[1] ?? 0, setting: 'MILLRACE_OTLP_HTTP_PORT' },
    ],
    bodyLimits: { otlpBytes: 4_000, jsonBytes: 1_000 },
    logLevel: 'silent',
  });

const portOf = (url: string | undefined): number => Number(new URL(url ?? '').port);

let service: RunningService;
beforeAll(async () => {
  service = await start();
});
afterAll(() => service.stop());

async function call(path: string, init: RequestInit = {}, listener = 0) {
  const response = await fetch(`${service.urls[listener]}${path}`, init);
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: isJson ? JSON.parse(text) : undefined,
  };
}

function post(path: string, body: string, headers: Record<string, string>) {
  return call(path, { method: 'POST', body, headers });
}

const JSON_TYPE = { 'content-type': 'application/json' };

describe('a request body', () => {
  it.each(['application/json', 'application/json; charset=utf-8', 'application/x-protobuf', 'text/odd'])(
    'of OTLP comes as its bytes, whatever its type: %s',
    async (type) => {
      const zipped = gzipSync('{"resourceSpans":[]}');
      const headers = { 'content-type': type, 'content-encoding': 'gzip' };
      for (const listener of [0, 1]) {
        const { json } = await call('/v1/traces', { method: 'POST', body: zipped, headers }, listener);
        expect(json).toEqual({ bytes: zipped.length, head: '1f8b0800' });
      }
    },
  );

  it('of OTLP may be empty and untyped', async () => {
    expect(await rawRequest('POST', '/v1/traces', '', {})).toMatchObject({ status: 201 });
    expect(await rawRequest('POST', '/v1/traces', 'abcd', {})).toMatchObject({
      status: 201,
      text: '{"bytes":4,"head":"61626364"}',
    });
  });

  it('of another type is a buffer on other paths', async () => {
    expect((await post('/blob', 'abcd', { 'content-type': 'image/png' })).json).toMatchObject({ bytes: 4 });
  });

  it.each(['application/json', 'text/odd', 'multipart/form-data'])(
    'of a streamed route is left to its handler, whatever its type: %s',
    async (type) => {
      const put = (body: string) =>
        call('/api/v1/streamed', { method: 'PUT', body, headers: { 'content-type': type } });
      for (const length of [0, 1, 4_999]) {
        expect((await put('x'.repeat(length))).json).toEqual({ bytes: length, isParsed: false });
      }
      expect((await put('x'.repeat(5_001))).status).toBe(413);
    },
  );

  it('is JSON, nothing, or JSON inside a JSON string', async () => {
    expect((await post('/api/v1/echo', '{"a":1}', JSON_TYPE)).json).toEqual({ body: { a: 1 } });
    expect((await post('/api/v1/echo', '', JSON_TYPE)).json).toEqual({ body: 'nothing' });
    expect((await post('/api/v1/echo', JSON.stringify('{"a":1}'), JSON_TYPE)).json).toEqual({
      body: { a: 1 },
    });
    const removed = await call('/api/2.0/mlflow/echo', {
      method: 'DELETE',
      body: '{"key":"k"}',
      headers: JSON_TYPE,
    });
    expect(removed.json).toEqual({ body: { key: 'k' } });
  });

  it('that is not JSON is refused in the shape of the surface', async () => {
    const { status, json } = await post('/api/v1/echo', '{"a":', JSON_TYPE);
    expect(status).toBe(400);
    expect(json.error.message).toMatch(/^the body is not JSON: /);
    expect((await post('/api/v1/echo', '"plain"', JSON_TYPE)).status).toBe(400);
  });

  it('is refused above the limit of its path', async () => {
    const large = await post('/api/v1/echo', JSON.stringify({ a: 'x'.repeat(1_000) }), JSON_TYPE);
    expect(large.status).toBe(413);
    expect(large.json.error.message).toMatch(/1000 bytes/);
    expect((await post('/v1/traces', 'x'.repeat(3_000), JSON_TYPE)).status).toBe(201);
    expect((await post('/v1/traces', 'x'.repeat(4_001), JSON_TYPE)).status).toBe(413);
  });
});

describe('an error', () => {
  it('to try again later is 503 with Retry-After of at least a second', async () => {
    const { status, headers, json } = await call('/api/v1/fail/unavailable');
    expect([status, headers.get('retry-after')]).toEqual([503, '1']);
    expect(json).toEqual({ error: { code: 'TEMPORARILY_UNAVAILABLE', message: 'the log is full' } });
  });

  it.each([
    ['missing', 404, 404, 'RESOURCE_DOES_NOT_EXIST'],
    ['taken', 409, 400, 'RESOURCE_ALREADY_EXISTS'],
    ['large', 413, 413, 'INVALID_PARAMETER_VALUE'],
    ['mlflow', 409, 409, 'RESOURCE_CONFLICT'],
  ])('%s is %i, and %i %s for MLflow', async (how, ours, theirs, code) => {
    expect(await call(`/api/v1/fail/${how}`)).toMatchObject({ status: ours, json: { error: { code } } });
    for (const surface of ['/api/2.0/mlflow', '/ajax-api/3.0/mlflow']) {
      const answer = await call(`${surface}/fail/${how}`);
      expect(answer).toMatchObject({ status: theirs, json: { error_code: code } });
    }
  });

  it('nobody foresaw is 500 and keeps its details in the log', async () => {
    const { status, json, text } = await call('/api/2.0/mlflow/fail/odd');
    expect([status, json.error_code]).toEqual([500, 'INTERNAL_ERROR']);
    expect(text).not.toContain('secret');
  });

  it('about an unknown route is plain for MLflow, which then falls back, and JSON elsewhere', async () => {
    const mlflow = await call('/api/3.0/mlflow/nothing');
    expect([mlflow.status, mlflow.json]).toEqual([404, undefined]);
    expect(await call('/api/v1/nothing')).toMatchObject({
      status: 404,
      json: { error: { code: 'ENDPOINT_NOT_FOUND' } },
    });
  });
});

describe('what is no request', () => {
  it.each([0, 1])('for its long address is told how long it may be, on listener %i', async (listener) => {
    const { status, json } = await call(`/api/v1/traces?filter=${'x'.repeat(20_000)}`, {}, listener);
    expect([status, json.error_code, json.error.code]).toEqual([431, 'BAD_REQUEST', 'BAD_REQUEST']);
    expect(json.message).toContain('16384 bytes');
  });

  it('for its bytes is told what is spoken here', async () => {
    const socket = connect(portOf(service.urls[0]), '127.0.0.1');
    socket.write('\u0016\u0003\u0001\u0002 TLS, it seems\r\n\r\n');
    const answer = await readText(socket);
    expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    expect(answer).toContain('does not speak TLS or HTTP/2 to this port');
  });
});

describe('health', () => {
  it('tells what is wrong and recovers', async () => {
    expect(await call('/health')).toMatchObject({ status: 200, text: 'OK' });
    const checks = service.app.get(HealthChecks);
    let isBroken = true;
    checks.register('log', async () => {
      if (isBroken) throw new Error('no broker answers');
    });
    checks.register('store', async () => undefined);
    expect(await call('/health')).toMatchObject({ status: 503, text: 'log: no broker answers' });
    expect(await call('/health/ready')).toMatchObject({
      status: 503,
      json: { status: 'degraded', checks: { log: 'no broker answers', store: 'ok' } },
    });
    expect((await call('/health/live')).status).toBe(200);
    isBroken = false;
    checks.register('store', async () => 'standing by');
    expect(await call('/health/ready')).toMatchObject({
      status: 200,
      json: { status: 'ok', checks: { log: 'ok', store: 'standing by' } },
    });
    expect(await call('/health')).toMatchObject({ status: 200, text: 'OK' });
  });
});

it('has metrics of Prometheus', async () => {
  const { headers, text } = await call('/metrics');
  expect(headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  expect(text).toContain('process_cpu_seconds_total{service="probe"}');
});

it('describes only its own API in OpenAPI', async () => {
  const { json } = await call('/api/v1/openapi.json');
  expect(Object.keys(json.paths)).toEqual(expect.arrayContaining(['/api/v1/echo']));
  expect(Object.keys(json.paths).filter((path) => !path.startsWith('/api/v1/'))).toEqual([]);
});

describe('a start that cannot be', () => {
  it('names the port, the setting and leaves nothing open', async () => {
    const taken = portOf(service.urls[0]);
    await expect(start(taken)).rejects.toThrow(
      `port ${taken} on 127.0.0.1 is in use, perhaps by another Millrace; stop that program or set MILLRACE_PORT to a free port`,
    );
    const free = await start();
    const port = portOf(free.urls[0]);
    await free.stop();
    await expect(start(port, taken)).rejects.toThrow('set MILLRACE_OTLP_HTTP_PORT');
    await expect(canConnect(port)).resolves.toBe(false);
  });
});

describe('a stop', () => {
  it.each([0, 1])('lets requests under way finish on listener %i and takes no new ones', async (listener) => {
    const stopping = await start();
    const gate = stopping.app.get(Gate);
    const url = stopping.urls[listener];
    const answer = fetch(`${url}/api/v1/slow`, { method: 'PUT' }).then((response) => response.json());
    await expect.poll(() => gate.isReached).toBe(true);
    const stopped = stopping.stop();
    await expect.poll(() => canConnect(portOf(url))).toBe(false);
    gate.open();
    expect(await answer).toEqual({ isDone: true });
    await stopped;
  });

  it('does not wait for idle connections and is safe twice', async () => {
    const stopping = await start();
    const socket = connect(portOf(stopping.urls[1]), '127.0.0.1');
    await new Promise((resolve) => socket.once('connect', resolve));
    await fetch(`${stopping.urls[1]}/health/live`).then((response) => response.text());
    await Promise.all([stopping.stop(), stopping.stop()]);
    socket.destroy();
  });
});

function canConnect(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

function rawRequest(method: string, path: string, body: string, headers: Record<string, string>) {
  return new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
    const request = httpRequest(`${service.urls[0]}${path}`, { method, headers }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () => resolve({ status: response.statusCode, text }));
    });
    request.once('error', reject);
    request.end(body);
  });
}
