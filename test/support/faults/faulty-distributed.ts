import { randomSource } from '../../../benchmarks/load/words.ts';
import { startDistributed, type DistributedOptions, type RunningDistributed } from '../distributed.ts';
import { freePort, type ServerHandle } from '../servers/index.ts';
import { startGateway } from '../gateway.ts';
import { isAlive } from '../processes.ts';
import { SERVICES, type DistributedService, type ServiceHandle } from '../service-fleet.ts';
import type { Fault, FaultySystem, ToldBy } from './fault.ts';
import type { LinkState } from './faulty-link.ts';
import { FaultyNetwork, SERVERS, type ServerName } from './faulty-network.ts';

export interface FaultyDistributed extends FaultySystem {
  readonly target: RunningDistributed;
  readonly network: FaultyNetwork;
  /** Every instance of every service: `writer`, and `writer 2` where there are two of each. */
  readonly instances: Readonly<Record<string, ServiceHandle>>;
  stop(): Promise<void>;
}

/** Services and servers with a link between each two that can be faulty. */
export async function startFaultyDistributed(
  options: Omit<DistributedOptions, 'network'> = {},
): Promise<FaultyDistributed> {
  const network = await newNetwork();
  const target = await startDistributed({ ...options, network });
  return {
    ...asSystem(target.url, target.otlpUrl, target.services),
    target,
    network,
    stop: async () => {
      await target.stop();
      await network.stop();
    },
  };
}

/** The same with two instances of each service behind one address, for OTLP too. */
export async function startTwoOfEach(
  options: Omit<DistributedOptions, 'network'> = {},
): Promise<FaultyDistributed> {
  const one = await startFaultyDistributed(options);
  try {
    const second = await Promise.all(SERVICES.map((name) => one.target.addService(name)));
    const instances = {
      ...one.instances,
      ...Object.fromEntries(second.map((handle) => [`${handle.name} 2`, handle])),
    };
    const both = (name: DistributedService): string[] =>
      Object.values(instances).flatMap((each) => (each.name === name ? [each.url] : []));
    const gateway = await startGateway({
      services: {
        ingest: both('ingest'),
        'query-api': both('query-api'),
        registry: both('registry'),
        evaluator: both('evaluator'),
      },
    });
    return {
      ...one,
      ...asSystem(gateway.url, gateway.url, instances),
      stop: async () => {
        await gateway.stop();
        await one.stop();
      },
    };
  } catch (error) {
    await one.stop();
    throw error;
  }
}

async function newNetwork(): Promise<FaultyNetwork> {
  const ports = Object.fromEntries(
    await Promise.all(SERVERS.map(async (name) => [name, await freePort()] as const)),
  ) as Record<ServerName, number>;
  return FaultyNetwork.between(SERVICES, ports, freePort);
}

function asSystem(url: string, otlpUrl: string, instances: FaultyDistributed['instances']) {
  const handles = Object.entries(instances);
  return {
    topology: 'distributed' as const,
    url,
    otlpUrl,
    instances,
    parts: Object.fromEntries(handles.map(([name, handle]) => [name, handle.url])),
    pids: () => Object.fromEntries(handles.map(([name, { pid }]) => [name, pid])),
  };
}

const SERVER_NAMES: Readonly<Record<ServerName, string>> = {
  kafka: 'Kafka',
  clickhouse: 'ClickHouse',
  postgres: 'PostgreSQL',
  redis: 'Redis',
  s3: 'the blob store',
};

/** Which parts say by which check that a server fails them. */
const TOLD: Readonly<Record<ServerName, readonly ToldBy[]>> = {
  kafka: (['ingest', 'writer', 'query-api', 'evaluator'] as const).map((part) => ({
    part,
    says: /^log: ./m,
  })),
  clickhouse: (['writer', 'query-api', 'evaluator'] as const).map((part) => ({ part, says: /^store: ./m })),
  postgres: (['registry', 'evaluator'] as const).map((part) => ({ part, says: /^postgres: ./m })),
  redis: [{ part: 'evaluator', says: /^redis: ./m }],
  s3: [{ part: 'ingest', says: /^blobs: ./m }],
};

/** kill -9 of a server, which somebody starts again when the fault ends. */
export function serverIsDown({ target }: FaultyDistributed, server: ServerName): Fault {
  return {
    name: `${SERVER_NAMES[server]} is down`,
    told: TOLD[server],
    begin: () => target[server].kill(),
    end: () => target[server].restart(),
  };
}

const STATES: Readonly<Record<Exclude<LinkState, 'fair'>, string>> = {
  refusing: 'resets every connection',
  hanging: 'takes connections and never answers',
  slow: 'is slow, byte by byte',
};

