import { randomBytes } from 'node:crypto';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { untilComplete } from '../api.ts';
import { LedgerLoad } from '../ledger.ts';
import { makeSpan, sendSpans } from '../otlp.ts';
import { askUntilAnswered } from './ask.ts';
import { ChangeLoad } from './change-load.ts';
import { CHANGE_KINDS, prepareChanges, type Subject } from './changes.ts';
import { HOLD_MS, type Fault, type FaultySystem, type ToldBy } from './fault.ts';
import type { FaultLine } from './fault-line.ts';
import { MemoryWatch } from './memory-watch.ts';
import { ReadWatch } from './read-watch.ts';
import { tallyTraces } from './tally-traces.ts';

/** For what has to happen by itself on a machine that may be busy. */
const PATIENCE_MS = 120_000;
const LOAD = { connections: 2, pauseMs: 60 };
/** How much of each load is acknowledged before a fault, and after it. */
const BEATS = 1;

/** Puts a system under load, lets a fault come and go, and holds what can be read against what was acknowledged. */
export async function runFault(system: FaultySystem, fault: Fault): Promise<FaultLine> {
  const load = await Workload.start(system);
  const memory = new MemoryWatch(system);
  const ownDelay = monitorEventLoopDelay();
  ownDelay.enable();
  try {
    await load.untilProgress();
    const began = performance.now();
    await fault.begin();
    const toldAfter = await untilTold(system, fault);
    await sleep(Math.max(0, HOLD_MS - (performance.now() - began)));
    await fault.end();
    const ended = performance.now();
    const seconds = (from: number): number => Math.round((performance.now() - from) / 100) / 10;
    const lasted = Math.round((ended - began) / 100) / 10;
    await untilAllHealthy(system);
    await load.untilProgress();
    const recoveredAfter = seconds(ended);
    await load.stop();
    memory.stop();
    const result = await load.result();
    const { part, megabytes } = memory.largest;
    return {
      fault: fault.name,
      topology: system.topology,
      lasted,
      ...(toldAfter !== undefined && { toldAfter }),
      recoveredAfter,
      ...result,
      peakMemoryMb: megabytes,
      peakMemoryOf: part,
      testStoodStill: Math.round(ownDelay.max / 1e8) / 10,
    };
  } finally {
    memory.stop();
    await load.stop();
  }
}

/** Seconds until every part said what it has to say; undefined where nothing has to be said. */
async function untilTold(system: FaultySystem, { name, told }: Fault): Promise<number | undefined> {
  if (!told) return undefined;
  const began = performance.now();
  await Promise.all(
    told.map(({ part, says }) =>
      until(async () => says.test(await healthOf(system, part)), `${part} tells of ${name}: ${says}`),
    ),
  );
  return Math.round((performance.now() - began) / 100) / 10;
}

async function untilAllHealthy(system: FaultySystem): Promise<void> {
  for (const part of Object.keys(system.parts))
    await until(async () => (await healthOf(system, part)) === 'OK', `${part} is healthy again`);
}

async function healthOf({ parts }: FaultySystem, part: ToldBy['part']): Promise<string> {
  const answer = await fetch(`${parts[part]}/health`, { signal: AbortSignal.timeout(PATIENCE_MS) }).catch(
    () => undefined,
  );
  return answer ? answer.text() : 'no answer';
}

async function until(isSo: () => Promise<boolean>, what: string): Promise<void> {
  for (const deadline = Date.now() + PATIENCE_MS; !(await isSo()); await sleep(100))
    if (Date.now() > deadline) throw new Error(`not within ${PATIENCE_MS / 1000} s: ${what}`);
}

/** Everything clients do, in an experiment of one fault, with its ledger. */
class Workload {
  private constructor(
    private readonly subject: Subject,
    private readonly traces: LedgerLoad,
    private readonly changes: readonly ChangeLoad[],
    private readonly reads: ReadWatch,
  ) {}

  static async start({ url, otlpUrl }: FaultySystem): Promise<Workload> {
    const name = `fault-${randomBytes(6).toString('hex')}`;
    const { experiment_id: experimentId } = await askUntilAnswered<{ experiment_id: string }>(
      `${url}/api/2.0/mlflow/experiments/create`,
      { method: 'POST', body: { name } },
    );
    const headers = { 'x-mlflow-experiment-id': experimentId };
    const span = makeSpan({ attributes: { 'mlflow.spanOutputs': '"it is"' } });
    await sendSpans(otlpUrl, [span], headers);
    const subject = { url, experimentId, traceId: span.traceId };
    await untilComplete(url, PATIENCE_MS);
    await prepareChanges(subject);
    const traces = new LedgerLoad(otlpUrl, { ...LOAD, headers });
    const changes = CHANGE_KINDS.map((kind) => new ChangeLoad(kind, subject));
    return new Workload(subject, traces, changes, new ReadWatch(url, experimentId, traces));
  }

  /** Waits until each load has got further: every path works. */
  async untilProgress(): Promise<void> {
    const pulses = [this.traces, ...this.changes, this.reads];
    const wanted = pulses.map(({ pulse }) => pulse.count + BEATS);
    for (const [index, each] of pulses.entries()) {
      const what = each instanceof ChangeLoad ? each.kind.name : each.constructor.name;
      await until(() => Promise.resolve(each.pulse.count >= (wanted[index] ?? 0)), `progress of ${what}`);
    }
  }

  async stop(): Promise<void> {
    await Promise.all([this.traces, ...this.changes, this.reads].map((each) => each.stop()));
  }

  /** What is there of what was acknowledged, once everything is stored. */
  async result() {
    const { url } = this.subject;
    await untilComplete(url, PATIENCE_MS);
    const traces = await tallyTraces(this.subject, this.traces);
    const changes = await Promise.all(this.changes.map(async (each) => [each, await each.tally()] as const));
    const tallies = [traces, ...changes.map(([, tally]) => tally)];
    const longest = (loads: readonly ChangeLoad[]): number =>
      Math.max(...loads.map(({ pulse }) => pulse.longestOutage));
    return {
      acknowledged: {
        traces: traces.acknowledged,
        ...Object.fromEntries(changes.map(([{ kind }, tally]) => [kind.name, tally.acknowledged])),
      },
      lost: tallies.flatMap(({ lost }) => lost),
      twice: tallies.flatMap(({ twice }) => twice),
      unexpected: [
        ...this.traces.unexpected,
        ...this.changes.flatMap(({ unexpected }) => unexpected),
        ...this.reads.untrue,
      ],
      claims: this.reads.claims,
      outages: {
        traces: this.traces.pulse.longestOutage,
        changes: longest(this.changes),
        reads: this.reads.pulse.longestOutage,
      },
    };
  }
}
