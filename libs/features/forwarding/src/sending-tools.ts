import { Injectable } from '@nestjs/common';
import type { ForwardingTarget } from '@millrace/access';
import type { BlobStore, SpanFeed } from '@millrace/ports';
import { ForwardingMetrics } from './forwarding-metrics.ts';
import { ForwardingOptions, type ForwardingConfig } from './forwarding.config.ts';
import { OtlpClient } from './sending/otlp-client.ts';
import { SpansSender } from './sending/spans-sender.ts';
import { TargetForwarder } from './target-forwarder.ts';

/** What every forwarder is made of. */
@Injectable()
export class SendingTools {
  readonly config: ForwardingConfig;

  constructor(
    private readonly client: OtlpClient,
    readonly metrics: ForwardingMetrics,
    options: ForwardingOptions,
  ) {
    this.config = options.config;
  }

  forwarder(target: ForwardingTarget, feed: SpanFeed, blobs: BlobStore): TargetForwarder {
    const { maxRequestBytes, firstRetryMs } = this.config;
    const onFault = (message: string) => forwarder.noteFault(message);
    const sender = new SpansSender(target, this.client, this.metrics, { firstRetryMs, onFault });
    const forwarder: TargetForwarder = new TargetForwarder(target, {
      feed,
      blobs,
      sender,
      maxRequestBytes,
      firstRetryMs,
    });
    return forwarder;
  }
}
