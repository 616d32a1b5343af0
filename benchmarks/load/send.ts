import { Agent, request as httpRequest } from 'node:http';
import { performance } from 'node:perf_hooks';
import { makeTemplate, patch, type RequestTemplate, type TracesShape } from './request-template.ts';

export interface LoadOptions extends TracesShape {
  /** Base URL of an OTLP/HTTP endpoint, without `/v1/traces`. */
  readonly url: string;
  readonly connections: number;
  /** Stop after this long, in milliseconds … */
  readonly durationMs?: number;
  /** … or after this many requests. */
  readonly requests?: number;
  /** No faster than this, all connections together. */
  readonly requestsPerSecond?: number;
  /** Spread the starts of traces over the time before now, in milliseconds. */
  readonly spreadMs?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface LoadResult {
  readonly spans: number;
  readonly traces: number;
  readonly bytes: number;
  readonly seconds: number;
  readonly refused: number;
  /** Milliseconds, retries included. */
  readonly ackMs: { readonly p50: number; readonly p95: number; readonly p99: number; readonly max: number };
  /** First and last trace sent: (run, request). */
  readonly run: number;
  readonly requests: number;
}

/** Different bodies sent in turn, so that the store cannot profit from one text. */
const TEMPLATES = 16;

/** Closed loop: each connection sends the next request when the one before is acknowledged. Refusals (429, 503) are sent again. */
export async function sendLoad(options: LoadOptions): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: options.connections });
  const run = Math.floor(Math.random() * 0xffffffff);
  const latencies: number[] = [];
  const count = { next: 0, acked: 0, bytes: 0, refused: 0 };
  const begin = performance.now();
  const isOver = (): boolean =>
    options.requests === undefined
      ? performance.now() - begin >= (options.durationMs ?? 0)
      : count.next >= options.requests;
  const connection = async (seed: number): Promise<void> => {
    const templates: RequestTemplate[] = [];
    const kinds =
      options.spanBytes * options.spansPerTrace * options.tracesPerRequest > 4_000_000 ? 2 : TEMPLATES;
    while (!isOver()) {
      const number = count.next;
      count.next += 1;
      if (options.requestsPerSecond !== undefined) await untilDue(begin, number / options.requestsPerSecond);
      const template = (templates[number % kinds] ??= makeTemplate(
        options,
        seed * TEMPLATES + (number % kinds),
      ));
      const ageMs = options.spreadMs === undefined ? 100 : Math.random() * options.spreadMs;
      patch(template, { run, request: number }, BigInt(Math.round((Date.now() - ageMs) * 1000)) * 1000n);
      const sentAt = performance.now();
      count.refused += await sendUntilAcknowledged(agent, options, template.body);
      latencies.push(performance.now() - sentAt);
      count.acked += 1;
      count.bytes += template.body.length;
    }
  };
  await Promise.all(Array.from({ length: options.connections }, (_, i) => connection(i)));
  const seconds = (performance.now() - begin) / 1000;
  agent.destroy();
  const traces = count.acked * options.tracesPerRequest;
  return {
    spans: traces * options.spansPerTrace,
    traces,
    bytes: count.bytes,
    seconds,
    refused: count.refused,
    ackMs: percentiles(latencies),
    run,
    requests: count.next,
  };
}

async function untilDue(begin: number, seconds: number): Promise<void> {
  const wait = begin + seconds * 1000 - performance.now();
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
}

async function sendUntilAcknowledged(agent: Agent, options: LoadOptions, body: Buffer): Promise<number> {
  for (let refusals = 0; ; refusals += 1) {
    const { status, retryAfter, text } = await post(agent, options, body);
    if (status === 200) return refusals;
    if (status !== 429 && status !== 503) throw new Error(`HTTP ${status}: ${text}`);
    await new Promise((resolve) => setTimeout(resolve, Math.max(50, retryAfter * 1000)));
  }
}

function post(
  agent: Agent,
  options: LoadOptions,
  body: Buffer,
): Promise<{ status: number; retryAfter: number; text: string }> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/x-protobuf',
      'content-length': body.length,
      ...options.headers,
    };
    const request = httpRequest(
      `${options.url}/v1/traces`,
      { method: 'POST', agent, headers },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => (text += chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            retryAfter: Number(response.headers['retry-after'] ?? 0),
            text,
          }),
        );
        response.on('error', reject);
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

function percentiles(values: number[]) {
  const sorted = values.sort((a, b) => a - b);
  const at = (q: number): number =>
    Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0) * 100) / 100;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}
