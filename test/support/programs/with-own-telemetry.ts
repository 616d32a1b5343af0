import { trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { NodeSDK } from '@opentelemetry/sdk-node';
import { autologOpenAI, flush, init, SpanType, withSpan } from '@millrace/tracing';
import OpenAI from 'openai';

/** A service that traces by itself, into a place of its own, and asks a model. Prints the trace id of its request. */
const [order, collector] = process.argv.slice(2);
const sdk = new NodeSDK({
  serviceName: 'shop',
  traceExporter: new OTLPTraceExporter({ url: collector ?? '' }),
});
const begin = { own: () => sdk.start(), millrace: () => init({ experiment: 'beside', serviceName: 'shop' }) };
for (const first of order === 'own-first' ? (['own', 'millrace'] as const) : (['millrace', 'own'] as const))
  begin[first]();
autologOpenAI(OpenAI);

const client = new OpenAI();
const tracer = trace.getTracer('shop');
await tracer.startActiveSpan('POST /ask', async (request) => {
  await withSpan({ name: 'answer', type: SpanType.CHAIN, inputs: { question: 'why?' } }, async () => {
    await tracer.startActiveSpan('SELECT', async (query) => query.end());
    const stream = client.chat.completions.stream({
      model: 'gpt-4o-mini',
      messages: [{ role: 'user', content: 'why?' }],
    });
    return stream.finalContent();
  });
  request.end();
  process.stdout.write(`${request.spanContext().traceId}\n`);
});
await Promise.all([flush(), sdk.shutdown()]);
