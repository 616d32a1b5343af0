import type { MaskingRule } from '@millrace/masking';
import { Unavailable, type OtlpSpan } from '@millrace/domain';
import { decodeTraces, encodeTracesRequest } from '@millrace/otlp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { GOOD, ReceiverFixture, span, TRACE } from './testing/receiver-fixture.ts';

const SECRET = 'alice@example.com';
const MASKED = '[masked:email]';
const RULES: readonly MaskingRule[] = [
  { name: 'email', target: { kind: 'pii', pii: ['email'] }, action: 'text', masksNames: true },
  { name: 'password', target: { kind: 'key', keys: ['password'] }, action: 'hash', masksNames: false },
];
const OTHER = { 'x-mlflow-experiment-id': '7' };

let receiver: ReceiverFixture;
beforeAll(async () => {
  receiver = await ReceiverFixture.start({ limits: { claimAboveBytes: 1_000, chunkBytes: 3_000 } });
  receiver.experiments.masking = [{ experiment_id: 0, rules: RULES, key: Buffer.alloc(32, 7) }];
});
afterAll(() => receiver.stop());
beforeEach(() => receiver.clear());

/** Everything that was stored, as bytes. */
function stored(): string {
  const records = receiver.log.records.map(({ value }) => Buffer.from(value).toString('latin1'));
  const blobs = [...receiver.blobs.blobs].map(([key, value]) => key + Buffer.from(value).toString('latin1'));
  return [...records, ...blobs].join('\n');
}
function spansStored(): OtlpSpan[] {
  return receiver.appended().flatMap((own) => (own.kind === 'spans' ? decodeTraces(own.otlp) : []));
}

const EVERYWHERE = span(
  '1'.repeat(16),
  {
    text: `to ${SECRET}`,
    list: [new Map([['deep', SECRET]])],
    json: String.raw`{"to":"alice\u0040example.com","password":"hunter2"}`,
    password: 'hunter2',
    bytes: Uint8Array.of(1, 2),
    [`of ${SECRET}`]: 1n,
    'millrace.masking.count': 99n,
  },
  {
    name: `GET /users/${SECRET}`,
    statusCode: 2,
    statusMessage: `no mail for ${SECRET}`,
    traceState: `vendor=1 ${SECRET}`,
    events: [
      { timeUnixNano: 3n, name: `sent ${SECRET}`, attributes: new Map([['exception.message', SECRET]]) },
    ],
    links: [{ traceId: 'cd'.repeat(16), spanId: '2'.repeat(16), attributes: new Map([['why', SECRET]]) }],
    origin: { resource: new Map([['owner', SECRET]]), scopeName: `lib of ${SECRET}`, scopeVersion: '1' },
  },
);
const REQUEST = encodeTracesRequest([EVERYWHERE]);

