import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { getJson, untilComplete } from '../support/api.ts';
import { startDistributed, type RunningDistributed, type ServiceHandle } from '../support/distributed.ts';
import { makeSpan, sendSpans } from '../support/otlp.ts';

const PATIENCE = { timeout: 60_000, interval: 250 };

describe('two writers and one partition', () => {
  let target: RunningDistributed;
  let writers: readonly ServiceHandle[];

  beforeAll(async () => {
    target = await startDistributed({ environment: { MILLRACE_KAFKA_PARTITIONS: '1' } });
    writers = [target.services.writer, await target.addService('writer')];
  });
  afterAll(() => target?.stop());

  it('are both ready, one of them standing by, and it takes over', async () => {
    const standing = await vi.waitFor(async () => {
      const states = await Promise.all(writers.map(writerState));
      expect([...states].sort()).toEqual(['ok', 'standing by: no partition assigned']);
      return states.indexOf('ok') === 0 ? 1 : 0;
    }, PATIENCE);
    for (const { url } of writers) expect(await (await fetch(`${url}/health`)).text()).toBe('OK');
    await writers[1 - standing]?.kill();
    const span = makeSpan({ name: 'after the take-over' });
    await sendSpans(target.otlpUrl, [span]);
    await untilComplete(target.url);
    const { trace } = await getJson<{ trace: { span_count: number } }>(
      `${target.url}/api/v1/traces/${span.traceId}`,
    );
    expect(trace.span_count).toBe(1);
    const taken = writers[standing];
    if (taken) await vi.waitFor(async () => expect(await writerState(taken)).toBe('ok'), PATIENCE);
  });
});

async function writerState({ url }: ServiceHandle): Promise<string> {
  const { checks } = await getJson<{ checks: { writer: string } }>(`${url}/health/ready`);
  return checks.writer;
}
