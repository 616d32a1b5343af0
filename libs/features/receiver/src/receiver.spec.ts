import { Client, Metadata, credentials, type ServiceError } from '@grpc/grpc-js';
import { ExperimentDirectory } from '@millrace/access';
import { Unavailable, type AttributeValue, type OtlpSpan } from '@millrace/domain';
import { decodeTraces, encodeTracesRequest } from '@millrace/otlp';
import { BlobStore, SpanLog, decodeTraceRecord } from '@millrace/ports';
import { ServiceKitModule, startService, type RunningService } from '@millrace/service-kit';
import { Module } from '@nestjs/common';
import fc from 'fast-check';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { OtlpGrpcServer } from './grpc/otlp-grpc.server.ts';
import { OtlpHttpController } from './http/otlp-http.controller.ts';
import { ReceiverMetrics } from './receiver-metrics.ts';
import { ReceiverOptions } from './receiver.config.ts';
import { ReceiverService } from './receiver.service.ts';
import { MemoryBlobStore, MemorySpanLog, resolveKnown } from './testing/memory-ports.ts';

const log = new MemorySpanLog();
const blobs = new MemoryBlobStore();
const LIMITS = {
  maxDecompressedBytes: 1024 * 1024,
  maxSpans: 50,
  maxAttributes: 30,
  chunkBytes: 4_096,
  claimAboveBytes: 1_024,
};

@Module({
  imports: [ServiceKitModule.for('receiver-spec')],
  controllers: [OtlpHttpController],
  providers: [
    {
      provide: ReceiverOptions,
      useValue: new ReceiverOptions({ grpc: { host: '127.0.0.1', port: 0 }, limits: LIMITS }),
    },
    { provide: SpanLog, useValue: log },
    { provide: BlobStore, useValue: blobs },
    { provide: ExperimentDirectory, useValue: { resolve: resolveKnown } },
    ReceiverMetrics,
    ReceiverService,
    OtlpGrpcServer,
  ],
})
class SpecModule {}

const TRACE = 'ab'.repeat(16);

function span(
  spanId: string,
  attributes: Readonly<Record<string, AttributeValue>> = {},
  overrides: Partial<OtlpSpan> = {},
): OtlpSpan {
  return {
    traceId: TRACE,
    spanId,
    parentSpanId: undefined,
    name: `span ${spanId}`,
    kind: 1,
    startTimeUnixNano: 1n,
    endTimeUnixNano: 2n,
    statusCode: 0,
    statusMessage: '',
    traceState: '',
    attributes: new Map(Object.entries(attributes)),
    events: [],
    links: [],
    origin: { resource: new Map(), scopeName: '', scopeVersion: '' },
    ...overrides,
  };
}

const GOOD = encodeTracesRequest([span('1'.repeat(16), { key: 'value' })]);

let service: RunningService;
let grpc: Client;

beforeAll(async () => {
  service = await startService({
    name: 'receiver-spec',
    module: SpecModule,
    host: '127.0.0.1',
    listeners: [{ port: 0, setting: 'none' }],
    logLevel: 'error',
  });
  const { port } = service.app.get(OtlpGrpcServer);
  grpc = new Client(`127.0.0.1:${port}`, credentials.createInsecure());
});

afterAll(async () => {
  grpc.close();
  await service.stop();
});

beforeEach(() => {
  log.records.length = 0;
  log.refusal = undefined;
  blobs.blobs.clear();
});

async function post(body: Uint8Array | string, headers: Readonly<Record<string, string>> = {}) {
  const response = await fetch(`${service.urls[0]}/v1/traces`, {
    method: 'POST',
    body: typeof body === 'string' ? body : Buffer.from(body),
    headers: { 'content-type': 'application/x-protobuf', ...headers },
  });
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    retryAfter: response.headers.get('retry-after'),
    text: await response.text(),
  };
}

function call(
  body: Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ error: ServiceError | null; answer: Buffer | undefined }> {
  const metadata = new Metadata();
  for (const [key, value] of Object.entries(headers)) metadata.set(key, value);
  const asIs = (bytes: Buffer): Buffer => bytes;
  return new Promise((resolve) => {
    grpc.makeUnaryRequest(
      '/opentelemetry.proto.collector.trace.v1.TraceService/Export',
      asIs,
      asIs,
      Buffer.from(body),
      metadata,
      (error, answer) => resolve({ error, answer }),
    );
  });
}

