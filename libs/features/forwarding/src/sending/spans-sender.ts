import { Logger } from '@nestjs/common';
import type { ForwardingTarget } from '@millrace/access';
import type { ForwardingMetrics } from '../forwarding-metrics.ts';
import { backoffMs, pause } from './backoff.ts';
import type { Delivery, OtlpClient } from './otlp-client.ts';
import type { ForwardedSpans } from './read-spans.ts';

/** What became of a request. */
export interface SendResult {
  readonly sentSpans: number;
  readonly failedSpans: number;
  readonly error: string | undefined;
}

export interface SpansSenderOptions {
  readonly firstRetryMs: number;
  /** A fault that passes: it tries on. */
  readonly onFault: (message: string) => void;
}

/** Sends to one target until it takes the spans or refuses them for good. */
export class SpansSender {
  private readonly logger = new Logger('Forwarding');
  /** Ends a wait when the settings have changed. */
  private changed = new AbortController();
  private isFailing = false;

  constructor(
    private target: ForwardingTarget,
    private readonly client: OtlpClient,
    private readonly metrics: ForwardingMetrics,
    private readonly options: SpansSenderOptions,
  ) {}

  /** The next attempt goes by these settings, and goes at once. */
  change(target: ForwardingTarget): void {
    this.target = target;
    this.changed.abort();
    this.changed = new AbortController();
  }

  /** Undefined when stopped before it came to an end. */
  async send(batch: readonly ForwardedSpans[], stop: AbortSignal): Promise<SendResult | undefined> {
    const body = Buffer.concat(batch.map(({ traces }) => traces));
    const spanCount = batch.reduce((sum, each) => sum + each.spanCount, 0);
    const delivery = await this.untilSettled(body, stop);
    if (!delivery) return undefined;
    if (delivery.kind === 'refused' && delivery.isTooLarge && batch.length > 1)
      return this.sendHalves(batch, stop);
    const failedSpans = delivery.kind === 'refused' ? spanCount : Math.min(spanCount, delivery.rejectedSpans);
    const sentSpans = spanCount - failedSpans;
    this.metrics.spansSent(this.target.id, sentSpans);
    this.metrics.spansFailed(this.target.id, failedSpans);
    if (failedSpans === 0) return { sentSpans, failedSpans, error: undefined };
    const error = `${failedSpans} spans refused: ${delivery.message}`;
    this.logger.error(`target ${this.target.id} (${this.target.url}): ${error}`);
    return { sentSpans, failedSpans, error };
  }

  private async sendHalves(
    batch: readonly ForwardedSpans[],
    stop: AbortSignal,
  ): Promise<SendResult | undefined> {
    const middle = Math.ceil(batch.length / 2);
    const first = await this.send(batch.slice(0, middle), stop);
    const second = first && (await this.send(batch.slice(middle), stop));
    return (
      second && {
        sentSpans: first.sentSpans + second.sentSpans,
        failedSpans: first.failedSpans + second.failedSpans,
        error: second.error ?? first.error,
      }
    );
  }

  private async untilSettled(
    body: Uint8Array,
    stop: AbortSignal,
  ): Promise<Exclude<Delivery, { kind: 'passing' }> | undefined> {
    for (let attempt = 0; !stop.aborted; attempt++) {
      const { changed } = this;
      const delivery = await this.client.post(this.target, body, stop);
      if (delivery.kind !== 'passing') {
        this.isFailing = false;
        return delivery;
      }
      if (stop.aborted) return undefined;
      this.noteFault(delivery.message);
      const waitMs = backoffMs(attempt, this.options.firstRetryMs, delivery.retryAfterMs);
      await pause(waitMs, AbortSignal.any([stop, changed.signal]));
    }
    return undefined;
  }

  /** Told in the log once until it is over; it may last for days. */
  private noteFault(message: string): void {
    this.metrics.retried(this.target.id);
    this.options.onFault(message);
    if (!this.isFailing)
      this.logger.warn(
        `target ${this.target.id} (${this.target.url}) does not take spans, trying on: ${message}`,
      );
    this.isFailing = true;
  }
}
