// npm install @opentelemetry/sdk-node, then: node quickstart.ts   (Node 24)
import { SpanStatusCode, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { NodeSDK } from '@opentelemetry/sdk-node';

const url = process.env['MILLRACE_OTLP_URL'] ?? 'http://localhost:4318';
const sdk = new NodeSDK({
  serviceName: 'quickstart',
  traceExporter: new OTLPTraceExporter({ url: `${url}/v1/traces` }),
});
sdk.start();

const tracer = trace.getTracer('quickstart');
const traceId = tracer.startActiveSpan('invoke_agent', (agent) => {
  agent.setAttributes({ 'gen_ai.operation.name': 'invoke_agent' });
  tracer.startActiveSpan('chat gpt-4o-mini', (chat) => {
    chat.setAttributes({
      'gen_ai.operation.name': 'chat',
      'gen_ai.provider.name': 'openai',
      'gen_ai.request.model': 'gpt-4o-mini',
      'gen_ai.usage.input_tokens': 42,
      'gen_ai.usage.output_tokens': 7,
      'gen_ai.input.messages': JSON.stringify([
        { role: 'user', parts: [{ type: 'text', content: 'What turns the wheel?' }] },
      ]),
      'gen_ai.output.messages': JSON.stringify([
        { role: 'assistant', parts: [{ type: 'text', content: 'Water.' }] },
      ]),
    });
    chat.end();
  });
  tracer.startActiveSpan('execute_tool', (tool) => {
    tool.recordException(new Error('the mill is closed'));
    tool.setStatus({ code: SpanStatusCode.ERROR, message: 'the mill is closed' });
    tool.end();
  });
  agent.end();
  return agent.spanContext().traceId;
});

await sdk.shutdown();
console.log(`sent trace ${traceId}`);
