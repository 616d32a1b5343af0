import type { Context } from '@opentelemetry/api';
import type { ReadableSpan, Span, SpanProcessor } from '@opentelemetry/sdk-trace';
import type { Deadline } from './millrace-connection.ts';
import { SpansLost } from './spans-lost.ts';

export interface SpanQueueOptions {
  readonly maxWaitingBytes: number;
  readonly intervalMs: number;
  /** Rejects when they could not be sent; they are not sent again. */
  readonly send: (spans: readonly ReadableSpan[], deadline: Deadline) => Promise<void>;
  /** Bytes that wait with a span, beside its own. */
  readonly bytesBeside: (span: ReadableSpan) => number;
  readonly onStart: (span: Span, parent: Context) => void;
  readonly onError: (error: Error) => void;
}

/** A request is no larger, but for a span that is larger itself: writing one stops the event loop, 30 ms or so for as much as this. */
const REQUEST_BYTES = 1024 * 1024;
const REQUEST_SPANS = 1_000;
/** What a span takes beside its texts, about. */
const SPAN_BYTES = 600;
/** How long Millrace may be away before what waits is given up. */
const PATIENCE_MS = 5 * 60_000;
const FLUSH_MS = 30_000;
/** A request that is on its way when the time of a flush is over is given so much more. */
const LAST_ANSWER_MS = 30_000;

interface WaitingSpan {
  readonly span: ReadableSpan;
  readonly bytes: number;
}

/** Sends spans in the background, in requests of a bounded size; what waits is bounded by its size too. OpenTelemetry's own bounds numbers alone. */
export class SpanQueue implements SpanProcessor {
  private waiting: WaitingSpan[] = [];
  private waitingBytes = 0;
  private dropped = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly drains = new Set<Promise<void>>();
  private flushDeadline = Number.POSITIVE_INFINITY;
  private isShutDown = false;

  private readonly options: SpanQueueOptions;

  constructor(options: SpanQueueOptions) {
    this.options = options;
  }

  onStart(span: Span, parent: Context): void {
    this.options.onStart(span, parent);
  }

  onEnd(span: ReadableSpan): void {
    if (this.isShutDown) return;
    const bytes = this.sizeOf(span);
    if (this.waitingBytes > 0 && this.waitingBytes + bytes > this.options.maxWaitingBytes) {
      this.dropped += 1;
      return;
    }
    this.waiting.push({ span, bytes });
    this.waitingBytes += bytes;
    this.schedule(this.waiting.length >= REQUEST_SPANS || this.waitingBytes >= REQUEST_BYTES ? 0 : undefined);
  }

  /** Resolves when all that has ended was sent, or given up. */
  async forceFlush(): Promise<void> {
    this.flushDeadline = Date.now() + FLUSH_MS;
    // By whoever asks: at the edge, what one request has begun need not go on once that request is over.
    this.startDrain();
    const drains = [...this.drains];
    await settledWithin(drains, FLUSH_MS + LAST_ANSWER_MS);
    for (const drain of drains) this.drains.delete(drain);
    this.flushDeadline = Number.POSITIVE_INFINITY;
  }

  async shutdown(): Promise<void> {
    this.isShutDown = true;
    await this.forceFlush();
  }

  private schedule(delay = this.options.intervalMs): void {
    if (this.timer !== undefined && delay > 0) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.drainAlone(), delay);
    // A program that is done may end; it flushes, or loses less than an interval.
    (this.timer as { unref?: () => void }).unref?.();
  }

  /** In the background, one request after the other. */
  private drainAlone(): void {
    this.timer = undefined;
    if (this.drains.size === 0) this.startDrain();
  }

  private startDrain(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const drain = this.drain().finally(() => this.drains.delete(drain));
    this.drains.add(drain);
  }

  private async drain(): Promise<void> {
    this.tellDropped();
    while (this.waiting.length > 0) {
      const { spans, bytes } = this.takeRequest();
      const patientUntil = Date.now() + PATIENCE_MS;
      const deadline = (): number => Math.min(patientUntil, this.flushDeadline);
      await this.options
        .send(spans, deadline)
        .catch((error: unknown) =>
          this.options.onError(
            new SpansLost(`${spans.length} spans were not taken: ${(error as Error).message}`),
          ),
        );
      this.waitingBytes -= bytes;
    }
  }

  private takeRequest(): { readonly spans: readonly ReadableSpan[]; readonly bytes: number } {
    let bytes = 0;
    let count = 0;
    for (const { bytes: size } of this.waiting.slice(0, REQUEST_SPANS)) {
      if (count > 0 && bytes + size > REQUEST_BYTES) break;
      bytes += size;
      count += 1;
    }
    return { spans: this.waiting.splice(0, count).map(({ span }) => span), bytes };
  }

  private sizeOf(span: ReadableSpan): number {
    return ownSizeOf(span) + this.options.bytesBeside(span);
  }

  private tellDropped(): void {
    if (this.dropped === 0) return;
    const { maxWaitingBytes } = this.options;
    this.options.onError(
      new SpansLost(
        `${this.dropped} spans were dropped: more than maxWaitingBytes (${maxWaitingBytes}) waited to be sent. Give more, or trace less.`,
      ),
    );
    this.dropped = 0;
  }
}

function ownSizeOf({ attributes, events }: ReadableSpan): number {
  let bytes = SPAN_BYTES;
  for (const value of Object.values(attributes)) bytes += typeof value === 'string' ? value.length : 16;
  for (const event of events)
    for (const value of Object.values(event.attributes ?? {}))
      bytes += typeof value === 'string' ? value.length : 16;
  return bytes;
}

async function settledWithin(promises: readonly Promise<void>[], ms: number): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, ms)));
  await Promise.race([Promise.allSettled(promises), late]);
  clearTimeout(timer);
}
