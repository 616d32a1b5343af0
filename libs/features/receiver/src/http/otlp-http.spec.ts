import { Unavailable } from '@millrace/domain';
import { decodeTraces, encodeTracesRequest } from '@millrace/otlp';
import { deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  GOOD,
  ReceiverFixture,
  span,
  spanOfResource,
  TOO_MANY_SPANS,
  TRACE,
  traceIdOf,
} from '../testing/receiver-fixture.ts';

const LIMITS = {
  maxDecompressedBytes: 1024 * 1024,
  maxSpans: 50,
  maxAttributes: 30,
  chunkBytes: 4_096,
  claimAboveBytes: 1_024,
};

let receiver: ReceiverFixture;
beforeAll(async () => {
  receiver = await ReceiverFixture.start({ limits: LIMITS });
});
afterAll(() => receiver.stop());
beforeEach(() => receiver.clear());

describe('OTLP/HTTP', () => {
  it.each([
    ['identity', GOOD, {}],
    ['gzip', gzipSync(GOOD), { 'content-encoding': 'gzip' }],
    ['deflate', deflateSync(GOOD), { 'content-encoding': 'deflate' }],
    ['zstd', zstdCompressSync(GOOD), { 'content-encoding': 'zstd' }],
  ])('takes spans into the log and answers with nothing (%s)', async (_, body, headers) => {
    expect(await receiver.post(body, headers)).toMatchObject({
      status: 200,
      type: 'application/x-protobuf',
      text: '',
    });
    const [record] = receiver.appended();
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
    expect(await receiver.post(json, { 'content-type': 'application/json' })).toMatchObject({
      status: 200,
      text: '{}',
    });
    const [record] = receiver.appended();
    expect(record?.kind === 'spans' && decodeTraces(record.otlp)[0]?.attributes.get('n')).toBe(
      9007199254740993n,
    );
  });

  it('names the path of what is wrong in JSON', async () => {
    const json = JSON.stringify({ resourceSpans: [{ scopeSpans: [{ spans: [{ traceId: 5 }] }] }] });
    const answer = await receiver.post(json, { 'content-type': 'application/json' });
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.text)).toMatchObject({
      code: 3,
      message: expect.stringContaining('resourceSpans[0].scopeSpans[0].spans[0].traceId') as string,
    });
  });

  it('tells by partial_success which spans it rejected, in the format of the request', async () => {
    const bad = encodeTracesRequest([span('1'.repeat(16)), span('0'.repeat(16))]);
    const answer = await receiver.post(bad);
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('span_id is all zero');
    expect(receiver.appended()).toHaveLength(1);
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
    [
      'gzip that is cut off',
      gzipSync(GOOD).subarray(0, -12),
      { 'content-encoding': 'gzip' },
      400,
      'not valid gzip',
    ],
    [
      'deflate that is cut off',
      deflateSync(GOOD).subarray(0, -8),
      { 'content-encoding': 'deflate' },
      400,
      'not valid deflate',
    ],
    [
      'zstd that is cut off',
      zstdCompressSync(GOOD).subarray(0, -8),
      { 'content-encoding': 'zstd' },
      400,
      'not valid zstd',
    ],
    ['protobuf that is none', Buffer.from('nonsense'), {}, 400, 'not a valid ExportTraceServiceRequest'],
    [
      'a bomb',
      gzipSync(Buffer.alloc(2 * 1024 * 1024)),
      { 'content-encoding': 'gzip' },
      413,
      'send smaller batches',
    ],
    ['too many spans', TOO_MANY_SPANS, {}, 413, 'more than 50 spans'],
  ])('refuses a wrong %s for good', async (...[, body, headers, status, message]) => {
    const answer = await receiver.post(body, headers);
    expect(answer).toMatchObject({ status, retryAfter: null });
    expect(answer.text).toContain(message);
    expect(receiver.log.records).toEqual([]);
  });

  it('asks to send again when the log is away', async () => {
    receiver.log.refusal = new Unavailable('the log is away', 2_500);
    expect(await receiver.post(GOOD)).toMatchObject({ status: 503, retryAfter: '3' });
  });

  it('routes by header, else by resource attribute, else to the default experiment', async () => {
    const named = encodeTracesRequest([
      span(
        '1'.repeat(16),
        {},
        { origin: { resource: new Map([['mlflow.experimentId', '7']]), scopeName: '', scopeVersion: '' } },
      ),
    ]);
    await receiver.post(GOOD, { 'x-mlflow-experiment-id': '7' });
    await receiver.post(named);
    await receiver.post(GOOD);
    expect(receiver.appended().map(({ experimentId }) => experimentId)).toEqual([7, 7, 0]);
  });

  it('answers an unknown experiment as MLflow does, and rejects by partial_success when only a resource names it', async () => {
    const header = await receiver.post(GOOD, { 'x-mlflow-experiment-id': '99' });
    expect(header.status).toBe(404);
    expect(JSON.parse(header.text)).toMatchObject({ error_code: 'RESOURCE_DOES_NOT_EXIST' });
    const named = encodeTracesRequest([
      span(
        '1'.repeat(16),
        {},
        { origin: { resource: new Map([['mlflow.experimentId', '99']]), scopeName: '', scopeVersion: '' } },
      ),
    ]);
    const resource = await receiver.post(named);
    expect(resource.status).toBe(200);
    expect(resource.text).toContain('id=99');
    expect(receiver.log.records).toEqual([]);
  });

  it('links traces whose root is here to the run of the header, after their spans', async () => {
    await receiver.post(GOOD, { 'x-mlflow-run-id': 'run-1' });
    expect(receiver.appended()).toMatchObject([
      { kind: 'spans' },
      { kind: 'entries', entries: [{ kind: 'run', key: 'run-1' }] },
    ]);
  });

  it('moves large attributes to the BlobStore before the acknowledgement', async () => {
    await receiver.post(
      encodeTracesRequest([span('1'.repeat(16), { large: 'x'.repeat(10_000), small: 'y' })]),
    );
    const [record] = receiver.appended();
    if (record?.kind !== 'spans') throw new Error('no spans were appended');
    expect(record.blobs).toMatchObject([{ spanId: '1'.repeat(16), attribute: 'large' }]);
    expect([...receiver.blobs.blobs.keys()]).toEqual([record.blobs[0]?.blob]);
    expect(record.otlp.byteLength).toBeLessThan(1_000);
  });

  it.each([
    ['protobuf', { 'content-type': 'application/x-protobuf' }, ''],
    ['JSON', { 'content-type': 'application/json' }, '{}'],
    ['gzip', { 'content-encoding': 'gzip' }, ''],
    ['gzip of nothing', { 'content-encoding': 'gzip' }, '', gzipSync('')],
  ])('takes an empty request as a success (%s)', async (_, headers, text, body = Buffer.alloc(0)) => {
    expect(await receiver.post(body, headers)).toMatchObject({ status: 200, text });
  });

  it('asks about each experiment once, and about so many at most', async () => {
    const spans = Array.from({ length: 40 }, (_, i) =>
      spanOfResource({ 'mlflow.experimentId': i % 2 === 0 ? '7' : '99' }, { traceId: traceIdOf(i) }),
    );
    const asked = receiver.experiments.questions;
    const answer = await receiver.post(encodeTracesRequest(spans));
    expect(receiver.appended()).toHaveLength(20);
    expect(receiver.experiments.questions - asked).toBeLessThanOrEqual(2);
    expect(answer.text).toContain('id=99');
  });

  it('keeps what it says of rejected spans short', async () => {
    const spans = Array.from({ length: 50 }, (_, i) =>
      spanOfResource({ 'mlflow.experimentId': `9${'x'.repeat(900)}` }, { traceId: traceIdOf(i) }),
    );
    const answer = await receiver.post(encodeTracesRequest(spans), {
      'content-type': 'application/x-protobuf',
    });
    expect(answer.status).toBe(200);
    expect(answer.text.length).toBeLessThan(8_000);
    expect(answer.text).toContain('and 30 more');
  });

  it('links a trace once, though its roots fall in several chunks', async () => {
    const spans = Array.from({ length: 30 }, (_, i) =>
      span(traceIdOf(i).slice(16), { text: 'x'.repeat(500) }),
    );
    await receiver.post(encodeTracesRequest(spans), { 'x-mlflow-run-id': 'run-1' });
    const kinds = receiver.appended().map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'spans').length).toBeGreaterThan(2);
    expect(kinds.filter((kind) => kind === 'entries')).toHaveLength(1);
  });

  it.each(['-run', 'a b', 'x'.repeat(257)])('refuses a run id that is none: %s', async (runId) => {
    const answer = await receiver.post(GOOD, { 'x-mlflow-run-id': runId });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('x-mlflow-run-id');
    expect(receiver.log.records).toEqual([]);
  });

  it('stores a large attribute of a resource once for all traces of the request', async () => {
    const huge = 'x'.repeat(200_000);
    const origin = spanOfResource({ 'service.name': 'shop', huge }).origin;
    const spans = Array.from({ length: 40 }, (_, i) =>
      span('1'.repeat(16), {}, { origin, traceId: traceIdOf(i) }),
    );
    expect(await receiver.post(encodeTracesRequest(spans))).toMatchObject({ status: 200, text: '' });
    const [blob] = receiver.blobs.blobs.keys();
    expect(receiver.blobs.puts).toBe(1);
    expect(blob).toMatch(/^default\/0\/resource\/[0-9a-f]{64}$/);
    for (const record of receiver.appended()) {
      expect(record).toMatchObject({ kind: 'spans', blobs: [{ spanId: '', attribute: 'huge', blob }] });
    }
    expect(receiver.log.records.reduce((sum, { value }) => sum + value.byteLength, 0)).toBeLessThan(40_000);
  });

  it('stores the large values of a request several at a time', async () => {
    const spans = Array.from({ length: 40 }, (_, i) =>
      span('1'.repeat(16), { large: `${i}`.repeat(5_000) }, { traceId: traceIdOf(i) }),
    );
    await receiver.post(encodeTracesRequest(spans));
    expect(receiver.blobs.puts).toBe(40);
    expect(receiver.blobs.mostAtOnce).toBe(8);
  });
});

