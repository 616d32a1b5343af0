import { context, SpanStatusCode, trace, type Tracer } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { BatchSpanProcessor, TracerProvider, type SpanExporter } from '@opentelemetry/sdk-trace';
import { EvaluationError } from './evaluation-error.ts';
import type { PredictContext } from './evaluation.ts';

const MOST_WAITING_SPANS = 65_536;

/** How one record ended. */
export interface Prediction<Outputs> {
  readonly traceId: string;
  readonly outputs?: Outputs;
  readonly error?: string;
}

export interface TraceTarget {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Runs predictions, each in a trace of its own that goes to Millrace. */
export class RecordTraces {
  private readonly provider: TracerProvider;
  private readonly tracer: Tracer;
  private failure: Error | undefined;

  constructor({ url, headers }: TraceTarget) {
    const exporter = new OTLPTraceExporter({ url: `${url}/v1/traces`, headers: { ...headers } });
    const processor = new BatchSpanProcessor({
      exporter: this.watch(exporter),
      maxQueueSize: MOST_WAITING_SPANS,
      scheduledDelayMillis: 500,
    });
    this.provider = new TracerProvider({ spanProcessors: [processor] });
    this.tracer = this.provider.getTracer('@millrace/sdk');
    // Unless the application has one: without it a span of the application would not know its parent.
    context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  }

  /** Never rejects: what `predict` throws is the row's error. */
  async predict<Inputs extends object, Outputs>(
    inputs: Inputs,
    predict: (inputs: Inputs, context: PredictContext) => Outputs | Promise<Outputs>,
  ): Promise<Prediction<Outputs>> {
    const span = this.tracer.startSpan('predict', { root: true });
    const { traceId } = span.spanContext();
    span.setAttribute('mlflow.spanType', '"CHAIN"');
    span.setAttribute('mlflow.spanInputs', toJson(inputs));
    try {
      const inside = trace.setSpan(context.active(), span);
      const outputs = await context.with(inside, async () => predict(inputs, { tracer: this.tracer, span }));
      span.setAttribute('mlflow.spanOutputs', toJson(outputs));
      span.setStatus({ code: SpanStatusCode.OK });
      return { traceId, outputs };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      span.recordException(error instanceof Error ? error : message);
      span.setStatus({ code: SpanStatusCode.ERROR, message });
      return { traceId, error: message };
    } finally {
      span.end();
    }
  }

  /** Resolves when every span has been taken; throws EvaluationError when one was not. */
  async flush(): Promise<void> {
    await this.provider.forceFlush();
    if (this.failure) {
      throw new EvaluationError(`The traces could not be sent to Millrace: ${this.failure.message}`, {
        cause: this.failure,
      });
    }
  }

  async close(): Promise<void> {
    await this.provider.shutdown();
  }

  /** The batch processor tells nobody of spans that were not taken. */
  private watch(exporter: OTLPTraceExporter): SpanExporter {
    return {
      export: (spans, done) =>
        exporter.export(spans, (result) => {
          if (result.error) this.failure = result.error;
          done(result);
        }),
      forceFlush: () => exporter.forceFlush(),
      shutdown: () => exporter.shutdown(),
    };
  }
}

function toJson(value: unknown): string {
  return JSON.stringify(value) ?? 'null';
}
