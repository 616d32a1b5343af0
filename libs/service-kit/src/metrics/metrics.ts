import { Injectable } from '@nestjs/common';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

const PREFIX = 'millrace_';
/** A scrape must not wait for a server that does not answer: Prometheus gives up after ten seconds. */
const READ_TIMEOUT_MS = 2_000;

/** Prometheus metrics of this process, prefixed `millrace_`; asking twice for a name gives the same metric. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  /** Metrics whose every sample names the service. */
  static of(service: string): Metrics {
    const metrics = new Metrics();
    metrics.registry.setDefaultLabels({ service });
    return metrics;
  }

  counter<Label extends string>(
    name: string,
    help: string,
    labelNames: readonly Label[] = [],
  ): Counter<Label> {
    const known = this.registry.getSingleMetric(PREFIX + name);
    return known instanceof Counter
      ? known
      : new Counter({ name: PREFIX + name, help, labelNames: [...labelNames], registers: [this.registry] });
  }

  gauge<Label extends string>(name: string, help: string, labelNames: readonly Label[] = []): Gauge<Label> {
    const known = this.registry.getSingleMetric(PREFIX + name);
    return known instanceof Gauge
      ? known
      : new Gauge({ name: PREFIX + name, help, labelNames: [...labelNames], registers: [this.registry] });
  }

  /** A gauge whose value is asked for by each scrape; without one while it can't be told. */
  observed(name: string, help: string, read: () => Promise<number>): Gauge {
    const known = this.registry.getSingleMetric(PREFIX + name);
    if (known instanceof Gauge) return known;
    return new Gauge({
      name: PREFIX + name,
      help,
      registers: [this.registry],
      async collect() {
        const value = await readInTime(read);
        if (value === undefined) this.remove();
        else this.set(value);
      },
    });
  }

  histogram<Label extends string>(
    name: string,
    help: string,
    labelNames: readonly Label[] = [],
    buckets?: readonly number[],
  ): Histogram<Label> {
    const known = this.registry.getSingleMetric(PREFIX + name);
    if (known instanceof Histogram) return known;
    return new Histogram({
      name: PREFIX + name,
      help,
      labelNames: [...labelNames],
      registers: [this.registry],
      ...(buckets && { buckets: [...buckets] }),
    });
  }
}

/** Undefined when it failed or took too long. */
async function readInTime(read: () => Promise<number>): Promise<number | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, READ_TIMEOUT_MS, undefined);
  });
  try {
    return await Promise.race([read(), late]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
