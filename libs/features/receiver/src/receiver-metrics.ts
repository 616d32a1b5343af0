import { Metrics } from '@millrace/service-kit';
import { Injectable } from '@nestjs/common';
import type { Refusal } from './refusal.ts';
import type { Acceptance } from './receiver.service.ts';

/** What ingest tells Prometheus, one call for each event. */
@Injectable()
export class ReceiverMetrics {
  private readonly accepted;
  private readonly rejected;
  private readonly bytes;
  private readonly refused;

  constructor(metrics: Metrics) {
    this.accepted = metrics.counter('ingest_spans_accepted_total', 'Spans taken into the log');
    this.rejected = metrics.counter('ingest_spans_rejected_total', 'Spans refused by partial_success');
    this.bytes = metrics.counter('ingest_request_bytes_total', 'Bytes of accepted requests, decompressed');
    this.refused = metrics.counter('ingest_requests_refused_total', 'Requests refused whole, by reason', [
      'reason',
    ]);
  }

  requestAccepted(bytes: number, { acceptedSpans, rejectedSpans }: Acceptance): void {
    this.bytes.inc(bytes);
    this.accepted.inc(acceptedSpans);
    this.rejected.inc(rejectedSpans);
  }

  requestRefused(reason: Refusal['reason']): void {
    this.refused.inc({ reason });
  }
}
