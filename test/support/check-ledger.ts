import { expect } from 'vitest';
import { getJson, listTraces, untilComplete } from './api.ts';
import type { LedgerLoad } from './ledger.ts';

/** Holds what can be read against what was acknowledged: nothing lost, nothing listed twice, every trace whole. */
export async function checkLedger(url: string, load: LedgerLoad): Promise<void> {
  await untilComplete(url);
  expect(load.unexpected).toEqual([]);
  const traces = await listTraces(url);
  const spanCounts = new Map(traces.map((trace) => [trace.trace_id, trace.span_count]));
  expect(spanCounts.size, 'a trace is listed once').toBe(traces.length);
  const wrong = [...load.acknowledged].filter((id) => spanCounts.get(id) !== load.spansPerTrace);
  expect(wrong, `of ${load.acknowledged.size} acknowledged traces`).toEqual([]);
  for (const id of [...load.acknowledged].slice(0, 20)) {
    const detail = await getJson<{ spans: unknown[] }>(`${url}/api/v1/traces/${id}`);
    expect(detail.spans).toHaveLength(load.spansPerTrace);
  }
}

/** Waits until more traces are acknowledged than before: the whole path works again. */
export async function untilAcknowledging(load: LedgerLoad, more = 50, timeoutMs = 90_000): Promise<void> {
  const before = load.acknowledged.size;
  await expect
    .poll(() => load.acknowledged.size, { timeout: timeoutMs, interval: 100 })
    .toBeGreaterThan(before + more);
}
