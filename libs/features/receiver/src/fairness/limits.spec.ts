import { status } from '@grpc/grpc-js';
import { encodeTracesRequest } from '@millrace/otlp';
import { afterEach, expect, it } from 'vitest';
import { GOOD, ReceiverFixture, span } from '../testing/receiver-fixture.ts';

let fixture: ReceiverFixture;
afterEach(() => fixture?.stop());

const TWENTY = encodeTracesRequest(
  Array.from({ length: 20 }, (_, index) => span((index + 1).toString(16).padStart(16, '0'))),
);

/** A receiver in whose PostgreSQL this stands of the default workspace. */
async function start(limits: Record<string, number>, daySpans = 0): Promise<void> {
  fixture = await ReceiverFixture.start();
  const sent = { day_spans: daySpans, day_bytes: 0, month_spans: daySpans, month_bytes: 0 };
  fixture.experiments.limits = [{ workspace_id: 'default', key_id: '', limits, demands: null, ...sent }];
}

it('refuses over HTTP and gRPC until the rate allows more, and says when that is', async () => {
  await start({ spans_per_second: 1 });
  // A burst of any size comes in, and is made up for.
  expect((await fixture.post(TWENTY)).status).toBe(200);
  const accepted = fixture.appended().length;
  const refused = await fixture.post(GOOD, { 'content-type': 'application/json' });
  expect(refused.status).toBe(429);
  expect(Number(refused.retryAfter)).toBeGreaterThanOrEqual(14);
  expect(Number(refused.retryAfter)).toBeLessThanOrEqual(16);
  const told = JSON.parse(refused.text) as { code: number; message: string };
  expect(told.code).toBe(status.RESOURCE_EXHAUSTED);
  expect(told.message).toMatch(
    /^The workspace 'default' may use 1 spans a second \(spans_per_second\) and has used them up: try again in 1\d s/,
  );
  const { error } = await fixture.call(GOOD);
  expect(error?.code).toBe(status.RESOURCE_EXHAUSTED);
  const [details] = error?.metadata.get('grpc-status-details-bin') ?? [];
  expect(Buffer.from(details ?? '').toString('latin1')).toContain('google.rpc.RetryInfo');
  expect((await fixture.post(new Uint8Array(), {}, '/v1/logs')).status).toBe(429);
  expect(fixture.appended()).toHaveLength(accepted);
});

it('refuses what is over the quota of the day, with what was stored before a restart', async () => {
  await start({ spans_per_day: 101 }, 100);
  expect((await fixture.post(GOOD)).status).toBe(200);
  const refused = await fixture.post(GOOD);
  expect(refused.status).toBe(429);
  const left = Date.parse(`${new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)}Z`) - Date.now();
  expect(Math.abs(Number(refused.retryAfter) - left / 1000)).toBeLessThan(60);
});

it('lets everything in while limits can not be read', async () => {
  fixture = await ReceiverFixture.start();
  // Of limits alone: without the rules of masking nothing is let in.
  const { query } = fixture.experiments.manager;
  fixture.experiments.manager.query = (sql) =>
    sql.includes('usage_limits') ? Promise.reject(new Error('no database')) : query(sql);
  for (let index = 0; index < 3; index++) expect((await fixture.post(TWENTY)).status).toBe(200);
  const ready = await fixture.get('/health/ready');
  expect(ready.status).toBe(200);
  expect(ready.text).toContain('no database');
});
