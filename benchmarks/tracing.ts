import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { loadavg } from 'node:os';
import { createInterface } from 'node:readline';
import { saveResult } from './measure/save-result.ts';
import type { Case, Cost } from './tracing/cost.ts';
import type { Shape } from './tracing/payloads.ts';
import type { WayName } from './tracing/ways.ts';

const ROUNDS = Number(process.argv.find((a) => a.startsWith('--rounds='))?.slice(9) ?? 5);
const WAYS: readonly WayName[] = ['none', 'off', 'millrace', 'openTelemetry'];
const SIZES: Readonly<Record<string, Omit<Case, 'shape'>>> = {
  '10 KB': { bytes: 10_000, batch: 20, batches: 20, burst: 1_000 },
  '1 MB': { bytes: 1_000_000, batch: 1, batches: 12, burst: 30 },
  '10 MB': { bytes: 10_000_000, batch: 1, batches: 4, burst: 4 },
};
const SHAPES: readonly Shape[] = ['messages', 'records'];

/** What tracing costs the application, beside none and beside OpenTelemetry's own, in turn; a process for each. */
async function main(): Promise<void> {
  const loadAverage = loadavg()[0];
  const sink = await startSink();
  const results: Record<string, unknown> = {};
  try {
    for (const shape of SHAPES)
      for (const [size, rest] of Object.entries(SIZES)) {
        const costs = await inTurn({ shape, ...rest }, sink);
        results[`${size} of ${shape}`] = { ...costs, ratio: ratios(costs) };
        console.log(`${size} of ${shape}`);
        console.table(costs);
      }
  } finally {
    sink.stop();
  }
  saveResult('tracing', { rounds: ROUNDS, loadAverage, ...results });
}

/** The best of rounds: whatever else runs on the machine only adds. */
async function inTurn(given: Case, sink: Sink): Promise<Record<WayName, Cost>> {
  const seen = new Map<WayName, Cost[]>();
  for (let round = 0; round < ROUNDS; round += 1)
    for (const way of WAYS) seen.set(way, [...(seen.get(way) ?? []), await measure(way, given, sink)]);
  return Object.fromEntries(WAYS.map((way) => [way, best(seen.get(way) ?? [])])) as Record<WayName, Cost>;
}

function best(costs: readonly Cost[]): Cost {
  const least = (key: keyof Cost): number => rounded(Math.min(...costs.map((cost) => cost[key])));
  return {
    callerMicroseconds: least('callerMicroseconds'),
    threadMicroseconds: least('threadMicroseconds'),
    longestBlockMs: least('longestBlockMs'),
    keptPerByte: least('keptPerByte'),
    staysMb: least('staysMb'),
  };
}

/** Millrace's by OpenTelemetry's, without what the application costs by itself. */
function ratios({ none, millrace, openTelemetry }: Record<WayName, Cost>): Record<string, number> {
  const added = (cost: Cost, key: keyof Cost): number => cost[key] - none[key];
  const ratio = (key: keyof Cost): number => rounded(added(millrace, key) / added(openTelemetry, key));
  return { caller: ratio('callerMicroseconds'), thread: ratio('threadMicroseconds') };
}

function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

/** Throws if a way that traces did not send what it traced: what is dropped costs nothing. */
async function measure(way: WayName, given: Case, sink: Sink): Promise<Cost> {
  const before = await sink.bytes();
  const program = ['--expose-gc', 'benchmarks/tracing/main.ts', way, JSON.stringify(given), sink.url];
  const child = spawn(process.execPath, [...process.execArgv, ...program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  const [code] = (await once(child, 'close')) as [number];
  if (code !== 0) throw new Error(`tracing by ${way} ended with ${code}`);
  const traces = way === 'none' || way === 'off' ? 0 : 3 * given.batch * given.batches + given.burst;
  const sent = (await sink.bytes()) - before;
  if (sent < traces * given.bytes * 0.95 || (traces === 0 && sent > 0))
    throw new Error(`${way} sent ${sent} bytes of ${traces} traces of ${given.bytes}`);
  return JSON.parse(text) as Cost;
}

interface Sink {
  readonly url: string;
  /** Of the bodies it took. */
  bytes(): Promise<number>;
  stop(): void;
}

async function startSink(): Promise<Sink> {
  const child = spawn(process.execPath, [...process.execArgv, 'benchmarks/tracing/sink-server.ts'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [port] = (await once(createInterface(child.stdout), 'line')) as [string];
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    bytes: async () => Number(await (await fetch(url)).text()),
    stop: () => void child.kill(),
  };
}

await main();
