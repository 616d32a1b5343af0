import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandLine, descendants, signal } from '../processes.ts';
import { Ballast, keepSmallDisk } from '../small-disk.ts';
import { freePorts, startStandalone, type RunningStandalone } from '../standalone.ts';
import type { Fault, FaultySystem } from './fault.ts';

const DISK_MEGABYTES = 1500;
const NAME = 'standalone';

export interface FaultyStandalone extends FaultySystem {
  readonly ballast: Ballast;
  /** The one that runs now. */
  server(): RunningStandalone;
  /** Starts it again where it was. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** A standalone on a disk of its own. */
export async function startFaultyStandalone(): Promise<FaultyStandalone> {
  const dataDir = mkdtempSync(join(tmpdir(), 'millrace-faults-'));
  const disk = await keepSmallDisk({ path: dataDir, megabytes: DISK_MEGABYTES });
  const ports = (await freePorts(3)) as unknown as [number, number, number];
  const start = (): Promise<RunningStandalone> => startStandalone({ dataDir, ports, prefix: disk.prefix });
  let server = await start();
  return {
    topology: 'standalone',
    url: server.url,
    otlpUrl: server.otlpUrl,
    parts: { [NAME]: server.url },
    pids: () => ({ [NAME]: server.process.pid ?? 0 }),
    ballast: new Ballast(disk.pid, dataDir),
    server: () => server,
    restart: async () => void (server = await start()),
    stop: async () => {
      await server.stop();
      disk.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

const ENGINES = {
  ClickHouse: { program: /host\.mjs/, says: /^store: ./m },
  PostgreSQL: { program: /postgres/, says: /^postgres: ./m },
} as const;
export type Engine = keyof typeof ENGINES;

export function standaloneIsKilled(system: FaultyStandalone): Fault {
  return {
    name: 'kill -9 of the process',
    begin: () => system.server().kill(),
    end: () => system.restart(),
  };
}

/** As when the machine is switched off, but for the disk. */
export function everythingIsKilled(system: FaultyStandalone): Fault {
  return {
    name: 'kill -9 of the process and all its engines',
    begin: async () => {
      const tree = descendants(system.server().process.pid ?? 0);
      const ended = system.server().kill();
      for (const pid of tree) signal(pid, 'SIGKILL');
      await ended;
    },
    end: () => system.restart(),
  };
}

/** An engine dies; standalone starts it again itself. */
export function engineIsKilled(system: FaultyStandalone, engine: Engine): Fault {
  return {
    name: `kill -9 of ${engine}`,
    begin: async () => signal(enginePid(system, engine), 'SIGKILL'),
    end: () => Promise.resolve(),
  };
}

export function standaloneStandsStill(system: FaultyStandalone): Fault {
  return {
    name: 'SIGSTOP of the process',
    begin: async () => signal(system.server().process.pid ?? 0, 'SIGSTOP'),
    end: async () => signal(system.server().process.pid ?? 0, 'SIGCONT'),
  };
}

export function engineStandsStill(system: FaultyStandalone, engine: Engine): Fault {
  let pids: number[] = [];
  return {
    name: `SIGSTOP of ${engine}`,
    told: [{ part: NAME, says: ENGINES[engine].says }],
    begin: async () => {
      pids = descendants(enginePid(system, engine));
      for (const pid of pids) signal(pid, 'SIGSTOP');
    },
    end: async () => {
      for (const pid of pids) signal(pid, 'SIGCONT');
    },
  };
}

/** Not a byte is free; with `killed`, the engines die meanwhile. */
export function diskIsFull(
  system: FaultyStandalone,
  { killed = [] }: { killed?: readonly Engine[] } = {},
): Fault {
  return {
    name: killed.length === 0 ? 'full disk' : `full disk, and kill -9 of ${killed.join(' and ')} on it`,
    told: [{ part: NAME, says: /the disk is full/ }],
    begin: async () => {
      system.ballast.fill();
      for (const engine of killed) signal(enginePid(system, engine), 'SIGKILL');
    },
    end: async () => system.ballast.remove(),
  };
}

function enginePid(system: FaultyStandalone, engine: Engine): number {
  const main = system.server().process.pid ?? 0;
  const pid = descendants(main).find(
    (each) => each !== main && ENGINES[engine].program.test(commandLine(each)),
  );
  if (pid === undefined) throw new Error(`${engine} does not run`);
  return pid;
}
