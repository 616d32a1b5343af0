import { Unavailable } from '@millrace/domain';
import { encodeTracesRequest } from '@millrace/otlp';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { GOOD, ReceiverFixture, span } from './testing/receiver-fixture.ts';

const LIMITS = { maxInFlightBytes: 2_000_000, maxDecompressedBytes: 4_000_000 };
const LARGE = encodeTracesRequest([span('1'.repeat(16), { text: 'x'.repeat(1_500_000) })]);

let receiver: ReceiverFixture;
beforeAll(async () => {
  receiver = await ReceiverFixture.start({ limits: LIMITS });
});
afterAll(() => receiver.stop());
beforeEach(() => receiver.clear());

describe('while as many bytes as may be are being worked on', () => {
  let release: () => void;
  let held: Promise<unknown>;
  beforeEach(async () => {
    const gate = new Promise<void>((resolve) => (release = resolve));
    receiver.log.gate = gate;
    held = receiver.post(LARGE);
    await expect.poll(() => receiver.log.waiting).toBe(1);
    receiver.log.gate = undefined;
  });

  it('HTTP asks to come again, and a small request still comes in', async () => {
    const refused = await receiver.post(gzipSync(LARGE), { 'content-encoding': 'gzip' });
    expect(refused).toMatchObject({ status: 503, retryAfter: '1' });
    expect(await receiver.post(GOOD)).toMatchObject({ status: 200 });
    release();
    expect(await held).toMatchObject({ status: 200 });
    expect(await receiver.post(LARGE)).toMatchObject({ status: 200 });
  });

  it('gRPC tells by RetryInfo when to come again', async () => {
    const { error } = await receiver.call(LARGE);
    expect(error?.code).toBe(14);
    const [details] = error?.metadata.get('grpc-status-details-bin') ?? [];
    expect(details?.toString('latin1')).toContain('google.rpc.RetryInfo');
    release();
    expect(await held).toMatchObject({ status: 200 });
  });
});

it('counts what it takes, and what it refuses by reason', async () => {
  await receiver.post(GOOD);
  await receiver.post(encodeTracesRequest([span('0'.repeat(16))]));
  await receiver.post('nonsense');
  await receiver.call(Buffer.from('nonsense'));
  receiver.log.refusal = new Unavailable('the log is away');
  await receiver.post(GOOD);
  const { text } = await receiver.get('/metrics');
  expect(text).toMatch(/millrace_ingest_spans_accepted_total\{[^}]*\} [1-9]/);
  expect(text).toMatch(/millrace_ingest_spans_rejected_total\{[^}]*\} 1\n/);
  expect(text).toMatch(/millrace_ingest_requests_refused_total\{[^}]*reason="invalid"[^}]*\} 2\n/);
  expect(text).toMatch(/millrace_ingest_requests_refused_total\{[^}]*reason="unavailable"[^}]*\} [1-9]/);
});

it('is ready only while log and blobs are', async () => {
  expect((await receiver.get('/health/ready')).status).toBe(200);
  receiver.log.refusal = new Unavailable('the log is away');
  const answer = await receiver.get('/health/ready');
  expect(answer.status).toBe(503);
  expect(answer.text).toContain('the log is away');
});

describe('the gRPC port', () => {
  it('says which setting to change when it is taken', async () => {
    const grpc = { host: '127.0.0.1', port: receiver.grpcPort };
    await expect(ReceiverFixture.start({ grpc })).rejects.toThrow(/MILLRACE_OTLP_GRPC_PORT/);
  });

  it('opens on an IPv6 address', async () => {
    const other = await ReceiverFixture.start({ grpc: { host: '::1', port: 0 } });
    expect(await other.call(GOOD)).toMatchObject({ error: null });
    await other.stop();
  });
});
