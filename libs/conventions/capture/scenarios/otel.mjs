import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import * as resources from '@opentelemetry/resources';
import { NodeTracerProvider, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node';

/** An exporter of OTLP/JSON to the collector. */
export function exporter() {
  return new OTLPTraceExporter({ url: `${process.env.COLLECTOR_URL}/v1/traces` });
}

/** A registered tracer provider; without processors of its own it exports every span. */
export function install(spanProcessors = [new SimpleSpanProcessor(exporter())]) {
  const attributes = { 'service.name': process.env.OTEL_SERVICE_NAME };
  const resource = resources.resourceFromAttributes(attributes);
  const provider = new NodeTracerProvider({ resource, spanProcessors });
  provider.register();
  return provider;
}
