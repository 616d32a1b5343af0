import { Injectable } from '@nestjs/common';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

const PREFIX = 'millrace_';

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