/** A server that all services reach badly. */
export function serverIs(
  { network }: FaultyDistributed,
  server: ServerName,
  state: keyof typeof STATES,
): Fault {
  return {
    name: `${SERVER_NAMES[server]} ${STATES[state]}`,
    ...(state !== 'slow' && { told: TOLD[server] }),
    begin: async () => network.setServer(server, state),
    end: async () => network.setServer(server, 'fair'),
  };
}

/** A store that answers and takes nothing is told of by who writes to it. */
const TOLD_OF_DISK = {
  kafka: { part: 'ingest', says: /^log: ./m },
  clickhouse: { part: 'writer', says: /^writer: ./m },
} as const;

/** Not a byte is free on a server's disk, nor after it was killed. What ends itself on it is started again once there is room. */
export function serverDiskIsFull(
  { target }: FaultyDistributed,
  server: 'kafka' | 'clickhouse',
  { isKilled = false }: { readonly isKilled?: boolean } = {},
): Fault {
  const { ballast } = target[server];
  if (!ballast) throw new Error(`${server} has no disk of its own`);
  const name = SERVER_NAMES[server];
  return {
    name: `the disk of ${name} is full${isKilled ? `, and kill -9 of ${name} on it` : ''}`,
    told: [TOLD_OF_DISK[server]],
    begin: async () => {
      ballast.fill();
      if (!isKilled) return;
      await target[server].kill();
      // It need not start as long as there is no room.
      await target[server].restart().catch(() => undefined);
    },
    end: async () => {
      ballast.remove();
      if (!isAlive(target[server].pid)) await target[server].restart();
    },
  };
}

/** All connections to a server die and nobody tells, as when it fails over: new ones work. */
export function connectionsAreLost({ network }: FaultyDistributed, server: ServerName): Fault {
  return {
    name: `connections to ${SERVER_NAMES[server]} are lost without a word`,
    begin: async () => network.forgetServer(server),
    end: () => Promise.resolve(),
  };
}

/** A cut cable between one service and one server: what was sent arrives once it is mended. */
export function linkIsCut(
  { network }: FaultyDistributed,
  part: DistributedService,
  server: ServerName,
): Fault {
  return {
    name: `network cut between ${part} and ${SERVER_NAMES[server]}`,
    told: TOLD[server].filter((told) => told.part === part),
    begin: async () => network.link(part, server).set('hanging'),
    end: async () => network.link(part, server).set('fair'),
  };
}

/** kill -9 of a service, which an orchestrator starts again. */
export function serviceIsKilled({ target }: FaultyDistributed, name: DistributedService): Fault {
  return {
    name: `kill -9 of ${name}`,
    begin: () => target.services[name].kill(),
    end: () => target.services[name].restart(),
  };
}

/** SIGSTOP of a process: it holds its connections and does nothing, as a machine that swaps or a paused container. */
export function processStandsStill(
  { target }: FaultyDistributed,
  name: DistributedService | ServerName,
): Fault {
  const handle =
    name in target.services ? target.services[name as DistributedService] : target[name as ServerName];
  const isServer = !(name in target.services);
  return {
    name: `SIGSTOP of ${isServer ? SERVER_NAMES[name as ServerName] : name}`,
    ...(isServer && { told: TOLD[name as ServerName] }),
    begin: async () => void process.kill(handle.pid, 'SIGSTOP'),
    end: async () => void process.kill(handle.pid, 'SIGCONT'),
  };
}

/** kill -9 of one part after the other, in an order of chance; each is started again while the load goes on. */
export function partsAreKilledAtRandom({ target }: FaultyDistributed, rounds: number, seed: number): Fault {
  const random = randomSource(seed);
  const services: (readonly [string, ServerHandle])[] = Object.entries(target.services);
  const parts = [
    ...services,
    ...SERVERS.map((name): readonly [string, ServerHandle] => [name, target[name]]),
  ];
  // Every service once before chance decides.
  const order = shuffled(services, random);
  while (order.length < rounds) order.push(...shuffled(parts, random));
  return {
    name: 'kill -9 of parts at random, one after the other',
    begin: async () => {
      const victims = order.slice(0, rounds);
      console.log(`seed ${seed}: ${victims.map(([name]) => name).join(', ')}`);
      for (const [, victim] of victims) {
        await victim.kill();
        await victim.restart();
      }
    },
    end: () => Promise.resolve(),
  };
}

function shuffled<Part>(parts: readonly Part[], random: () => number): Part[] {
  return parts
    .map((part) => [random(), part] as const)
    .sort(([a], [b]) => a - b)
    .map(([, part]) => part);
}
