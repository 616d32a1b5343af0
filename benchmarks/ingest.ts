import { sendLoadApart } from './load/send-apart.ts';
import type { LoadOptions, LoadResult } from './load/send.ts';
import { ProcessTreeMeter, type Usage } from './measure/process-tree.ts';
import { startStandalone, type RunningTarget } from '../test/support/standalone.ts';
import { startDistributed } from '../test/support/distributed.ts';
import { saveResult } from './measure/save-result.ts';

const WORKLOADS = {
  W1: { tracesPerRequest: 10, spansPerTrace: 10, spanBytes: 800 },
  W2: { tracesPerRequest: 10, spansPerTrace: 10, spanBytes: 6_000 },
} as const;
/** One trace a request, one client: what the caller waits for. */
const ACK_SIZES = { '10KB': [1_000, 300], '1MB': [100_000, 40], '10MB': [1_000_000, 10] } as const;

interface IngestResult extends Usage {
  readonly spansPerSecondQueryable: number;
  readonly spans: number;
  readonly drainSeconds: number;
  readonly cpuSecondsPerMillionSpans: number;
  readonly cpuCoresUsed: number;
  readonly ackMs: LoadResult['ackMs'];
  readonly refused: number;
}

async function main(): Promise<void> {
  const topology = process.argv.includes('--distributed') ? 'distributed' : 'standalone';
  const durationMs = Number(process.argv.find((a) => a.startsWith('--seconds='))?.slice(10) ?? 10) * 1000;
  const target = topology === 'distributed' ? await startDistributed() : await startStandalone();
  const results: Record<string, unknown> = {};
  try {
    await load(target, { ...WORKLOADS.W1, connections: 4, durationMs: 3_000 });
    await complete(target);
    for (const [name, shape] of Object.entries(WORKLOADS)) {
      results[name] = await measure(target, { ...shape, connections: 4, durationMs });
      console.log(topology, name, JSON.stringify(results[name]));
    }
    for (const [name, [spanBytes, requests]] of Object.entries(ACK_SIZES)) {
      const { ackMs } = await measure(target, {
        tracesPerRequest: 1,
        spansPerTrace: 10,
        spanBytes,
        connections: 1,
        requests,
      });
      results[`ack ${name}`] = ackMs;
      console.log(topology, 'ack', name, JSON.stringify(ackMs));
    }
  } finally {
    await target.stop();
  }
  saveResult(`ingest-${topology}`, results);
}

/** From the first byte sent until everything acknowledged can be queried. */
async function measure(target: RunningTarget, shape: Omit<LoadOptions, 'url'>): Promise<IngestResult> {
  const meter = new ProcessTreeMeter(target.pids);
  const begin = performance.now();
  const sent = await load(target, shape);
  const drainFrom = performance.now();
  await complete(target);
  const seconds = (performance.now() - begin) / 1000;
  const usage = meter.stop();
  const round = (value: number): number => Math.round(value * 100) / 100;
  return {
    spansPerSecondQueryable: Math.round(sent.spans / seconds),
    spans: sent.spans,
    drainSeconds: round((performance.now() - drainFrom) / 1000),
    cpuSecondsPerMillionSpans: round((usage.cpuSeconds / sent.spans) * 1e6),
    cpuCoresUsed: round(usage.cpuSeconds / seconds),
    ...usage,
    ackMs: sent.ackMs,
    refused: sent.refused,
  };
}

function load(target: RunningTarget, shape: Omit<LoadOptions, 'url'>): Promise<LoadResult> {
  return sendLoadApart({ ...shape, url: target.otlpUrl });
}

async function complete(target: RunningTarget): Promise<void> {
  for (;;) {
    const answer = await fetch(`${target.url}/api/v1/freshness?consistency=strong`);
    const { is_complete: isComplete } = (await answer.json()) as { is_complete: boolean };
    if (isComplete) return;
  }
}

await main();
