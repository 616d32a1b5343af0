import type { AttributeValue, OtlpSpan, SpanEvent, SpanOrigin } from '@millrace/domain';
import type { Failure } from './content/failures.ts';
import type { Random } from './random.ts';

const NANOS_PER_MS = 1_000_000;
const ERROR = 2;

export interface DemoSpan {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, AttributeValue>>;
  readonly failure?: Failure | undefined;
  /** OTLP SpanKind; internal when absent. */
  readonly kind?: number;
}

/** What runs inside a span and moves the clock on. */
type Work = () => Readonly<Record<string, AttributeValue>> | undefined;

/** Builds the spans of one trace in the order things happen; the clock moves only where something takes time. */
export class TraceBuilder {
  readonly spans: OtlpSpan[] = [];
  private readonly parents: string[] = [];

  constructor(
    readonly traceId: string,
    private nowMs: number,
    private readonly random: Random,
    private readonly origin: SpanOrigin,
  ) {}

  get now(): number {
    return this.nowMs;
  }

  pass(milliseconds: number): void {
    this.nowMs += milliseconds;
  }

  /** A span around what `work` does; what it returns are attributes known only at the end. */
  span({ name, attributes = {}, failure, kind = 1 }: DemoSpan, work: Work): void {
    const spanId = this.random.hex(16);
    const startMs = this.nowMs;
    const parentSpanId = this.parents.at(-1);
    this.parents.push(spanId);
    const learned = work() ?? {};
    this.parents.pop();
    this.spans.push({
      traceId: this.traceId,
      spanId,
      parentSpanId,
      name,
      kind,
      startTimeUnixNano: nanos(startMs),
      endTimeUnixNano: nanos(this.nowMs),
      statusCode: failure === undefined ? 1 : ERROR,
      statusMessage: failure?.message ?? '',
      traceState: '',
      attributes: new Map(Object.entries({ ...attributes, ...learned })),
      events: failure === undefined ? [] : [exceptionEvent(failure, this.nowMs)],
      links: [],
      origin: this.origin,
    });
  }
}

function exceptionEvent({ type, message, stack }: Failure, atMs: number): SpanEvent {
  return {
    timeUnixNano: nanos(atMs),
    name: 'exception',
    attributes: new Map([
      ['exception.type', type],
      ['exception.message', message],
      ['exception.stacktrace', stack],
    ]),
  };
}

function nanos(milliseconds: number): bigint {
  return BigInt(Math.round(milliseconds * 1000)) * BigInt(NANOS_PER_MS / 1000);
}
