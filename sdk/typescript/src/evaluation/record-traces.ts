import { context, trace } from '@opentelemetry/api';
import { SpanType, startSpan } from '@millrace/tracing';
import {
  contextOf,
  createRuntime,
  outsideOfTraces,
  SpansLost,
  withRuntime,
  type Runtime,
  type Settings,
} from '@millrace/tracing/runtime';
import { EvaluationError } from './evaluation-error.ts';
import type { PredictContext } from './evaluation.ts';

/** How one record ended. */
export interface Prediction<Outputs> {
  readonly traceId: string;
  readonly outputs?: Outputs;
  readonly error?: string;
}

/** Runs predictions, each in a trace of its own in the experiment of the evaluation, whatever the process traces besides. */
export class RecordTraces {
  private readonly runtime: Runtime;
  private failure: SpansLost | undefined;

  constructor(settings: Settings) {
    const onError = (error: Error): void => {
      if (error instanceof SpansLost) this.failure = error;
      else settings.onError(error);
    };
    this.runtime = createRuntime({ ...settings, sampleRate: 1, isEnabled: true, onError });
  }

  /** Never rejects: what `predict` throws is the row's error. */
  predict<Inputs extends object, Outputs>(
    inputs: Inputs,
    predict: (inputs: Inputs, context: PredictContext) => Outputs | Promise<Outputs>,
  ): Promise<Prediction<Outputs>> {
    const { tracer } = this.runtime;
    return context.with(withRuntime(outsideOfTraces(context.active()), this.runtime), async () => {
      const span = startSpan({ name: 'predict', type: SpanType.CHAIN, inputs });
      const { traceId } = span;
      // Active for OpenTelemetry too, where an application has its own: what that makes belongs to the record.
      const inside = trace.setSpan(contextOf(span), span.otel);
      try {
        const outputs = await context.with(inside, async () => predict(inputs, { tracer, span: span.otel }));
        span.end({ outputs });
        return { traceId, outputs };
      } catch (error) {
        span.end({ error });
        return { traceId, error: error instanceof Error ? error.message : String(error) };
      }
    });
  }

  /** Resolves when every span has been taken; throws EvaluationError when one was not. */
  async flush(): Promise<void> {
    await this.runtime.flush();
    const { failure: cause } = this;
    if (cause)
      throw new EvaluationError(`The traces could not be sent to Millrace: ${cause.message}`, { cause });
  }

  async close(): Promise<void> {
    await this.runtime.shutdown();
  }
}
