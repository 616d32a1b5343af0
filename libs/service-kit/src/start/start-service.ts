import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { refuseUnreadable } from '../errors/refuse-unreadable.ts';
import { JsonLogger, type LogLevel } from '../logs/json-logger.ts';
import { measureRequests } from '../metrics/measure-requests.ts';
import { Metrics } from '../metrics/metrics.ts';
import { serveOpenApi } from '../openapi/serve-openapi.ts';
import { guardBrowsers, type BrowserRules } from '../network/browser-guard.ts';
import { refuseOwnTelemetry, traceRequests } from '../telemetry/request-spans.ts';
import { startTelemetry } from '../telemetry/start-telemetry.ts';
import { DEFAULT_BODY_LIMITS, useBodyParsers, type BodyLimits } from './body-parsers.ts';
import { Listeners, type Listener } from './listeners.ts';

export interface ServiceOptions {
  /** Name of the service in logs and telemetry. */
  readonly name: string;
  readonly module: DynamicModule | Type;
  readonly host: string;
  /** The first is the main port; the others answer the same. Port 0 takes a free one. */
  readonly listeners: readonly [Listener, ...Listener[]];
  readonly bodyLimits?: BodyLimits;
  /** Absent: no page of another origin may change anything, whatever this server is called. */
  readonly browsers?: BrowserRules;
  /** Addresses or networks of proxies that say truly where a request came from. */
  readonly trustedProxies?: readonly string[];
  /** Where our own telemetry goes, if anywhere: an OTLP/HTTP base URL. */
  readonly telemetryEndpoint?: string;
  readonly logLevel?: LogLevel;
}

export interface RunningService {
  readonly app: NestFastifyApplication;
  /** Base URL of each listener. */
  readonly urls: readonly string[];
  /** Drains and stops; safe to call twice. */
  stop(): Promise<void>;
}

/** How long requests under way may take to finish when the service stops, in milliseconds. */
const DRAIN_DEADLINE_MS = 2_500;

/** Starts a Nest application on Fastify. Throws StartError with a sentence that says what to do. */
export async function startService(options: ServiceOptions): Promise<RunningService> {
  const logger = new JsonLogger(options.name, options.logLevel ?? 'info', process.stdout.isTTY);
  const telemetry = startTelemetry(options, logger);
  const adapter = createAdapter(options);
  const app = await NestFactory.create<NestFastifyApplication>(options.module, adapter, {
    logger,
    bodyParser: false,
    abortOnError: false,
  });
  measureRequests(adapter.getInstance(), app.get(Metrics));
  serveOpenApi(app);
  const listeners = new Listeners(app);
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> =>
    (stopping ??= (async () => {
      await listeners.drain(DRAIN_DEADLINE_MS);
      await app.close();
      await telemetry.stop();
    })());
  try {
    await listeners.open(options.host, options.listeners);
    return { app, urls: listeners.urls, stop };
  } catch (error) {
    await stop().catch(() => undefined);
    throw error;
  }
}

function createAdapter({
  name,
  bodyLimits,
  browsers,
  trustedProxies = [],
  telemetryEndpoint,
}: ServiceOptions): FastifyAdapter {
  const adapter = new FastifyAdapter({
    forceCloseConnections: true,
    clientErrorHandler: refuseUnreadable,
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    routerOptions: { maxParamLength: 500, ignoreTrailingSlash: true },
  });
  const fastify = adapter.getInstance();
  guardBrowsers(fastify, browsers ?? { allowedOrigins: [] });
  useBodyParsers(fastify, bodyLimits ?? DEFAULT_BODY_LIMITS);
  refuseOwnTelemetry(fastify);
  if (telemetryEndpoint !== undefined) traceRequests(fastify, name);
  return adapter;
}