describe('an error on OTLP paths', () => {
  let small: ReceiverFixture;
  beforeAll(async () => {
    small = await ReceiverFixture.start({ bodyLimits: { otlpBytes: 1_000, jsonBytes: 1_000 } });
  });
  afterAll(() => small.stop());

  it('is a Status in JSON for a request in JSON, though the framework refuses it', async () => {
    const answer = await small.post(' '.repeat(2_000), { 'content-type': 'application/json' });
    expect(answer).toMatchObject({
      status: 413,
      type: expect.stringContaining('application/json') as string,
    });
    expect(JSON.parse(answer.text)).toEqual({
      code: 8,
      message: expect.stringContaining('1000 bytes') as string,
    });
  });

  it('is a Status in protobuf for the others', async () => {
    const answer = await small.post(new Uint8Array(2_000));
    expect(answer).toMatchObject({ status: 413, type: 'application/x-protobuf' });
    expect(answer.text.startsWith('\b\b\u0012')).toBe(true);
  });

  it('is a Status for a path that is not there, and for telemetry of our own', async () => {
    const json = { 'content-type': 'application/json' };
    const elsewhere = await fetch(`${small.url}/v1/metrics`, { method: 'POST', headers: json, body: '{}' });
    expect(await elsewhere.json()).toMatchObject({ code: 5 });
    const own = await small.post('{}', { ...json, 'x-millrace-telemetry': 'query-api' });
    expect(own.status).toBe(403);
    expect(JSON.parse(own.text)).toMatchObject({ code: 7 });
  });
});
