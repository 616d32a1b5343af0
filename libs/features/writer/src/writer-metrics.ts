import { Injectable } from '@nestjs/common';
import { Metrics } from '@millrace/service-kit';
import type { PendingBatch } from './storing/pending-batch.ts';

/** What the writer tells Prometheus, one call for each event. */
@Injectable()
export class WriterMetrics {
  private readonly spans;
  private readonly batches;
  private readonly deadLetters;
  private readonly retries;
  private readonly sampledOutTraces;
  private readonly sampledOutSpans;

  constructor(metrics: Metrics) {
    this.spans = metrics.counter(
      'writer_spans_stored_total',
      'Spans written to the store, repeated deliveries included',
    );
    this.batches = metrics.histogram(
      'writer_batch_seconds',
      'From the closing of a batch until it is committed',
    );
    this.deadLetters = metrics.counter(
      'writer_dead_letters_total',
      'Log records that could not be stored and were put aside',
    );
    this.retries = metrics.counter(
      'writer_retries_total',
      'Attempts that a store refused for the moment, and that are made again',
    );
    this.sampledOutTraces = metrics.counter(
      'writer_traces_sampled_out_total',
      'Stored traces that their sampling rule did not keep when they were complete',
    );
    this.sampledOutSpans = metrics.counter(
      'writer_spans_sampled_out_total',
      'Stored spans withdrawn with such traces, and those that came after that',
    );
  }

  sampledOut(traces: number, spans: number): void {
    this.sampledOutTraces.inc(traces);
    this.sampledOutSpans.inc(spans);
  }

  batchStored(batch: PendingBatch, seconds: number): void {
    this.spans.inc(batch.rows.spanCount);
    this.batches.observe(seconds);
  }

  attemptFailed(): void {
    this.retries.inc();
  }

  recordPutAside(): void {
    this.deadLetters.inc();
  }
}
