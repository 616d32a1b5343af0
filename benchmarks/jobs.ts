import { randomUUID } from 'node:crypto';
import { loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { JobKind, JobQueue } from '../libs/ports/src/index.ts';
import { openBullmq, openPgBoss, type OpenedQueue } from './jobs/queues.ts';
import { saveResult } from './measure/save-result.ts';

const JOBS = Number(process.argv.find((a) => a.startsWith('--jobs='))?.slice(7) ?? 30_000);
const QUEUED = Number(process.argv.find((a) => a.startsWith('--queued='))?.slice(9) ?? 100_000);
const CONCURRENCY = 50;
const PICKUPS = 100;

/** Both queues with a handler that does nothing, and with many jobs that wait. */
async function main(): Promise<void> {
  const results: Record<string, unknown> = { loadAverage: loadavg()[0] };
  for (const [name, open] of Object.entries({ bullmq: openBullmq, pgBoss: openPgBoss })) {
    const opened = await open();
    try {
      results[name] = await measure(opened);
    } finally {
      await opened.stop();
    }
  }
  saveResult('jobs', results);
  console.log(JSON.stringify(results, undefined, 2));
}

async function measure(opened: OpenedQueue) {
  const { queue } = opened;
  await runThrough(queue, 2_000, 0);
  return {
    concurrency: CONCURRENCY,
    noOp: await runThrough(queue, JOBS, 0),
    of20Ms: await runThrough(queue, Math.min(JOBS, 5_000), 20),
    pickUpMs: await pickUp(queue),
    queued: await fill(opened),
  };
}

async function runThrough(queue: JobQueue, count: number, durationMs: number) {
  const kind = someKind();
  const enqueueMs = await timed(() => enqueueMany(queue, kind, count));
  let done = 0;
  const allDone = Promise.withResolvers<void>();
  const cpuBefore = process.cpuUsage();
  const workMs = await timed(async () => {
    const worker = await queue.work(kind, { concurrency: CONCURRENCY }, async () => {
      if (durationMs > 0) await sleep(durationMs);
      if (++done === count) allDone.resolve();
    });
    await allDone.promise;
    await worker.stop();
  });
  const { user, system } = process.cpuUsage(cpuBefore);
  return {
    jobs: count,
    enqueuedPerSecond: perSecond(count, enqueueMs),
    donePerSecond: perSecond(count, workMs),
    workerCpuMsPer1000: Math.round(((user + system) / count) * 10) / 10,
  };
}

/** From the call of enqueue to the start of the handler of a worker that has nothing else to do. */
async function pickUp(queue: JobQueue) {
  const kind = someKind();
  let onStart = (): void => undefined;
  const worker = await queue.work(kind, { concurrency: CONCURRENCY }, async () => onStart());
  const waits: number[] = [];
  for (let n = 0; n < PICKUPS; n++) {
    await sleep(20);
    const started = new Promise<void>((resolve) => (onStart = resolve));
    waits.push(
      await timed(async () => {
        await enqueueMany(queue, kind, 1);
        await started;
      }),
    );
  }
  await worker.stop();
  waits.sort((a, b) => a - b);
  const at = (share: number) => Math.round((waits[Math.floor(PICKUPS * share)] ?? 0) * 10) / 10;
  return { p50: at(0.5), p95: at(0.95) };
}

async function fill({ queue, serverMb }: OpenedQueue) {
  const before = await serverMb();
  const rssBefore = process.memoryUsage().rss;
  const kind = someKind();
  const enqueueMs = await timed(() => enqueueMany(queue, kind, QUEUED));
  const after = await serverMb();
  const countMs = await timed(() => queue.count());
  return {
    jobs: QUEUED,
    enqueuedPerSecond: perSecond(QUEUED, enqueueMs),
    serverMb: Math.round((after - before) * 10) / 10,
    clientRssGrowthMb: Math.round((process.memoryUsage().rss - rssBefore) / 1e5) / 10,
    countMs: Math.round(countMs),
  };
}

/** As evaluations queue them: with a key, a thousand at a time. */
async function enqueueMany(queue: JobQueue, kind: JobKind<unknown>, count: number): Promise<void> {
  const evaluationId = randomUUID();
  for (let at = 0; at < count; at += 1_000) {
    const size = Math.min(1_000, count - at);
    await queue.enqueue(
      Array.from({ length: size }, () => {
        const itemId = randomUUID();
        return { kind, workspaceId: 'default', payload: { evaluationId, itemId }, key: itemId };
      }),
    );
  }
}

function someKind(): JobKind<unknown> {
  return { name: `bench-${randomUUID().slice(0, 8)}`, attempts: 8, backoffMs: 2_000 };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function perSecond(count: number, ms: number): number {
  return Math.round((count / ms) * 1_000);
}

await main();