describe('what the rules of an experiment find', () => {
  it('is not in the log, wherever it stood, and the rest is as it was', async () => {
    expect(await receiver.post(REQUEST)).toMatchObject({ status: 200, text: '' });
    expect(stored()).not.toMatch(/alice|hunter2/);
    const [masked] = spansStored();
    const [sent] = decodeTraces(REQUEST);
    const password = masked?.attributes.get('password');
    expect(password).toMatch(/^\[masked:password:[a-p]{16}\]$/);
    expect(masked).toEqual({
      ...sent,
      name: `GET /users/${MASKED}`,
      statusMessage: `no mail for ${MASKED}`,
      traceState: `vendor=1 ${MASKED}`,
      attributes: new Map<string, unknown>([
        ['text', `to ${MASKED}`],
        ['list', [new Map([['deep', MASKED]])]],
        ['json', JSON.stringify({ to: MASKED, password })],
        ['password', password],
        ['bytes', sent?.attributes.get('bytes')],
        [`of ${MASKED}`, 1n],
        ['millrace.masking.count', 14n],
        ['millrace.masking.rules', '{"email":12,"password":2}'],
      ]),
      events: [
        { timeUnixNano: 3n, name: `sent ${MASKED}`, attributes: new Map([['exception.message', MASKED]]) },
      ],
      links: [{ ...sent?.links[0], attributes: new Map([['why', MASKED]]) }],
      origin: { resource: new Map([['owner', MASKED]]), scopeName: `lib of ${MASKED}`, scopeVersion: '1' },
    });
  });

  it('is not in what came over gRPC, in another experiment it is', async () => {
    expect(await receiver.call(REQUEST)).toMatchObject({ error: null });
    expect(stored()).not.toMatch(/alice|hunter2/);
    await receiver.post(REQUEST, OTHER);
    expect(stored()).toMatch(/alice/);
    expect(spansStored()[1]).toEqual(decodeTraces(REQUEST)[0]);
  });

  it('is not in the BlobStore, nor is its hash', async () => {
    const large = { mail: `${'x '.repeat(1_000)}${SECRET}`, more: `${'y '.repeat(1_000)}${SECRET}` };
    const origin = { ...EVERYWHERE.origin, resource: new Map([['note', `${'z '.repeat(800)}${SECRET}`]]) };
    await receiver.post(encodeTracesRequest([span('1'.repeat(16), large, { origin })]));
    expect(receiver.blobs.blobs.size).toBe(3);
    expect(stored()).not.toContain('alice');
    const [masked] = spansStored();
    expect(masked?.attributes.get('millrace.masking.count')).toBe(4n);
    const texts = [...receiver.blobs.blobs.values()].map((value) => Buffer.from(value).toString('utf8'));
    expect(texts.every((text) => text.includes(MASKED))).toBe(true);
  });

  it('is not in log records', async () => {
    const record = {
      traceId: TRACE,
      spanId: '1'.repeat(16),
      eventName: 'gen_ai.user.message',
      body: { kvlistValue: { values: [{ key: 'content', value: { stringValue: `I am ${SECRET}` } }] } },
      attributes: [{ key: 'password', value: { stringValue: 'hunter2' } }],
    };
    const body = JSON.stringify({ resourceLogs: [{ scopeLogs: [{ logRecords: [record] }] }] });
    const answer = await receiver.post(body, { 'content-type': 'application/json' }, '/v1/logs');
    expect(answer.status).toBe(200);
    expect(stored()).toContain(`I am ${MASKED}`);
    expect(stored()).not.toMatch(/alice|hunter2/);
  });

  it('is not in what an uploaded document tells', async () => {
    const document = JSON.stringify({
      spans: [
        {
          trace_id: Buffer.from(TRACE, 'hex').toString('base64'),
          span_id: Buffer.from('1'.repeat(16), 'hex').toString('base64'),
          parent_span_id: null,
          name: 'x',
          start_time_unix_nano: 1,
          end_time_unix_nano: 2,
          events: [],
          status: { code: 'STATUS_CODE_OK', message: '' },
          attributes: { 'mlflow.spanInputs': JSON.stringify({ to: SECRET }) },
        },
      ],
    });
    const place = { workspaceId: 'default', experimentId: 0, traceId: TRACE };
    expect(await receiver.storeDocument([Buffer.from(document)], place)).toMatchObject({ acceptedSpans: 1 });
    expect(stored()).not.toContain('alice');
  });

  it('is counted', async () => {
    await receiver.post(REQUEST);
    const { text } = await receiver.get('/metrics');
    expect(text).toMatch(/millrace_masked_values_total\{[^}]*kind="pii"[^}]*\} \d/);
    expect(text).toMatch(/millrace_masked_values_total\{[^}]*kind="key"[^}]*\} \d/);
  });
});

it('a span without anything to mask is as it was', async () => {
  await receiver.post(GOOD);
  expect(spansStored()).toEqual(decodeTraces(GOOD));
});

describe('rules that cannot be known', () => {
  afterEach(() => {
    receiver.experiments.maskingFault = undefined;
    vi.useRealTimers();
  });

  it('count for five minutes, then nothing is taken until they can', async () => {
    await receiver.post(GOOD);
    receiver.clear();
    receiver.experiments.maskingFault = new Unavailable('PostgreSQL is away');
    const later = (ms: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms });
    later(290_000);
    expect((await receiver.post(REQUEST)).status).toBe(200);
    expect(stored()).not.toContain('alice');
    receiver.clear();
    later(20_000);
    expect(await receiver.post(REQUEST)).toMatchObject({ status: 503, retryAfter: '1' });
    expect(await receiver.post(REQUEST, OTHER)).toMatchObject({ status: 503 });
    expect(receiver.log.records).toEqual([]);
    receiver.experiments.maskingFault = undefined;
    later(6_000);
    expect((await receiver.post(REQUEST)).status).toBe(200);
  });

  it('of one experiment hold up no other', async () => {
    const unknown = {
      name: 'x',
      target: { kind: 'pattern', pattern: '(' },
      action: 'text',
      masksNames: false,
    };
    receiver.experiments.masking = [{ experiment_id: 7, rules: [unknown], key: null }];
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 });
    expect((await receiver.post(GOOD, OTHER)).status).toBe(503);
    expect((await receiver.post(GOOD)).status).toBe(200);
  });
});
