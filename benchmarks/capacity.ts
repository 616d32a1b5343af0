import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startDistributed, type RunningDistributed } from '../test/support/distributed.ts';
import { coresFor, errorOf, fitCosts, type Cost, type Point } from './capacity/cost-model.ts';
import { planFor, type Target } from './capacity/plan.ts';
import { sendLoadApart } from './load/send-apart.ts';
import type { LoadResult } from './load/send.ts';
import { EngineClient } from './measure/engine-client.ts';
import { sampleParts } from './measure/process-samples.ts';
import { saveResult } from './measure/save-result.ts';

const SECONDS = 40;
const IDLE_SECONDS = 20;
const WARM_UP_MS = 5_000;
const SPANS_PER_REQUEST = 100;
/** Below what two cores bear, so that nothing waits: queues would make the cost look smaller than it is. */
const SMALL = { spanBytes: 800, spansPerSecond: 2_000 };
const LARGE = { spanBytes: 6_000, spansPerSecond: 400 };
/** Not one of those the model is made of. */
const CHECK = { spanBytes: 2_500, spansPerSecond: 1_000 };
/** A model that is further off is no plan. */
const MOST_OFF = 0.35;
const TARGETS: Readonly<Record<string, Target>> = {
  'a team': { spansPerSecond: 200, spanBytes: 2_000, storedSpans: 50e6, judgeCallsPerDay: 10_000 },
  'a company': { spansPerSecond: 5_000, spanBytes: 2_000, storedSpans: 1e9, judgeCallsPerDay: 200_000 },
  '100,000 spans/s': { spansPerSecond: 100_000, spanBytes: 2_000, storedSpans: 10e9, judgeCallsPerDay: 1e6 },
};

/** Measures what spans cost each part of a distributed Millrace, checks that against another load, and plans with it. */
async function main(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'millrace-capacity-'));
  const target = await startDistributed({ dataDir });
  try {
    await load(target, { ...SMALL, durationMs: WARM_UP_MS });
    const idle = await measureIdle(target);
    const before = await storedBytes(target, dataDir);
    const small = await measure(target, SMALL);
    const large = await measure(target, LARGE);
    const check = await measure(target, CHECK);
    const after = await storedBytes(target, dataDir);
    const sent = [small, large, check].reduce((sum, point) => sum + point.bytes, 0);
    const costs = fitCosts(idle, small, large);
    const error = errorOf(coresFor(costs, check.spansPerSecond, check.spanBytes), check);
    const measured = {
      costs,
      storedBytesPerByte: (after.clickhouse - before.clickhouse) / sent,
      logBytesPerByte: (after.kafka - before.kafka) / sent,
      cpuSecondsPerVerdict: cpuSecondsPerVerdict(),
    };
    const plans = Object.fromEntries(
      Object.entries(TARGETS).map(([name, wanted]) => [
        name,
        { ...wanted, parts: planFor(wanted, measured) },
      ]),
    );
    saveResult('capacity', { idle, small, large, check, checkIsOffBy: error, measured, plans });
    console.table(Object.fromEntries(Object.entries(costs).map(([part, cost]) => [part, perMillion(cost)])));
    console.log(`the load that was foretold is off by ${Math.round(error * 100)} %`);
    for (const [name, { parts }] of Object.entries(plans)) {
      console.log(name);
      console.table(parts);
    }
    if (Math.abs(error) > MOST_OFF)
      throw new Error('the model does not foretell another load: nothing to plan with');
  } finally {
    await target.stop();
    rmSync(dataDir, { recursive: true });
  }
}

interface MeasuredLoad extends Point {
  /** Sent, as the attributes of spans. */
  readonly bytes: number;
  readonly seconds: number;
}

async function measureIdle(target: RunningDistributed): Promise<Point> {
  const before = cpuOf(target);
  await sleep(IDLE_SECONDS * 1000);
  return { spansPerSecond: 0, spanBytes: 0, cores: coresBetween(before, cpuOf(target), IDLE_SECONDS) };
}

async function measure(target: RunningDistributed, shape: typeof SMALL): Promise<MeasuredLoad> {
  const before = cpuOf(target);
  const begin = performance.now();
  const sent = await load(target, { ...shape, durationMs: SECONDS * 1000 });
  await fetch(`${target.url}/api/v1/traces?experiment_id=0&limit=1`, {
    headers: { 'x-millrace-read-after': 'now' },
  });
  const seconds = (performance.now() - begin) / 1000;
  return {
    spansPerSecond: sent.spans / seconds,
    spanBytes: shape.spanBytes,
    bytes: sent.spans * shape.spanBytes,
    seconds,
    cores: coresBetween(before, cpuOf(target), seconds),
  };
}

function cpuOf(target: RunningDistributed): ReadonlyMap<string, number> {
  return new Map([...sampleParts(target.pids)].map(([part, { cpuSeconds }]) => [part, cpuSeconds]));
}

function coresBetween(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
  seconds: number,
): Record<string, number> {
  return Object.fromEntries(
    [...after].map(([part, cpu]) => [part, (cpu - (before.get(part) ?? 0)) / seconds]),
  );
}

async function storedBytes(
  target: RunningDistributed,
  dataDir: string,
): Promise<{ readonly clickhouse: number; readonly kafka: number }> {
  const engine = new EngineClient(target.clickhouse.url);
  await engine.run('OPTIMIZE TABLE spans FINAL');
  const clickhouse = await engine.number(
    'SELECT sum(bytes_on_disk) FROM system.parts WHERE active AND database = currentDatabase()',
  );
  return { clickhouse, kafka: logBytes(join(dataDir, 'kafka')) };
}

/** Of the records of every topic. */
function logBytes(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.log'))
    .reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
}

/** As measured by the benchmark of judging. */
function cpuSecondsPerVerdict(): number {
  const { results } = JSON.parse(readFileSync('benchmarks/results/judging-distributed.json', 'utf8')) as {
    readonly results: Readonly<Record<string, { readonly cpuMsPerVerdict: number }>>;
  };
  return (results['judge of 200 ms']?.cpuMsPerVerdict ?? NaN) / 1000;
}

function perMillion({ idle, perSpan, perByte }: Cost) {
  const round = (value: number): number => Math.round(value * 100) / 100;
  return {
    'idle cores': round(idle),
    'CPU s a million spans': round(perSpan * 1e6),
    'and for each kB of them': round(perByte * 1e9),
  };
}

function load(
  target: RunningDistributed,
  { spansPerSecond, spanBytes, durationMs }: typeof SMALL & { readonly durationMs: number },
): Promise<LoadResult> {
  return sendLoadApart({
    url: target.otlpUrl,
    tracesPerRequest: SPANS_PER_REQUEST / 10,
    spansPerTrace: 10,
    spanBytes,
    connections: 4,
    durationMs,
    requestsPerSecond: spansPerSecond / SPANS_PER_REQUEST,
  });
}

await main();
