import { setImmediate } from 'node:timers/promises';
import { limitedSubjects } from '@millrace/access';
import type { OtlpSpan } from '@millrace/domain';
import { encodeTracesRequest, SpanDocumentDecoder } from '@millrace/otlp';
import { Injectable } from '@nestjs/common';
import { describeReasons } from '../describe-reasons.ts';
import { ReceiverMetrics } from '../receiver-metrics.ts';
import { ReceiverOptions } from '../receiver.config.ts';
import { ReceiverService, type Acceptance } from '../receiver.service.ts';

/** Decoded at once: other requests are not held up for longer. */
const PIECE_BYTES = 256 * 1024;
/** Of the document, for one request. */
const BATCH_BYTES = 2 * 1024 * 1024;

/** The trace whose spans a document holds. */
export interface DocumentPlace {
  readonly workspaceId: string;
  readonly experimentId: number;
  readonly traceId: string;
}

/** Documents of spans, as clients keep them of a trace, on the path of any other spans: each batch of them is an OTLP request. */
@Injectable()
export class SpanDocuments {
  constructor(
    private readonly receiver: ReceiverService,
    private readonly metrics: ReceiverMetrics,
    private readonly options: ReceiverOptions,
  ) {}

  /**
   * Memory is that of a batch, however large the document is. Throws Rejected for what is no document, though the spans before the fault
   * are stored, and Unavailable; to repeat it changes nothing.
   */
  async store(chunks: AsyncIterable<Uint8Array>, place: DocumentPlace): Promise<Acceptance> {
    const decoder = new SpanDocumentDecoder(place.traceId, this.options.limits.maxRequestBytes);
    const batch = new Batch((spans) => this.accept(spans, place));
    for await (const piece of pieces(chunks)) {
      const { spans, faults } = decoder.push(piece);
      this.metrics.spansRejected(faults.length);
      await batch.add(spans, piece.length, faults);
      await setImmediate();
    }
    await batch.flush();
    decoder.finish();
    return batch.acceptance;
  }

  private accept(
    spans: readonly OtlpSpan[],
    { workspaceId, experimentId }: DocumentPlace,
  ): Promise<Acceptance> {
    const request = encodeTracesRequest(spans);
    const routing = {
      workspaceId,
      subjects: limitedSubjects(workspaceId, undefined),
      isPromised: true,
      experimentId: String(experimentId),
      runId: undefined,
    };
    return this.receiver.accept(async (reservation) => {
      reservation.reserve(request.byteLength);
      return request;
    }, routing);
  }
}

/** Spans until they are enough for a request, and what became of all. */
class Batch {
  private spans: OtlpSpan[] = [];
  private bytes = 0;
  private acceptedSpans = 0;
  private rejectedSpans = 0;
  private readonly reasons: string[] = [];

  constructor(private readonly accept: (spans: readonly OtlpSpan[]) => Promise<Acceptance>) {}

  async add(spans: readonly OtlpSpan[], bytes: number, faults: readonly string[]): Promise<void> {
    this.spans.push(...spans);
    this.bytes += bytes;
    this.rejectedSpans += faults.length;
    this.reasons.push(...faults);
    if (this.bytes >= BATCH_BYTES) await this.flush();
  }

  async flush(): Promise<void> {
    const { spans } = this;
    this.spans = [];
    this.bytes = 0;
    if (spans.length === 0) return;
    const { acceptedSpans, rejectedSpans, message } = await this.accept(spans);
    this.acceptedSpans += acceptedSpans;
    this.rejectedSpans += rejectedSpans;
    if (message !== '') this.reasons.push(message);
  }

  get acceptance(): Acceptance {
    const { acceptedSpans, rejectedSpans } = this;
    return { acceptedSpans, rejectedSpans, message: describeReasons(this.reasons) };
  }
}

async function* pieces(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks)
    for (let at = 0; at < chunk.length; at += PIECE_BYTES) yield chunk.subarray(at, at + PIECE_BYTES);
}
