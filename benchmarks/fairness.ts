import { encodeTracesRequest } from '@millrace/otlp';
import { spawn } from 'node:child_process';
import { loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeSpan } from '../test/support/otlp.ts';
import { startStandalone } from '../test/support/standalone.ts';
import { startDistributed } from '../test/support/distributed.ts';
import type { LoadOptions } from './load/send.ts';
import { saveResult } from './measure/save-result.ts';

/** What the quiet tenant does, a second. */
const REQUESTS_PER_SECOND = 20;
const LISTS_PER_SECOND = 2;
/** How exactly it is known when a trace can be seen. */
const LOOK_MS = 200;
const NOISY_CONNECTIONS = 16;
const NOISY_QUERIES = 50;

interface Percentiles {
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly count: number;
}

/** What the quiet tenant met. */
interface Met {
  readonly acknowledged: Percentiles;
  readonly visible: Percentiles;
  readonly listed: Percentiles;
  readonly refused: number;
}

interface Tenant {
  readonly url: string;
  readonly otlpUrl: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly experimentId: string;
}

/** A quiet tenant alone, then beside a noisy one that sends as fast as it can, then beside one that asks, in one run. */
async function main(): Promise<void> {
  const topology = process.argv.includes('--distributed') ? 'distributed' : 'standalone';
  const seconds = Number(process.argv.find((a) => a.startsWith('--seconds='))?.slice(10) ?? 20);
  const target = topology === 'distributed' ? await startDistributed() : await startStandalone();
  try {
    const [quiet, noisy] = [await makeTenant(target, 'quiet'), await makeTenant(target, 'noisy')];
    await beQuiet(quiet, 3);
    const loadAverageBefore = loadavg()[0] ?? 0;
    const alone = await beQuiet(quiet, seconds);
    const sending = sendNoise(noisy, seconds + 4);
    await sleep(3_000);
    const besideSending = await beQuiet(quiet, seconds);
    const sent = await sending;
    await ask(`${target.url}/api/v1/freshness?consistency=strong`, quiet.headers);
    const asking = askNoise(noisy, seconds + 4);
    await sleep(3_000);
    const besideAsking = await beQuiet(quiet, seconds);
    const queries = await asking;
    const results = {
      seconds,
      loadAverageBefore,
      alone,
      besideSending,
      besideAsking,
      ratio: { sending: ratiosOf(alone, besideSending), asking: ratiosOf(alone, besideAsking) },
      noisy: { connections: NOISY_CONNECTIONS, ...sent, queriesAtOnce: NOISY_QUERIES, queries },
    };
    console.log(topology, JSON.stringify(results, undefined, 2));
    saveResult(topology === 'standalone' ? 'fairness' : 'fairness-distributed', results);
  } finally {
    await target.stop();
  }
}

async function makeTenant(target: { url: string; otlpUrl: string }, name: string): Promise<Tenant> {
  await ask(`${target.url}/api/v1/workspaces`, {}, { name });
  const headers = { 'x-mlflow-workspace': name };
  const path = '/api/2.0/mlflow/experiments/get-by-name?experiment_name=Default';
  const answer = await ask<{ experiment: { experiment_id: string } }>(`${target.url}${path}`, headers);
  return { ...target, headers, experimentId: answer.experiment.experiment_id };
}

