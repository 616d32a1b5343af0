import { loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { untilComplete } from '../test/support/api.ts';
import { startDistributed } from '../test/support/distributed.ts';
import { startFakeLlm } from '../test/support/fake-llm/fake-llm.ts';
import { makeSpan, sendSpans } from '../test/support/otlp.ts';
import { startStandalone, type RunningTarget } from '../test/support/standalone.ts';
import { secondsOf, TargetClient } from './evaluations/target-client.ts';
import { ProcessTreeMeter } from './measure/process-tree.ts';
import { saveResult } from './measure/save-result.ts';

/** Providers of the fake: one answers at once, one thinks as long as a quick judge does. */
const JUDGES = [
  { provider: 'openai', model: 'openai:/gpt-4.1-mini', latencyMs: 0 },
  { provider: 'mistral', model: 'mistral:/mistral-small-latest', latencyMs: 200 },
] as const;
type Judge = Pick<(typeof JUDGES)[number], 'model' | 'latencyMs'>;
/** What a workspace may have under way unless it is set otherwise. */
const CONCURRENCY = 50;
const SPANS_A_REQUEST = 200;
/** Rarely, for the ledger is counted at each look; how long it took is in the ledger. */
const LOOK_MS = 500;
const ENVIRONMENT = { MILLRACE_JUDGE_CALLS_PER_MINUTE: '100000000' };

/** One evaluation a judge over the same traces: selected, queued, judged, stored, told and on the ledger. */
async function main(): Promise<void> {
  const topology = process.argv.includes('--distributed') ? 'distributed' : 'standalone';
  const count = Number(process.argv.find((each) => each.startsWith('--traces='))?.slice(9) ?? 2_000);
  const target =
    topology === 'distributed'
      ? await startDistributed({ environment: ENVIRONMENT })
      : await startStandalone({ environment: ENVIRONMENT });
  const client = new TargetClient(target.url);
  const results: Record<string, unknown> = {};
  try {
    await sendTraces(target, count);
    for (const { provider, model, latencyMs } of JUDGES) {
      const llm = await startFakeLlm({ latencyMs, keepsRequests: false });
      await client.addProvider(provider, llm.url);
      results[`judge of ${latencyMs} ms`] = await measure(target, client, count, { model, latencyMs });
      console.log(topology, latencyMs, JSON.stringify(results[`judge of ${latencyMs} ms`]));
      await llm.stop();
    }
  } finally {
    await target.stop();
  }
  saveResult(`judging-${topology}`, { concurrency: CONCURRENCY, traces: count, ...results });
}

/** By a filter, as schedules do it: the ledger selects them page by page. */
async function measure(target: RunningTarget, client: TargetClient, count: number, judge: Judge) {
  const { model, latencyMs } = judge;
  const meter = new ProcessTreeMeter(target.pids);
  const guidelines = { kind: 'guidelines', parameters: { guidelines: ['Be polite.'], model } };
  const id = await client.evaluate({ polite: guidelines });
  let evaluation = await client.look(id);
  for (; evaluation.state !== 'finished'; evaluation = await client.look(id)) await sleep(LOOK_MS);
  const usage = meter.stop();
  const seconds = secondsOf(evaluation);
  const round = (value: number): number => Math.round(value * 100) / 100;
  const busyMs = (seconds * 1000 * CONCURRENCY) / count;
  return {
    load: loadavg().map(round),
    scored: evaluation.ledger.scored,
    verdictsPerSecond: round(count / seconds),
    /** What a verdict took of one of the slots, beyond the judge's own time. */
    overheadMs: round(busyMs - latencyMs),
    atBestPerSecond: latencyMs === 0 ? undefined : round((1000 * CONCURRENCY) / latencyMs),
    cpuMsPerVerdict: round((usage.cpuSeconds * 1000) / count),
    ...usage,
  };
}

async function sendTraces(target: RunningTarget, count: number): Promise<void> {
  const spans = Array.from({ length: count }, (_, number) =>
    makeSpan({
      attributes: { 'mlflow.spanInputs': '"How are you?"', 'mlflow.spanOutputs': `"Fine, said ${number}."` },
    }),
  );
  for (let at = 0; at < count; at += SPANS_A_REQUEST) {
    await sendSpans(target.otlpUrl, spans.slice(at, at + SPANS_A_REQUEST));
  }
  await untilComplete(target.url);
}

await main();
