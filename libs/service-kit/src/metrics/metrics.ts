import { Injectable } from '@nestjs/common';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

const PREFIX = 'millrace_';

/** Prometheus metrics of this process; asking twice for a name gives the same metric. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();

  constructor() {
    collectDefaultMetrics({ register: this.registry });
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
  ): Histogram<Label> {
    const known = this.registry.getSingleMetric(PREFIX + name);
    return known instanceof Histogram
      ? known
      : new Histogram({ name: PREFIX + name, help, labelNames: [...labelNames], registers: [this.registry] });
  }
}
