import { NodeSDK } from '@opentelemetry/sdk-node';

export interface Telemetry {
  stop(): Promise<void>;
}

/**
 * Our own traces and metrics, sent to `endpoint` (OTLP/HTTP) by the OpenTelemetry SDK. Without an endpoint nothing is started:
 * they never go into our own ingest by accident.
 */
export function startTelemetry(service: string, endpoint: string | undefined): Telemetry {
  if (endpoint === undefined) return { stop: async () => undefined };
  const sdk = new NodeSDK({ serviceName: `millrace-${service}` });
  sdk.start();
  return { stop: () => sdk.shutdown() };
}
