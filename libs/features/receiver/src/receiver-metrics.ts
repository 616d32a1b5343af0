import type { RejectionReason } from '@millrace/domain';
import { Metrics } from '@millrace/service-kit';
import { Injectable } from '@nestjs/common';
import type { Refusal } from './refusal.ts';
import type { Acceptance } from './receiver.service.ts';

/** What ingest tells Prometheus, one call for each event. */
@Injectable()
export class ReceiverMetrics {
  private readonly requests;
  private readonly accepted;
  private readonly rejected;
  private readonly bytes;
  private readonly refused;
  private readonly content;
  private readonly dropped;
  private readonly sampledOutTraces;
  private readonly sampledOutSpans;
  private readonly files;

  constructor(metrics: Metrics) {
    this.requests = metrics.counter('ingest_requests_accepted_total', 'Requests acknowledged');
    this.accepted = metrics.counter('ingest_spans_accepted_total', 'Spans taken, sampled out ones included');
    this.rejected = metrics.counter(
      'ingest_spans_rejected_total',
      'Spans refused by partial_success, or unreadable in an uploaded file',
    );
    this.bytes = metrics.counter('ingest_request_bytes_total', 'Bytes of accepted requests, decompressed');
    this.refused = metrics.counter('ingest_requests_refused_total', 'Requests refused whole, by reason', [
      'reason',
    ]);
    this.content = metrics.counter(
      'ingest_log_records_accepted_total',
      'Log records taken into the log as content of spans',
    );
    this.dropped = metrics.counter(
      'ingest_log_records_dropped_total',
      'Log records that are no content of a span',
    );
    this.sampledOutTraces = metrics.counter(
      'ingest_traces_sampled_out_total',
      'Traces accepted and not kept, by the id alone; counted by their roots',
    );
    this.sampledOutSpans = metrics.counter(
      'ingest_spans_sampled_out_total',
      'Spans accepted and not kept, by the id of their trace alone',
    );
    this.files = metrics.counter(
      'ingest_span_files_total',
      'Uploaded files with spans of a trace: stored as spans, or why not',
      ['outcome'],
    );
  }

  spansRejected(spans: number): void {
    this.rejected.inc(spans);
  }

  fileTaken(outcome: 'stored' | 'fault' | RejectionReason): void {
    this.files.inc({ outcome });
  }

  requestAccepted(bytes: number, { acceptedSpans, rejectedSpans }: Acceptance): void {
    this.requests.inc();
    this.bytes.inc(bytes);
    this.accepted.inc(acceptedSpans);
    this.rejected.inc(rejectedSpans);
  }

  sampledOut(traces: number, spans: number): void {
    this.sampledOutTraces.inc(traces);
    this.sampledOutSpans.inc(spans);
  }

  logsAccepted(content: number, dropped: number): void {
    this.content.inc(content);
    this.dropped.inc(dropped);
  }

  requestRefused(reason: Refusal['reason']): void {
    this.refused.inc({ reason });
  }
}
