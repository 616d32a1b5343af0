import { SpanStatusCode, type Span, type TimeInput } from '@opentelemetry/api';
import { guarded } from '../runtime.ts';
import { toAttribute, toJson } from '../values/to-json.ts';
import { ATTRIBUTES } from './attributes.ts';
import { Attachment } from './attachment.ts';
import { preciseNow } from './clock.ts';
import { localRootOf } from './local-root.ts';
import { masked } from './mask.ts';
import type { SpanType } from './span-type.ts';

export interface SpanEnd {
  readonly outputs?: unknown;
  /** Makes the span one that failed. */
  readonly error?: unknown;
  readonly endTime?: TimeInput;
}

/** A span under way. Nothing here throws; after the end nothing changes any more. */
export class LiveSpan {
  private type: SpanType | undefined;

  /** OpenTelemetry's own. */
  readonly otel: Span;
  private name: string;

  constructor(otel: Span, name: string) {
    this.otel = otel;
    this.name = name;
  }

  /** 32 hex digits; Millrace and MLflow write `tr-` before it. */
  get traceId(): string {
    return this.otel.spanContext().traceId;
  }

  /** 16 hex digits. */
  get spanId(): string {
    return this.otel.spanContext().spanId;
  }

  setName(name: string): this {
    this.name = name;
    return this.change(() => this.otel.updateName(name));
  }

  setType(type: SpanType): this {
    this.type = type;
    return this.change(() => this.otel.setAttribute(ATTRIBUTES.type, type));
  }

  /** As JSON, of what they are now. */
  setInputs(inputs: unknown): this {
    return this.change(() => this.otel.setAttribute(ATTRIBUTES.inputs, this.json('inputs', inputs)));
  }

  /** As JSON, of what they are now. */
  setOutputs(outputs: unknown): this {
    return this.change(() => this.otel.setAttribute(ATTRIBUTES.outputs, this.json('outputs', outputs)));
  }

  /** Objects are kept as JSON. */
  setAttribute(key: string, value: unknown): this {
    return this.change(() => this.otel.setAttribute(key, toAttribute(this.masked(key, value), this.attach)));
  }

  setAttributes(attributes: Readonly<Record<string, unknown>>): this {
    for (const [key, value] of Object.entries(attributes))
      if (value !== undefined) this.setAttribute(key, value);
    return this;
  }

  addEvent(name: string, attributes: Readonly<Record<string, unknown>> = {}): this {
    return this.change(() => {
      const kept = Object.entries(attributes).map(([key, value]) => [
        key,
        toAttribute(this.masked(key, value), this.attach),
      ]);
      this.otel.addEvent(name, Object.fromEntries(kept));
    });
  }

  /** The span has failed with this. */
  setError(error: unknown): this {
    return this.change(() => {
      const exception = error instanceof Error ? error : new Error(String(error));
      this.otel.recordException(exception);
      this.otel.setStatus({ code: SpanStatusCode.ERROR, message: exception.message });
    });
  }

  end(end: SpanEnd = {}): void {
    if ('outputs' in end) this.setOutputs(end.outputs);
    if ('error' in end) this.setError(end.error);
    else this.change(() => this.otel.setStatus({ code: SpanStatusCode.OK }));
    this.change(() => this.otel.end(end.endTime ?? preciseNow()));
  }

  private masked(key: string, value: unknown): unknown {
    return masked(key, value, { name: this.name, type: this.type });
  }

  private json(key: string, value: unknown): string {
    return toJson(this.masked(key, value), this.attach);
  }

  /** Bytes go beside the trace; what can't go anywhere is told by its size. */
  private readonly attach = (value: unknown): unknown =>
    value instanceof Attachment
      ? (localRootOf(this.otel)?.attach(value) ?? `[${value.bytes.byteLength} bytes]`)
      : value;

  /** What is not recorded need not be worked out. */
  private change(deed: () => void): this {
    if (this.otel.isRecording()) guarded(deed);
    return this;
  }
}
