import { Logger, type DynamicModule, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ErrorFilter } from '../errors/error.filter.ts';
import { JsonLogger } from '../logs/json-logger.ts';
import { buildOpenApi } from '../openapi/build-openapi.ts';
import { startTelemetry } from '../telemetry/start-telemetry.ts';
import { DEFAULT_BODY_LIMITS, useBodyParsers, type BodyLimits } from './body-parsers.ts';
import { StartError, explainListenError } from './start-error.ts';

export interface Listener {
  readonly port: number;
  /** The setting that changes it, for the message when it is taken. */
  readonly setting: string;
}

export interface ServiceOptions {
  /** Name of the service in logs and telemetry. */
  readonly name: string;
  readonly module: DynamicModule | Type;
  readonly host: string;
  /** The first is the main port; the others answer the same. Port 0 takes a free one. */
  readonly listeners: readonly [Listener, ...Listener[]];
  readonly bodyLimits?: BodyLimits;
  /** Where our own telemetry goes, if anywhere. */
  readonly telemetryEndpoint?: string;
  readonly logLevel?: 'debug' | 'info' | 'warn' | 'error';
}

export interface RunningService {
  readonly app: NestFastifyApplication;
  /** Base URL of each listener. */
  readonly urls: readonly string[];
  /** Drains and stops; safe to call twice. */
  stop(): Promise<void>;
}

/** Starts a Nest application on Fastify. Throws StartError with a sentence that says what to do. */
export async function startService(options: ServiceOptions): Promise<RunningService> {
  const telemetry = startTelemetry(options.name, options.telemetryEndpoint);
  const logger = new JsonLogger(options.name, options.logLevel ?? 'info', process.stdout.isTTY);
  const adapter = new FastifyAdapter({
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 500, ignoreTrailingSlash: true },
  });
  useBodyParsers(adapter.getInstance(), options.bodyLimits ?? DEFAULT_BODY_LIMITS);
  const app = await NestFactory.create<NestFastifyApplication>(options.module, adapter, {
    logger,
    bodyParser: false,
    abortOnError: false,
  });
  app.useGlobalFilters(new ErrorFilter());
  adapter.getInstance().get('/api/v1/openapi.json', () => buildOpenApi(app));
  const extra: Server[] = [];
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopping ??= stopAll(app, extra, telemetry.stop));
  try {
    const urls = await listenAll(app, options, extra);
    return { app, urls, stop };
  } catch (error) {
    await stop().catch(() => undefined);
    throw error;
  }
}

async function listenAll(
  app: NestFastifyApplication,
  { host, listeners }: ServiceOptions,
  extra: Server[],
): Promise<string[]> {
  const [main, ...others] = listeners;
  const urls: string[] = [];
  try {
    await app.listen(main.port, host);
  } catch (error) {
    throw explainListenError(error, host, main);
  }
  urls.push(urlOf(app.getHttpServer()));
  for (const listener of others) {
    const fastify = app.getHttpAdapter().getInstance();
    const server = createServer((request, response) => fastify.routing(request, response));
    extra.push(server);
    await new Promise<void>((resolve, reject) => {
      server.once('error', (error) => reject(explainListenError(error, host, listener)));
      server.listen(listener.port, host, resolve);
    });
    urls.push(urlOf(server));
  }
  return urls;
}

function urlOf(server: Server): string {
  const { address, port } = server.address() as AddressInfo;
  return `http://${address.includes(':') ? `[${address}]` : address}:${port}`;
}

async function stopAll(
  app: NestFastifyApplication,
  extra: readonly Server[],
  stopTelemetry: () => Promise<void>,
): Promise<void> {
  for (const server of extra) {
    server.close();
    server.closeAllConnections();
  }
  await app.close();
  await stopTelemetry().catch(() => undefined);
}

/** How long a stop may take before the process ends anyway, in milliseconds. */
const STOP_DEADLINE_MS = 15_000;

/**
 * The main function of every service: starts it, ends it on SIGTERM and SIGINT (a second signal ends it at once). A
 * setting or a port that is not right ends the process with a sentence and code 2 or 1.
 */
export async function runService(start: () => Promise<RunningService>): Promise<RunningService | undefined> {
  try {
    const service = await start();
    let isStopping = false;
    const onSignal = (signal: NodeJS.Signals): void => {
      if (isStopping) process.exit(1);
      isStopping = true;
      new Logger('Service').log(`${signal}: stopping`);
      setTimeout(() => process.exit(1), STOP_DEADLINE_MS).unref();
      void service.stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    };
    process.on('SIGTERM', onSignal);
    process.on('SIGINT', onSignal);
    return service;
  } catch (error) {
    const isExplained =
      error instanceof StartError || (error instanceof Error && error.name === 'ConfigError');
    process.stderr.write(
      `${isExplained ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    process.exit(error instanceof Error && error.name === 'ConfigError' ? 2 : 1);
  }
}
