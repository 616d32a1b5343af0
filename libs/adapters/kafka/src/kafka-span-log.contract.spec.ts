import { describeSpanLog } from '@millrace/port-contracts';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { KafkaFixture } from './testing/kafka-fixture.ts';

const kafka = new KafkaFixture();
beforeAll(() => kafka.start());
afterAll(() => kafka.stop());

describeSpanLog('KafkaSpanLog', {
  shards: 2,
  histories: 3,
  createStorage: async () => kafka.createSpanLogStorage({ partitions: 2 }),
});

describe('KafkaSpanLog in a process whose clock is wrong', () => {
  const HOUR_MS = 3_600_000;

  afterEach(() => {
    vi.useRealTimers();
  });

  it.each([3, -3])('promises completeness by the clock of the brokers: %i h', async (hours) => {
    const config = kafka.newConfig({ partitions: 2 });
    const before = await kafka.openSpanLog(config);
    await vi.waitFor(() => before.freshness(), { timeout: 20_000, interval: 100 });
    const asked = Date.now();
    vi.useFakeTimers({ toFake: ['Date'], now: asked + hours * HOUR_MS });
    const log = await kafka.openSpanLog(config);
    const answers = [];
    for (const each of [before, log])
      answers.push(await each.barrier({ timeoutMs: 500 }), await each.freshness());
    vi.useRealTimers();
    for (const { completeTo } of answers) {
      expect(completeTo).toBeLessThanOrEqual(Date.now());
      expect(completeTo).toBeGreaterThan(asked - 2_000);
    }
    await Promise.all([before, log].map((each) => each.onApplicationShutdown()));
  });
});
