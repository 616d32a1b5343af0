import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { FaultyNetwork, ServerName, ServerUrls } from './faults/faulty-network.ts';
import { runLaunch } from './commands.ts';
import { startGateway } from './gateway.ts';
import {
  freePort,
  startClickHouse,
  startKafka,
  startPostgres,
  startRedis,
  startS3,
  type ClickHouseServer,
  type KafkaServer,
  type S3Server,
  type ServerHandle,
} from './servers/index.ts';
import {
  launchBundles,
  ServiceFleet,
  SERVICES,
  type DistributedService,
  type Environment,
  type Launcher,
  type OutputListener,
  type ServiceHandle,
} from './service-fleet.ts';
import type { RunningTarget } from './standalone.ts';

/** For tests alone. */
const SECRET_KEY = Buffer.alloc(32, 'tests').toString('base64');

export interface RunningDistributed extends RunningTarget {
  readonly kafka: KafkaServer;
  readonly postgres: ServerHandle & { readonly url: string };
  readonly redis: ServerHandle & { readonly url: string };
  readonly clickhouse: ClickHouseServer;
  readonly s3: S3Server;
  readonly services: Readonly<Record<DistributedService, ServiceHandle>>;
  /** Where the services find the servers and each other. */
  readonly environment: Environment;
  /** One more instance of a service, e.g. a second writer; stopped with the rest. */
  addService(name: DistributedService): Promise<ServiceHandle>;
}

export interface DistributedOptions {
  /** Kept afterwards; absent: temporary folders. */
  readonly dataDir?: string;
  /** Free ones unless given. */
  readonly ports?: { readonly gateway?: number; readonly otlpHttp?: number; readonly otlpGrpc?: number };
  readonly environment?: Environment;
  /** Megabytes of disks that servers have of their own. */
  readonly disks?: { readonly kafka?: number; readonly clickhouse?: number };
  /** Stands between services and servers; stopped by whoever made it. */
  readonly network?: FaultyNetwork;
  /** What one service is told that the others are not. */
  readonly environmentOf?: (service: DistributedService) => Environment;
  /** How the apps are started; absent: what the build made. */
  readonly launch?: Launcher;
  readonly onOutput?: OutputListener;
  /** Started before, and stopped by whoever did; absent: new ones. */
  readonly servers?: RunningServers;
}

/** Starts the servers, the built services as processes of their own and a gateway; resolves when all are healthy. */
export async function startDistributed(options: DistributedOptions = {}): Promise<RunningDistributed> {
  const { launch = launchBundles() } = options;
  requireBundles(launch);
  const servers = options.servers ?? (await startServers(options));
  const stopServers = options.servers ? () => Promise.resolve() : servers.stop;
  const environment = { ...servers.environment, ...options.environment };
  const fleet = new ServiceFleet(environment, options.onOutput, launch);
  try {
    await migrate(fleet.environment, launch);
    return await startServices(fleet, { ...servers, stop: stopServers }, options);
  } catch (error) {
    await fleet.stop();
    await stopServers();
    throw error;
  }
}

async function startServices(
  fleet: ServiceFleet,
  servers: RunningServers,
  { ports = {}, network, environmentOf }: DistributedOptions,
): Promise<RunningDistributed> {
  const otlp = await otlpPorts(ports.otlpHttp, ports.otlpGrpc);
  const own = (name: DistributedService): Environment => ({
    ...network?.environmentOf(name, urlsOf(servers)),
    ...environmentOf?.(name),
  });
  await Promise.all(
    SERVICES.map((name) => fleet.start(name, { ...own(name), ...(name === 'ingest' && otlp) })),
  );
  const services = Object.fromEntries(SERVICES.map((name) => [name, fleet.get(name)]));
  const gateway = await startGateway({
    services: {
      ingest: fleet.get('ingest').url,
      'query-api': fleet.get('query-api').url,
      registry: fleet.get('registry').url,
      evaluator: fleet.get('evaluator').url,
    },
    ...(ports.gateway !== undefined && { port: ports.gateway }),
  });
  return {
    ...servers.handles,
    url: gateway.url,
    otlpUrl: `http://127.0.0.1:${otlp.MILLRACE_OTLP_HTTP_PORT}`,
    otlpGrpcAddress: `127.0.0.1:${otlp.MILLRACE_OTLP_GRPC_PORT}`,
    services: services as Record<DistributedService, ServiceHandle>,
    environment: fleet.environment,
    get pids() {
      return [...Object.values(servers.handles), ...fleet.started].map(({ pid }) => pid);
    },
    addService: async (name) =>
      fleet.start(name, { ...own(name), ...(name === 'ingest' && (await otlpPorts())) }),
    stop: async () => {
      await gateway.stop();
      await fleet.stop();
      await servers.stop();
    },
  };
}

