import { ForwardingTarget } from '@millrace/access';
import { Unavailable, type OtlpSpan } from '@millrace/domain';
import { encodeExportResponse, encodeTracesRequest } from '@millrace/otlp';
import { BlobStore } from '@millrace/ports';
import { Metrics } from '@millrace/service-kit';
import { Logger } from '@nestjs/common';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeSpan } from '../../../../test/support/otlp.ts';
import { OtlpSink } from '../../../../test/support/otlp-sink.ts';
import { ForwardingMetrics } from './forwarding-metrics.ts';
import { ForwardingOptions, forwardingConfigSchema, type ForwardingConfig } from './forwarding.config.ts';
import { OtlpClient } from './sending/otlp-client.ts';
import { SendingTools } from './sending-tools.ts';
import type { TargetForwarder } from './target-forwarder.ts';
import { MemoryFeed } from './testing/memory-feed.ts';

const SECRET = 'Bearer very-secret-token';

class OneBlob extends BlobStore {
  failures = 0;
  constructor(private readonly value: Uint8Array) {
    super();
  }
  async put(): Promise<void> {}
  async get(): Promise<Uint8Array> {
    if (this.failures-- > 0) throw new Unavailable('the folder is away');
    return this.value;
  }
  async removeAll(): Promise<void> {}
  async countAll(): Promise<number> {
    return 1;
  }
  async checkReady(): Promise<void> {}
}

/** AnyValue { string_value } of 200 characters. */
const LARGE = 'x'.repeat(200);
const LARGE_VALUE = Buffer.concat([Buffer.from([0x0a, 0xc8, 0x01]), Buffer.from(LARGE)]);

let sink: OtlpSink;
let feed: MemoryFeed;
let blobs: OneBlob;
let forwarders: TargetForwarder[];
let metrics: Metrics;

beforeEach(async () => {
  Logger.overrideLogger(false);
  sink = await OtlpSink.start();
  feed = new MemoryFeed();
  blobs = new OneBlob(LARGE_VALUE);
  forwarders = [];
  metrics = new Metrics();
});
afterEach(async () => {
  await Promise.all(forwarders.map((forwarder) => forwarder.stop()));
  await sink.stop();
});

function target(changes: Partial<ForwardingTarget> = {}): ForwardingTarget {
  const row = new ForwardingTarget();
  const base = { id: 7, workspaceId: 'default', experimentId: 1, url: sink.url, lastUpdateTime: 1 };
  return Object.assign(row, base, changes);
}

async function forward(row = target(), config: Partial<ForwardingConfig> = {}): Promise<TargetForwarder> {
  const options = new ForwardingOptions(
    forwardingConfigSchema.parse({ allowPrivateTargets: true, firstRetryMs: 20, timeoutMs: 300, ...config }),
  );
  const tools = new SendingTools(new OtlpClient(options), new ForwardingMetrics(metrics), options);
  const forwarder = tools.forwarder(row, feed, blobs);
  forwarders.push(forwarder);
  await forwarder.start();
  return forwarder;
}

const arrived = (...spans: readonly OtlpSpan[]) =>
  expect.poll(() => spans.every(({ spanId }) => sink.spanIds.has(spanId)), { timeout: 10_000 }).toBe(true);