/** Sends small traces at a steady rate, looks for each until it is there, and lists the newest. */
async function beQuiet(tenant: Tenant, seconds: number): Promise<Met> {
  const [acknowledged, visible, listed]: [number[], number[], number[]] = [[], [], []];
  let refused = 0;
  const sendOne = async (isFollowed: boolean): Promise<void> => {
    const spans = Array.from({ length: 5 }, () => makeSpan());
    const sentAt = performance.now();
    while (!(await send(tenant, encodeTracesRequest(spans)))) refused += 1;
    const acknowledgedAt = performance.now();
    acknowledged.push(acknowledgedAt - sentAt);
    if (!isFollowed) return;
    const url = `${tenant.url}/api/v1/traces/${spans[0]?.traceId}`;
    while ((await fetch(url, { headers: tenant.headers })).status !== 200) await sleep(LOOK_MS);
    visible.push(performance.now() - acknowledgedAt);
  };
  const list = async (): Promise<void> => {
    const askedAt = performance.now();
    await ask(`${tenant.url}/api/v1/traces?experiment_id=${tenant.experimentId}&limit=50`, tenant.headers);
    listed.push(performance.now() - askedAt);
  };
  const begin = performance.now();
  const works: Promise<void>[] = [];
  for (let index = 0; index < seconds * REQUESTS_PER_SECOND; index++) {
    await sleep(Math.max(0, begin + (1000 * index) / REQUESTS_PER_SECOND - performance.now()));
    works.push(sendOne(index % REQUESTS_PER_SECOND === 0));
    if (index % (REQUESTS_PER_SECOND / LISTS_PER_SECOND) === 0) works.push(list());
  }
  await Promise.all(works);
  return {
    acknowledged: percentiles(acknowledged),
    visible: percentiles(visible),
    listed: percentiles(listed),
    refused,
  };
}

/** False: it is to be sent again, which was waited for. */
async function send(tenant: Tenant, body: Uint8Array): Promise<boolean> {
  const answer = await fetch(`${tenant.otlpUrl}/v1/traces`, {
    method: 'POST',
    body: Buffer.from(body),
    headers: { 'content-type': 'application/x-protobuf', ...tenant.headers },
  });
  const text = await answer.text();
  if (answer.status === 200) return true;
  if (answer.status !== 429 && answer.status !== 503) throw new Error(`HTTP ${answer.status}: ${text}`);
  await sleep(1000 * Number(answer.headers.get('retry-after') ?? 1));
  return false;
}

/** Sends as fast as it is taken, from a process of its own. */
async function sendNoise(tenant: Tenant, seconds: number) {
  const load = {
    url: tenant.otlpUrl,
    tracesPerRequest: 50,
    spansPerTrace: 10,
    spanBytes: 800,
    connections: NOISY_CONNECTIONS,
    durationMs: seconds * 1000,
    headers: tenant.headers,
  } satisfies LoadOptions;
  const child = spawn(process.execPath, ['benchmarks/load/main.ts', JSON.stringify(load)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  await new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const sent = JSON.parse(text) as { spans: number; seconds: number; refused: number };
  return { spansPerSecond: Math.round(sent.spans / sent.seconds), refused: sent.refused };
}

/** Has heavy queries under way all the time; gives how many were answered. */
async function askNoise(tenant: Tenant, seconds: number): Promise<number> {
  const end = performance.now() + seconds * 1000;
  let queries = 0;
  const query = async (): Promise<void> => {
    while (performance.now() < end) {
      const sql = 'SELECT name, count(*), uniqExact(span_id), uniqExact(trace_id) FROM spans GROUP BY name';
      const answer = await fetch(`${tenant.url}/api/v1/sql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...tenant.headers },
        body: JSON.stringify({ query: sql }),
      });
      await answer.text();
      if (answer.status === 200) queries += 1;
      else await sleep(1_000);
    }
  };
  await Promise.all(Array.from({ length: NOISY_QUERIES }, query));
  return queries;
}

async function ask<Answer>(
  url: string,
  headers: Readonly<Record<string, string>>,
  body?: object,
): Promise<Answer> {
  const answer = await fetch(url, {
    method: body ? 'POST' : 'GET',
    headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${text}`);
  return JSON.parse(text) as Answer;
}

function percentiles(values: readonly number[]): Percentiles {
  const sorted = values.toSorted((left, right) => left - right);
  const at = (part: number): number =>
    Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0) * 10) / 10;
  return { p50Ms: at(0.5), p99Ms: at(0.99), count: sorted.length };
}

function ratiosOf(alone: Met, beside: Met) {
  const ratio = (of: 'acknowledged' | 'visible' | 'listed') => ({
    p50: Math.round((beside[of].p50Ms / alone[of].p50Ms) * 100) / 100,
    p99: Math.round((beside[of].p99Ms / alone[of].p99Ms) * 100) / 100,
  });
  return { acknowledged: ratio('acknowledged'), visible: ratio('visible'), listed: ratio('listed') };
}

await main();
