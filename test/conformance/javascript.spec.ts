import { trace, SpanStatusCode, type Tracer } from '@opentelemetry/api';
import { OTLPTraceExporter as GrpcExporter } from '@opentelemetry/exporter-trace-otlp-grpc';
import { OTLPTraceExporter as JsonExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { OTLPTraceExporter as ProtobufExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { NodeSDK } from '@opentelemetry/sdk-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getJson } from '../support/api.ts';
import { sharedTarget } from '../support/shared-target.ts';
import type { RunningTarget } from '../support/standalone.ts';
import { TOPOLOGIES } from '../support/topologies.ts';

type Exporter = JsonExporter | ProtobufExporter | GrpcExporter;

describe.each(TOPOLOGIES)('unmodified OpenTelemetry SDK for JavaScript against $name', (topology) => {
  let target: RunningTarget;

  beforeAll(async () => {
    target = await sharedTarget(topology);
  }, 180_000);

  afterAll(() => target?.stop());

  it.each<[string, (target: RunningTarget) => Exporter]>([
    ['HTTP, JSON', ({ otlpUrl }) => new JsonExporter({ url: `${otlpUrl}/v1/traces` })],
    ['HTTP, protobuf', ({ otlpUrl }) => new ProtobufExporter({ url: `${otlpUrl}/v1/traces` })],
    ['gRPC', ({ otlpGrpcAddress }) => new GrpcExporter({ url: `http://${otlpGrpcAddress}` })],
  ])('exports by %s and the trace is read back', async (_, exporterFor) => {
    const sdk = new NodeSDK({
      serviceName: 'otel-js',
      traceExporter: exporterFor(target),
      instrumentations: [],
    });
    sdk.start();
    const traceId = makeTrace(trace.getTracer('conformance'));
    await sdk.shutdown();
    trace.disable();

    const answer = await getJson<{ trace: Record<string, unknown>; spans: Record<string, unknown>[] }>(
      `${target.url}/api/v1/traces/${traceId}?consistency=strong`,
    );
    expect(answer.trace).toMatchObject({ name: 'invoke_agent', state: 'OK', span_count: 2 });
    const chat = answer.spans.find((span) => span['name'] === 'chat');
    expect(chat).toMatchObject({ type: 'CHAT_MODEL', model: 'gpt-4o-mini' });
  });
});

/** A root and a failing child; returns the trace id. */
function makeTrace(tracer: Tracer): string {
  return tracer.startActiveSpan('invoke_agent', (root) => {
    tracer.startActiveSpan('chat', (span) => {
      span.setAttributes({
        'gen_ai.operation.name': 'chat',
        'gen_ai.request.model': 'gpt-4o-mini',
        'gen_ai.usage.input_tokens': 7,
      });
      span.recordException(new Error('cut off'));
      span.setStatus({ code: SpanStatusCode.ERROR, message: 'cut off' });
      span.end();
    });
    root.end();
    return root.spanContext().traceId;
  });
}