const appended = () => log.records.map(({ value }) => decodeTraceRecord(value));

describe('OTLP/HTTP', () => {
  it.each([
    ['identity', GOOD, {}],
    ['gzip', gzipSync(GOOD), { 'content-encoding': 'gzip' }],
    ['zstd', zstdCompressSync(GOOD), { 'content-encoding': 'zstd' }],
  ])('takes spans into the log and answers with nothing (%s)', async (_, body, headers) => {
    expect(await post(body, headers)).toMatchObject({
      status: 200,
      type: 'application/x-protobuf',
      text: '',
    });
    const [record] = appended();
    expect(record).toMatchObject({ kind: 'spans', traceId: TRACE, experimentId: 0, workspaceId: 'default' });
    expect(record?.kind === 'spans' && decodeTraces(record.otlp)[0]?.attributes.get('key')).toBe('value');
  });

  it('takes OTLP/JSON, ids in hex, and answers in JSON', async () => {
    const json = JSON.stringify({
      resourceSpans: [
        {
          scopeSpans: [
            {
              spans: [
                {
                  traceId: TRACE.toUpperCase(),
                  spanId: '2'.repeat(16),
                  name: 'j',
                  startTimeUnixNano: '1',
                  endTimeUnixNano: 2,
                  attributes: [{ key: 'n', value: { intValue: '9007199254740993' } }],
                },
              ],
            },
          ],
        },
      ],
    });
    expect(await post(json, { 'content-type': 'application/json' })).toMatchObject({
      status: 200,
      text: '{}',
    });
    const [record] = appended();
    expect(record?.kind === 'spans' && decodeTraces(record.otlp)[0]?.attributes.get('n')).toBe(
      9007199254740993n,
    );
  });

  it('names the path of what is wrong in JSON', async () => {
    const json = JSON.stringify({ resourceSpans: [{ scopeSpans: [{ spans: [{ traceId: 5 }] }] }] });
    const answer = await post(json, { 'content-type': 'application/json' });
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.text)).toMatchObject({
      code: 3,
      message: expect.stringContaining('resourceSpans[0].scopeSpans[0].spans[0].traceId') as string,
    });
  });

  it('tells by partial_success which spans it rejected, in the format of the request', async () => {
    const bad = encodeTracesRequest([span('1'.repeat(16)), span('0'.repeat(16))]);
    const answer = await post(bad);
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('span_id is all zero');
    expect(appended()).toHaveLength(1);
  });

  it.each([
    [
      'content type',
      GOOD,
      { 'content-type': 'text/plain' },
      415,
      'application/x-protobuf or application/json',
    ],
    ['encoding', GOOD, { 'content-encoding': 'br' }, 415, 'gzip, deflate or zstd'],
    ['gzip that is none', GOOD, { 'content-encoding': 'gzip' }, 400, 'not valid gzip'],
    ['protobuf that is none', Buffer.from('nonsense'), {}, 400, 'not a valid ExportTraceServiceRequest'],
    [
      'a bomb',
      gzipSync(Buffer.alloc(2 * 1024 * 1024)),
      { 'content-encoding': 'gzip' },
      413,
      'send smaller batches',
    ],
    [
      'too many spans',
      encodeTracesRequest(Array.from({ length: 51 }, (_, i) => span((i + 1).toString(16).padStart(16, '0')))),
      {},
      413,
      'more than 50 spans',
    ],
  ])('refuses a wrong %s for good', async (...[, body, headers, status, message]) => {
    const answer = await post(body, headers);
    expect(answer).toMatchObject({ status, retryAfter: null });
    expect(answer.text).toContain(message);
    expect(log.records).toEqual([]);
  });

  it('asks to send again when the log is away', async () => {
    log.refusal = new Unavailable('the log is away', 2_500);
    expect(await post(GOOD)).toMatchObject({ status: 503, retryAfter: '3' });
  });

  it('routes by header, else by resource attribute, else to the default experiment', async () => {
    const named = encodeTracesRequest([
      span(
        '1'.repeat(16),
        {},
        { origin: { resource: new Map([['mlflow.experimentId', '7']]), scopeName: '', scopeVersion: '' } },
      ),
    ]);
    await post(GOOD, { 'x-mlflow-experiment-id': '7' });
    await post(named);
    await post(GOOD);
    expect(appended().map(({ experimentId }) => experimentId)).toEqual([7, 7, 0]);
  });

  it('answers an unknown experiment as MLflow does, and rejects by partial_success when only a resource names it', async () => {
    const header = await post(GOOD, { 'x-mlflow-experiment-id': '99' });
    expect(header.status).toBe(404);
    expect(JSON.parse(header.text)).toMatchObject({ error_code: 'RESOURCE_DOES_NOT_EXIST' });
    const named = encodeTracesRequest([
      span(
        '1'.repeat(16),
        {},
        { origin: { resource: new Map([['mlflow.experimentId', '99']]), scopeName: '', scopeVersion: '' } },
      ),
    ]);
    const resource = await post(named);
    expect(resource.status).toBe(200);
    expect(resource.text).toContain('id=99');
    expect(log.records).toEqual([]);
  });

  it('links traces whose root is here to the run of the header, after their spans', async () => {
    await post(GOOD, { 'x-mlflow-run-id': 'run-1' });
    expect(appended()).toMatchObject([
      { kind: 'spans' },
      { kind: 'entries', entries: [{ kind: 'run', key: 'run-1' }] },
    ]);
  });

  it('moves large attributes to the BlobStore before the acknowledgement', async () => {
    await post(encodeTracesRequest([span('1'.repeat(16), { large: 'x'.repeat(10_000), small: 'y' })]));
    const [record] = appended();
    if (record?.kind !== 'spans') throw new Error('no spans were appended');
    expect(record.blobs).toMatchObject([{ spanId: '1'.repeat(16), attribute: 'large' }]);
    expect([...blobs.blobs.keys()]).toEqual([record.blobs[0]?.blob]);
    expect(record.otlp.byteLength).toBeLessThan(1_000);
  });

  it('takes an empty request as a success', async () => {
    expect(await post(new Uint8Array(0))).toMatchObject({ status: 200, text: '' });
  });
});

