import { setTimeout as sleep } from 'node:timers/promises';
import { startDistributed } from '../test/support/distributed.ts';
import { startStandalone, type RunningTarget } from '../test/support/standalone.ts';
import { sendLoadApart } from './load/send-apart.ts';
import type { LoadOptions, LoadResult } from './load/send.ts';
import { sampleParts } from './measure/process-samples.ts';
import { saveResult } from './measure/save-result.ts';
import { afterWarmUp, risePerHour, troughs, type Sample } from './soak/slope.ts';

const SHAPE = { tracesPerRequest: 10, spansPerTrace: 10, spanBytes: 800 };
const SPANS_PER_REQUEST = SHAPE.tracesPerRequest * SHAPE.spansPerTrace;
const CONNECTIONS = 4;
const PROBE_MS = 20_000;
const PAUSE_MS = 5_000;
/** What an hour may add to a part: more is a leak. */
const MEMORY_RISE = { share: 0.2, megabytes: 60 };
const DESCRIPTOR_RISE = 20;
/** Longer than a wave of merges or of garbage: the troughs of these are what stays. */
const WAVE_SECONDS = 300;
/** Of less time an hour can't be told: compilers, caches and merges are still at work. */
const TELLING_MINUTES = 30;

/** Half of the highest rate for as long as is asked: from half an hour on, memory and descriptors must not rise: those that stay between the waves of work. */
async function main(): Promise<void> {
  const topology = process.argv.includes('--distributed') ? 'distributed' : 'standalone';
  const minutes = Number(process.argv.find((a) => a.startsWith('--minutes='))?.slice(10) ?? 60);
  const target = topology === 'distributed' ? await startDistributed() : await startStandalone();
  try {
    const highest = await load(target, { ...SHAPE, connections: CONNECTIONS, durationMs: PROBE_MS });
    const requestsPerSecond = highest.spans / SPANS_PER_REQUEST / highest.seconds / 2;
    const watch = new SoakWatch(target);
    const sent = await load(target, {
      ...SHAPE,
      connections: CONNECTIONS,
      durationMs: minutes * 60_000,
      requestsPerSecond,
    });
    const found = await watch.stop();
    const faults = minutes < TELLING_MINUTES ? [] : found.parts.flatMap((part) => part.faults);
    saveResult(`soak-${topology}`, {
      minutes,
      highestSpansPerSecond: Math.round(highest.spans / highest.seconds),
      spansPerSecond: Math.round(sent.spans / sent.seconds),
      spans: sent.spans,
      refused: sent.refused,
      ackMs: sent.ackMs,
      ...found,
    });
    console.table(found.parts.map(({ faults: told, ...part }) => ({ ...part, faults: told.join('; ') })));
    console.log(
      JSON.stringify({ refused: sent.refused, ackMs: sent.ackMs, seconds: found.freshnessSeconds }),
    );
    if (faults.length > 0) throw new Error(faults.join('\n'));
  } finally {
    await target.stop();
  }
}

/** Samples everything of a running Millrace until it is stopped. */
class SoakWatch {
  private readonly series = new Map<string, Sample[]>();
  private readonly began = performance.now();
  private isStopped = false;
  private readonly work: Promise<void>;

  constructor(private readonly target: RunningTarget) {
    this.work = this.run();
  }

  async stop() {
    this.isStopped = true;
    await this.work;
    const names = new Set([...this.series.keys()].flatMap((key) => key.split(' ').slice(1)));
    names.delete('all');
    return {
      samples: this.of('freshness all').length,
      parts: [...names].map((name) => this.describe(name)),
      freshnessSeconds: figures(this.of('freshness all')),
      eventLoopLagP99Ms: figures(this.of('lag all')),
    };
  }

  private async run(): Promise<void> {
    while (!this.isStopped) {
      for (const [part, sample] of sampleParts(this.target.pids)) {
        this.add(`rss ${part}`, sample.rssMb);
        this.add(`pss ${part}`, sample.pssMb);
        this.add(`descriptors ${part}`, sample.descriptors);
      }
      const { complete_to: to } = await getJson<{ complete_to: string }>(
        `${this.target.url}/api/v1/freshness`,
      );
      this.add('freshness all', (Date.now() - Date.parse(to)) / 1000);
      const metrics = await (await fetch(`${this.target.url}/metrics`)).text();
      const lag = /^nodejs_eventloop_lag_p99_seconds(?:\{[^}]*\})? (\S+)/m.exec(metrics)?.[1];
      if (lag !== undefined) this.add('lag all', Number(lag) * 1000);
      await sleep(PAUSE_MS);
    }
  }

  private describe(part: string) {
    const [rss, pss, descriptors] = ['rss', 'pss', 'descriptors'].map((kind) => this.of(`${kind} ${part}`));
    const memory = figures(pss ?? []);
    const open = figures(descriptors ?? []);
    const allowed = Math.max(MEMORY_RISE.megabytes, memory.mean * MEMORY_RISE.share);
    const faults = [
      ...(memory.risePerHour > allowed
        ? [`memory of ${part} rises by ${memory.risePerHour} MB an hour`]
        : []),
      ...(open.risePerHour > DESCRIPTOR_RISE
        ? [`descriptors of ${part} rise by ${open.risePerHour} an hour`]
        : []),
    ];
    return { part, rssMbMax: figures(rss ?? []).max, pssMb: memory, descriptors: open, faults };
  }

  private of(key: string): readonly Sample[] {
    return this.series.get(key) ?? [];
  }

  private add(key: string, value: number): void {
    const seconds = (performance.now() - this.began) / 1000;
    const known = this.series.get(key);
    if (known) known.push({ seconds, value });
    else this.series.set(key, [{ seconds, value }]);
  }
}

function figures(samples: readonly Sample[]) {
  const round = (value: number): number => Math.round(value * 10) / 10;
  const warm = afterWarmUp(samples);
  const values = warm.map(({ value }) => value);
  return {
    mean: round(values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)),
    max: round(Math.max(0, ...samples.map(({ value }) => value))),
    last: round(values.at(-1) ?? 0),
    min: round(Math.min(...values)),
    risePerHour: round(risePerHour(troughs(warm, WAVE_SECONDS))),
  };
}

async function getJson<Content>(url: string): Promise<Content> {
  return (await (await fetch(url)).json()) as Content;
}

function load(target: RunningTarget, shape: Omit<LoadOptions, 'url'>): Promise<LoadResult> {
  return sendLoadApart({ ...shape, url: target.otlpUrl });
}

await main();
