import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import { makePayload, type Payload } from './payloads.ts';
import { WAYS, type WayName } from './ways.ts';
import type { Case, Cost } from './cost.ts';

/** One way of tracing one kind of trace, in a process that does nothing else. Prints what it cost as JSON. */
const PACE_MS = 20;
const NANOS_PER_MS = 1e6;
const MICROS_PER_MS = 1e3;
const collectGarbage = (globalThis as { gc?: () => void }).gc;

async function main(way: WayName, given: Case, url: string): Promise<Cost> {
  const payload = makePayload(given.shape, given.bytes);
  const { answer, flush } = WAYS[way](url, () => Promise.resolve(payload.answered));
  await paced(answer, payload, given);
  await flush();
  const inCaller = await paced(answer, payload, given);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const cpu = process.threadCpuUsage();
  delay.enable();
  await paced(answer, payload, given);
  await flush();
  await sleep(PACE_MS);
  delay.disable();
  const { user, system } = process.threadCpuUsage(cpu);
  return {
    callerMicroseconds: inCaller,
    threadMicroseconds: (user + system) / (given.batches * given.batch),
    longestBlockMs: delay.max / NANOS_PER_MS,
    ...(await keptMemory(answer, flush, payload, given)),
  };
}

/**
 * Batches of calls with room for the background between them; microseconds of one call, the lower quartile: nothing else runs in
 * between, and the CPU time of a thread is told by ticks alone.
 */
async function paced(
  answer: (asked: unknown) => Promise<unknown>,
  { asked }: Payload,
  { batch, batches }: Case,
): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < batches; round += 1) {
    const begin = performance.now();
    for (let call = 0; call < batch; call += 1) await answer(asked);
    times.push(((performance.now() - begin) * MICROS_PER_MS) / batch);
    await sleep(PACE_MS);
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 4)] ?? 0;
}

/** What calls keep until they are sent, as a multiple of what the JSON has of bytes, and megabytes that stay afterwards. */
async function keptMemory(
  answer: (asked: unknown) => Promise<unknown>,
  flush: () => Promise<void>,
  { asked }: Payload,
  { burst, bytes }: Case,
): Promise<Pick<Cost, 'keptPerByte' | 'staysMb'>> {
  const before = await memory();
  for (let call = 0; call < burst; call += 1) await answer(asked);
  const waiting = memoryNow();
  await flush();
  const after = await memory();
  return { keptPerByte: (waiting - before) / (burst * bytes), staysMb: (after - before) / 2 ** 20 };
}

async function memory(): Promise<number> {
  await setImmediate();
  return memoryNow();
}

function memoryNow(): number {
  collectGarbage?.();
  collectGarbage?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

const [way = 'none', given = '', url = ''] = process.argv.slice(2);
console.log(JSON.stringify(await main(way as WayName, JSON.parse(given) as Case, url)));