describe('OTLP/gRPC', () => {
  it('takes spans and answers with nothing', async () => {
    expect(await call(GOOD)).toMatchObject({ error: null, answer: Buffer.alloc(0) });
    expect(appended()).toHaveLength(1);
  });

  it.each([
    ['rubbish', Buffer.from('nonsense'), {}, 3],
    ['an unknown experiment', GOOD, { 'x-mlflow-experiment-id': '99' }, 5],
    [
      'too many spans',
      encodeTracesRequest(Array.from({ length: 51 }, (_, i) => span((i + 1).toString(16).padStart(16, '0')))),
      {},
      8,
    ],
  ])('refuses %s for good', async (_, body, headers, code) => {
    const { error } = await call(body, headers);
    expect(error?.code).toBe(code);
    expect(error?.metadata.get('grpc-status-details-bin')).toEqual([]);
  });

  it('tells by RetryInfo when to come again', async () => {
    log.refusal = new Unavailable('the log is away', 2_500);
    const { error } = await call(GOOD);
    expect(error?.code).toBe(14);
    const [details] = error?.metadata.get('grpc-status-details-bin') ?? [];
    expect(details?.toString('latin1')).toContain('google.rpc.RetryInfo');
  });
});

describe('any bytes at the edges', () => {
  const bodies = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc
      .tuple(fc.nat(GOOD.length - 1), fc.nat(255))
      .map(([at, byte]) => Buffer.from(GOOD).fill(byte, at, at + 1)),
    fc.nat(GOOD.length).map((cut) => GOOD.slice(0, cut)),
  );

  it('get an OTLP status over HTTP, and what is appended decodes', async () => {
    const types = fc.constantFrom('application/x-protobuf', 'application/json', 'text/html', '');
    const encodings = fc.constantFrom('', 'gzip', 'zstd', 'deflate', 'gzip, gzip');
    await fc.assert(
      fc.asyncProperty(bodies, types, encodings, async (body, type, encoding) => {
        const { status } = await post(body, {
          'content-type': type,
          ...(encoding !== '' && { 'content-encoding': encoding }),
        });
        expect([200, 400, 413, 415]).toContain(status);
      }),
      { numRuns: 200, seed: 42 },
    );
    for (const record of appended())
      if (record.kind === 'spans') expect(decodeTraces(record.otlp).length).toBeGreaterThan(0);
  });

  it('get a status over gRPC', async () => {
    await fc.assert(
      fc.asyncProperty(bodies, async (body) => {
        const { error } = await call(body);
        expect([undefined, 3, 8]).toContain(error?.code);
      }),
      { numRuns: 150, seed: 42 },
    );
  });
});