async function otlpPorts(http?: number, grpc?: number) {
  return {
    MILLRACE_OTLP_HTTP_PORT: String(http ?? (await freePort())),
    MILLRACE_OTLP_GRPC_PORT: String(grpc ?? (await freePort())),
  };
}

function requireBundles(launch: Launcher): void {
  const missing = [...SERVICES, 'migrate' as const].filter((name) => {
    const { command, cwd = '' } = launch(name);
    return !existsSync(resolve(cwd, command.at(-1) ?? ''));
  });
  if (missing.length > 0) throw new Error(`there is no ${missing.join(', ')}: run npm run build first`);
}

/** What the services need, without any of them. */
export interface RunningServers {
  readonly handles: Pick<RunningDistributed, 'kafka' | 'postgres' | 'redis' | 'clickhouse' | 's3'>;
  /** Where services find them. */
  readonly environment: Environment;
  stop(): Promise<void>;
}

export interface ServersOptions extends Pick<DistributedOptions, 'dataDir' | 'network' | 'disks'> {
  /** One that runs, instead of a new one; stopped with the others. */
  readonly kafka?: KafkaServer;
}

/** New, empty servers: Kafka, PostgreSQL, Redis, ClickHouse and S3. */
export async function startServers({
  dataDir,
  network,
  kafka,
  disks = {},
}: ServersOptions = {}): Promise<RunningServers> {
  const folder = (name: string): { readonly dataDir?: string } => {
    if (dataDir === undefined) return {};
    mkdirSync(dataDir, { recursive: true });
    // PostgreSQL runs as another user and has to get to its own folder.
    chmodSync(dataDir, 0o711);
    return { dataDir: join(dataDir, name) };
  };
  const place = (name: ServerName) => ({ ...folder(name), ...(network && { port: network.ports[name] }) });
  const disk = (name: keyof typeof disks) =>
    disks[name] === undefined ? {} : { diskMegabytes: disks[name] };
  const doors = network && { doors: [...network.kafkaDoors.values()] };
  const starting = {
    kafka: kafka ? Promise.resolve(kafka) : startKafka({ ...place('kafka'), ...disk('kafka'), ...doors }),
    postgres: startPostgres(place('postgres')),
    redis: startRedis(place('redis')),
    clickhouse: startClickHouse({ ...place('clickhouse'), ...disk('clickhouse') }),
    s3: startS3(place('s3')),
  };
  const outcomes = await Promise.allSettled(Object.values(starting));
  const stop = async (): Promise<void> => {
    await Promise.all(
      outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value.stop() : undefined)),
    );
  };
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed) {
    await stop();
    throw failed.reason;
  }
  const handles = {
    kafka: await starting.kafka,
    postgres: await starting.postgres,
    redis: await starting.redis,
    clickhouse: await starting.clickhouse,
    s3: await starting.s3,
  };
  return { handles, environment: environmentFor(handles), stop };
}

function urlsOf({ handles }: RunningServers): ServerUrls {
  const { clickhouse, postgres, redis, s3 } = handles;
  return { clickhouse: clickhouse.url, postgres: postgres.url, redis: redis.url, s3: s3.url };
}

function environmentFor(handles: RunningServers['handles']): Environment {
  return {
    MILLRACE_HOST: '127.0.0.1',
    MILLRACE_AUTHENTICATION: 'off',
    MILLRACE_CLICKHOUSE_URL: handles.clickhouse.url,
    MILLRACE_POSTGRES_URL: handles.postgres.url,
    MILLRACE_KAFKA_BROKERS: handles.kafka.brokers.join(','),
    MILLRACE_REDIS_URL: handles.redis.url,
    MILLRACE_BLOB_URL: handles.s3.url,
    MILLRACE_SECRET_KEY: SECRET_KEY,
    // Models and webhooks of tests are on this machine.
    MILLRACE_GATEWAY_PRIVATE_TARGETS: 'true',
    MILLRACE_WEBHOOKS_PRIVATE_TARGETS: 'true',
    ...handles.s3.credentials,
  };
}

/** Brings the schemas to where the migrate that is launched wants them. */
export async function migrate(environment: Environment, launch: Launcher = launchBundles()): Promise<void> {
  const { code, stdout, stderr } = await runLaunch(launch('migrate'), environment);
  if (code !== 0) throw new Error(`migrate ended with ${code}:\n${stdout}${stderr}`);
}

export type { DistributedService, ServiceHandle } from './service-fleet.ts';