describe('forwarding', () => {
  it('sends the spans of its experiment alone, as they came, in few requests', async () => {
    const spans = Array.from({ length: 50 }, (_, i) => makeSpan({ attributes: { i: BigInt(i) } }));
    const others = makeSpan();
    feed.append([others], 2);
    for (const span of spans) feed.append([span]);
    await forward();
    await arrived(...spans);
    expect(sink.spans).toEqual(spans);
    expect(sink.requests).toHaveLength(1);
  });

  it('compresses and sends the headers, which no fault tells', async () => {
    const headers = { authorization: SECRET };
    sink.faults.push({ status: 503, body: Buffer.from(`who is ${SECRET}?`) });
    const forwarder = await forward(target({ compression: 'gzip', headers }));
    const span = makeSpan();
    feed.append([span]);
    await arrived(span);
    expect(sink.requests[1]?.headers).toMatchObject({ 'content-encoding': 'gzip', authorization: SECRET });
    const report = forwarder.progress.get(0)?.take();
    expect(report?.error).toContain('503 who is ***');
    expect(report).toMatchObject({ sentSpans: 1, failedSpans: 0 });
  });

  it.each([
    ['asked to wait', { status: 503, headers: { 'retry-after': '1' } }],
    ['throttled', { status: 429 }],
    ['behind a bad gateway', { status: 502 }],
    ['left without an answer', 'hang'],
  ] as const)('tries on when %s, and loses nothing', async (_, fault) => {
    sink.faults.push(fault);
    await forward();
    const span = makeSpan();
    feed.append([span]);
    await arrived(span);
    expect(sink.requests).toHaveLength(2);
    const [first, second] = sink.requests;
    const isAsked = fault !== 'hang' && 'headers' in fault;
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(isAsked ? 950 : 5);
  });

  it('waits for a target that refuses connections, however long, and commits nothing meanwhile', async () => {
    await sink.stop();
    const forwarder = await forward();
    const span = makeSpan();
    feed.append([span]);
    await expect.poll(() => forwarder.progress.get(0)?.take()?.error).toContain('ECONNREFUSED');
    await forwarder.commit();
    expect(feed.committed).toBe(0n);
    await sink.start();
    await arrived(span);
    await expect.poll(() => forwarder.progress.get(0)?.settled).toBe(1n);
    await forwarder.commit();
    expect(feed.committed).toBe(1n);
  });

  it('counts and passes over what the target refuses for good', async () => {
    sink.faults.push({ status: 400, body: Buffer.from('no such tenant') });
    const forwarder = await forward();
    feed.append([makeSpan(), makeSpan()]);
    await expect.poll(() => forwarder.progress.get(0)?.settled).toBe(1n);
    const report = forwarder.progress.get(0)?.take();
    expect(report).toMatchObject({ sentSpans: 0, failedSpans: 2 });
    expect(report?.error).toContain('400 no such tenant');
    const next = makeSpan();
    feed.append([next]);
    await arrived(next);
    expect(sink.spans).toHaveLength(1);
    expect(await metrics.registry.metrics()).toMatch(/forwarding_spans_failed_total\{target="7"\} 2/);
  });

  it('counts spans that the target took no part of', async () => {
    const body = encodeExportResponse({ rejectedSpans: 1, message: 'too old' }, 'protobuf');
    sink.faults.push({ status: 200, body });
    const forwarder = await forward();
    feed.append([makeSpan(), makeSpan(), makeSpan()]);
    await expect.poll(() => forwarder.progress.get(0)?.settled).toBe(1n);
    expect(forwarder.progress.get(0)?.take()).toMatchObject({
      sentSpans: 2,
      failedSpans: 1,
      error: expect.stringContaining('too old') as string,
    });
  });

  it('sends less at once to a target for which it is too much', async () => {
    const spans = [makeSpan(), makeSpan(), makeSpan()];
    for (const span of spans) feed.append([span]);
    sink.faults.push({ status: 413 });
    await forward();
    await arrived(...spans);
    expect(sink.requests).toHaveLength(3);
  });

  it('puts large values back, also when the BlobStore is away at first', async () => {
    const span = makeSpan({ attributes: { 'llm.input': null } });
    blobs.failures = 2;
    const { spanId } = span;
    feed.append([span], 1, [{ spanId, attribute: 'llm.input', blob: 'a/b', bytes: LARGE_VALUE.length }]);
    await forward();
    await arrived(span);
    expect(sink.spans[0]?.attributes.get('llm.input')).toBe(LARGE);
  });

  it('passes over what is no record, and goes on with new settings at once', async () => {
    feed.appendRecord(Buffer.from('nonsense'));
    const dead = target({ url: 'http://127.0.0.1:9/v1/traces' });
    const forwarder = await forward(dead, { firstRetryMs: 60_000 });
    const span = makeSpan();
    feed.append([span]);
    await expect.poll(() => forwarder.progress.get(0)?.take()?.error).toBeDefined();
    forwarder.change(target({ lastUpdateTime: 2 }));
    await arrived(span);
  });

  it('begins again after a restart where it was committed', async () => {
    const first = await forward();
    const [one, two] = [makeSpan(), makeSpan()];
    feed.append([one]);
    await arrived(one);
    await expect.poll(() => first.progress.get(0)?.settled).toBe(1n);
    await first.stop();
    feed.append([two]);
    await forward();
    await arrived(two);
    expect(sink.spans).toHaveLength(2);
  });

  it.each([
    'http://127.0.0.1:PORT/',
    'http://localhost:PORT/',
    'http://[::1]:PORT/',
    'http://169.254.169.254/',
  ])('does not connect to %s unless private targets are allowed', async (url) => {
    const row = target({ url: url.replace('PORT', String(sink.port)) });
    const forwarder = await forward(row, { allowPrivateTargets: false });
    feed.append([makeSpan()]);
    await expect
      .poll(() => forwarder.progress.get(0)?.take()?.error)
      .toContain('MILLRACE_FORWARDING_PRIVATE');
    expect(sink.requests).toHaveLength(0);
  });

  it('sends requests of a bounded size', async () => {
    const spans = Array.from({ length: 10 }, () => makeSpan({ attributes: { text: 'x'.repeat(1_000) } }));
    for (const span of spans) feed.append([span], 1, [], encodeTracesRequest([span]));
    await forward(target(), { maxRequestBytes: 3_000 });
    await arrived(...spans);
    expect(sink.requests.length).toBeGreaterThan(2);
  });
});
