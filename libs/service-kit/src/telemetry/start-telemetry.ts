import { setTimeout as sleep } from 'node:timers/promises';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { NodeSDK } from '@opentelemetry/sdk-node';
import type { LoggerService } from '@nestjs/common';
import type { Listener } from '../start/listeners.ts';
import { OWN_TELEMETRY_HEADER } from './request-spans.ts';

export interface Telemetry {
  stop(): Promise<void>;
}

export interface TelemetryOptions {
  readonly name: string;
  readonly host: string;
  readonly listeners: readonly Listener[];
  /** OTLP/HTTP base URL; nothing is sent without one. */
  readonly telemetryEndpoint?: string;
}

/** How long a stop waits for the last spans to be taken. */
const FLUSH_MS = 1_000;

const NO_TELEMETRY: Telemetry = { stop: async () => undefined };

/** Sends our own traces to the endpoint as `millrace-<name>`; never to ourselves, since each export would make the next. */
export function startTelemetry(options: TelemetryOptions, logger: LoggerService): Telemetry {
  const { name, telemetryEndpoint } = options;
  if (telemetryEndpoint === undefined) return NO_TELEMETRY;
  if (isOwnAddress(new URL(telemetryEndpoint), options)) {
    logger.warn(
      'our own telemetry is off: OTEL_EXPORTER_OTLP_ENDPOINT points at this very server; set it to another collector',
      'Telemetry',
    );
    return NO_TELEMETRY;
  }
  const sdk = new NodeSDK({
    serviceName: `millrace-${name}`,
    traceExporter: new OTLPTraceExporter({
      url: `${telemetryEndpoint.replace(/\/+$/, '')}/v1/traces`,
      headers: { [OWN_TELEMETRY_HEADER]: name },
    }),
    metricReaders: [],
    autoDetectResources: false,
  });
  sdk.start();
  const late = () => sleep(FLUSH_MS, undefined, { ref: false });
  return { stop: () => Promise.race([sdk.shutdown().catch(() => undefined), late()]) };
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]', '0.0.0.0', '[::]']);

function isOwnAddress(endpoint: URL, { host, listeners }: TelemetryOptions): boolean {
  const port = Number(endpoint.port || (endpoint.protocol === 'https:' ? 443 : 80));
  const isThisHost = LOOPBACK.has(endpoint.hostname) || endpoint.hostname === host;
  return isThisHost && listeners.some((listener) => listener.port === port);
}
