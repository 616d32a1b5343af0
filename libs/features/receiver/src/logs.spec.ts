import { blobOfContent, parseContent, spanOfContent, Unavailable } from '@millrace/domain';
import type { TraceRecord } from '@millrace/ports';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ReceiverFixture, TRACE } from './testing/receiver-fixture.ts';

const SPAN = '12'.repeat(8);
const PATH = '/v1/logs';
const JSON_TYPE = { 'content-type': 'application/json' };

let receiver: ReceiverFixture;
beforeAll(async () => {
  receiver = await ReceiverFixture.start({
    limits: { maxSpans: 3, claimAboveBytes: 1_000, chunkBytes: 1_500, maxInFlightBytes: 100_000 },
  });
});
afterAll(() => receiver.stop());
beforeEach(() => receiver.clear());

const record = (content: string, more: object = {}): object => ({
  traceId: TRACE,
  spanId: SPAN,
  timeUnixNano: '7',
  eventName: 'gen_ai.user.message',
  body: { kvlistValue: { values: [{ key: 'content', value: { stringValue: content } }] } },
  ...more,
});
const request = (...logRecords: object[]): string =>
  JSON.stringify({ resourceLogs: [{ scopeLogs: [{ logRecords }] }] });
const post = (...logRecords: object[]) => receiver.post(request(...logRecords), JSON_TYPE, PATH);

function entries(): Extract<TraceRecord, { kind: 'entries' }>['entries'] {
  return receiver.appended().flatMap((own) => (own.kind === 'entries' ? own.entries : []));
}

/** The same as JSON would say, in protobuf: one record with content. */
function protobuf(): Buffer {
  const field = (tag: number, ...parts: Buffer[]): Buffer => {
    const content = Buffer.concat(parts);
    return Buffer.concat([Buffer.from([tag, content.length]), content]);
  };
  const name = field(98, Buffer.from('gen_ai.choice'));
  const log = field(18, field(74, Buffer.from(TRACE, 'hex')), field(82, Buffer.from(SPAN, 'hex')), name);
  return field(10, field(18, log));
}

describe('log records', () => {
  it('become entries of the trace of their span', async () => {
    expect(await post(record('hi'))).toMatchObject({ status: 200, text: '{}', type: 'application/json' });
    expect(receiver.appended()).toMatchObject([{ kind: 'entries', traceId: TRACE, experimentId: 0 }]);
    const [entry] = entries();
    expect(spanOfContent({ key: entry?.key ?? '' })).toBe(SPAN);
    expect(parseContent(entry?.value ?? '')).toEqual({
      timeUnixNano: 7n,
      name: 'gen_ai.user.message',
      attributes: new Map([['content', 'hi']]),
    });
  });

  it('are the same entry when sent again, and another when anything differs', async () => {
    for (const own of [record('hi'), record('hi'), record('ho'), record('hi', { timeUnixNano: '8' })])
      await post(own);
    expect(new Set(entries().map(({ key }) => key)).size).toBe(3);
  });

  it('go under the experiment that the header names, to the log key of the trace', async () => {
    await receiver.post(request(record('hi')), { ...JSON_TYPE, 'x-mlflow-experiment-id': '7' }, PATH);
    expect(receiver.appended()).toMatchObject([{ experimentId: 7 }]);
    expect(receiver.log.records.map(({ key }) => key)).toEqual([expect.stringContaining(`/${TRACE}`)]);
  });

  it.each([
    ['of no span', record('x', { spanId: '' })],
    ['with another name', record('x', { eventName: 'app.started' })],
    ['without a name', record('x', { eventName: '' })],
    ['with an evaluation', record('x', { eventName: 'gen_ai.evaluation.result' })],
  ])('%s are accepted, dropped and counted', async (_, own) => {
    const before = await counted('dropped');
    expect(await post(own)).toMatchObject({ status: 200, text: '{}' });
    expect(receiver.appended()).toEqual([]);
    expect(await counted('dropped')).toBe(before + 1);
  });

  it('too large for the log go to the BlobStore', async () => {
    await post(record('x'.repeat(2_000)));
    const blob = blobOfContent(entries()[0]?.value ?? '') ?? '';
    expect(blob).toMatch(new RegExp(`^[^/]+/0/${TRACE}/[0-9a-f]{64}$`));
    const text = Buffer.from(await receiver.blobs.get(blob)).toString('utf8');
    expect(parseContent(text).attributes.get('content')).toBe('x'.repeat(2_000));
  });

  it('of one trace stand in records of bounded size', async () => {
    await post(record('a'.repeat(800)), record('b'.repeat(800)), record('c'));
    expect(receiver.appended().map((own) => own.kind === 'entries' && own.entries.length)).toEqual([1, 2]);
  });

  it('come in protobuf too, compressed, and over gRPC', async () => {
    const whole = protobuf();
    expect(await receiver.post(gzipSync(whole), { 'content-encoding': 'gzip' }, PATH)).toMatchObject({
      status: 200,
      text: '',
      type: 'application/x-protobuf',
    });
    expect(await receiver.call(whole, {}, 'logs.v1.LogsService')).toMatchObject({
      error: null,
      answer: Buffer.alloc(0),
    });
    expect(new Set(entries().map(({ key }) => key)).size).toBe(1);
    expect(entries()).toHaveLength(2);
  });
});

describe('a request of logs', () => {
  it('without anything is fine', async () => {
    expect(await receiver.post('', JSON_TYPE, PATH)).toMatchObject({ status: 200, text: '{}' });
    expect(await receiver.post(new Uint8Array(), {}, PATH)).toMatchObject({ status: 200, text: '' });
  });

  it.each<[string, string | Uint8Array, Record<string, string>, number]>([
    ['rubbish', 'nonsense', JSON_TYPE, 400],
    ['rubbish in protobuf', Buffer.from('nonsense'), {}, 400],
    ['another type', 'x', { 'content-type': 'text/plain' }, 415],
    ['an unknown experiment', request(record('x')), { ...JSON_TYPE, 'x-mlflow-experiment-id': '99' }, 404],
    ['too many records', request(...'abcd'.split('').map((own) => record(own))), JSON_TYPE, 413],
  ])('is refused for good: %s', async (_, body, headers, status) => {
    expect((await receiver.post(body, headers, PATH)).status).toBe(status);
    expect(receiver.appended()).toEqual([]);
  });

  it('is to be sent again when the log is away', async () => {
    receiver.log.refusal = new Unavailable('the log is away', 2_500);
    expect(await post(record('hi'))).toMatchObject({ status: 503, retryAfter: '3' });
    const { error } = await receiver.call(protobuf(), {}, 'logs.v1.LogsService');
    expect(error?.code).toBe(14);
  });
});

async function counted(what: string): Promise<number> {
  const { text } = await receiver.get('/metrics');
  const name = `ingest_log_records_${what}_total`;
  const line = text.split('\n').find((own) => own.includes(name) && !own.startsWith('#'));
  return Number(line?.split(' ').at(-1) ?? 0);
}
