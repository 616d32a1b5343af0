import { Injectable } from '@nestjs/common';
import { Metrics } from '@millrace/service-kit';

/** What forwarding tells Prometheus, by target. */
@Injectable()
export class ForwardingMetrics {
  private readonly sent;
  private readonly failed;
  private readonly retries;
  private readonly lag;

  constructor(metrics: Metrics) {
    const target = ['target'] as const;
    this.sent = metrics.counter(
      'forwarding_spans_sent_total',
      'Spans taken by a forwarding target, repeats included',
      target,
    );
    this.failed = metrics.counter('forwarding_spans_failed_total', 'Spans a target refused for good', target);
    this.retries = metrics.counter(
      'forwarding_retries_total',
      'Requests that are sent again to a forwarding target',
      target,
    );
    this.lag = metrics.gauge(
      'forwarding_lag_records',
      'Log records, of all experiments, not yet forwarded or passed over',
      target,
    );
  }

  spansSent(target: number, count: number): void {
    this.sent.inc({ target }, count);
  }

  spansFailed(target: number, count: number): void {
    this.failed.inc({ target }, count);
  }

  retried(target: number): void {
    this.retries.inc({ target });
  }

  lagging(target: number, records: number): void {
    this.lag.set({ target }, records);
  }

  targetGone(target: number): void {
    this.lag.remove({ target });
  }
}
