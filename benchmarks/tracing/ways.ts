import { trace as openTelemetry, type ProxyTracerProvider, type Span } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { NodeSDK } from '@opentelemetry/sdk-node';
import { flush, init, SpanType, trace } from '../../sdk/tracing/src/index.ts';

type Step = (asked: unknown) => Promise<unknown>;

/** A way of tracing an application of two steps, or of not tracing it. */
interface Traced {
  readonly answer: Step;
  /** Resolves when all was sent. */
  flush(): Promise<void>;
}

/** Both steps answer at once, so that a call runs from begin to end without anything of the background in between. */
const MODEL = 'chat gpt-4o-mini';

export const WAYS = {
  none: (_url: string, model: Step): Traced => ({
    answer: (asked) => agent(asked, model),
    flush: async () => undefined,
  }),
  off: (url: string, model: Step): Traced => byMillrace(url, model, false),
  millrace: (url: string, model: Step): Traced => byMillrace(url, model, true),
  openTelemetry: byOpenTelemetry,
} as const;

export type WayName = keyof typeof WAYS;

async function agent(asked: unknown, model: Step): Promise<unknown> {
  return model(asked);
}

function byMillrace(url: string, model: Step, enabled: boolean): Traced {
  init({ url, experiment: { id: '1' }, enabled, onError: fail });
  const call = trace(model, { name: MODEL, type: SpanType.LLM });
  const answer = trace((asked: unknown) => agent(asked, call), { name: 'agent', type: SpanType.AGENT });
  return { answer, flush };
}

/** The same attributes, as an application writes them by hand. */
function byOpenTelemetry(url: string, model: Step): Traced {
  const traceExporter = new OTLPTraceExporter({ url: `${url}/v1/traces` });
  new NodeSDK({ traceExporter, autoDetectResources: false }).start();
  const provider = (openTelemetry.getTracerProvider() as ProxyTracerProvider).getDelegate();
  const call: Step = (asked) => inSpan(MODEL, 'LLM', asked, () => model(asked));
  return {
    answer: (asked) => inSpan('agent', 'AGENT', asked, () => agent(asked, call)),
    flush: () => (provider as unknown as { forceFlush(): Promise<void> }).forceFlush(),
  };
}

function inSpan(name: string, type: string, asked: unknown, code: () => Promise<unknown>): Promise<unknown> {
  return openTelemetry.getTracer('benchmark').startActiveSpan(name, async (span: Span) => {
    span.setAttributes({ 'mlflow.spanType': type, 'mlflow.spanInputs': JSON.stringify(asked) });
    const answered = await code();
    span.setAttribute('mlflow.spanOutputs', JSON.stringify(answered));
    span.end();
    return answered;
  });
}

function fail(error: Error): never {
  throw error;
}
