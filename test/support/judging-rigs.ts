import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunningDistributed } from './distributed.ts';
import { SOON } from './faults/fault.ts';
import { startPostgres, type ServerHandle } from './servers/index.ts';
import { Ballast, keepSmallDisk } from './small-disk.ts';
import { freePorts, startStandalone, type RunningStandalone } from './standalone.ts';

/** A Millrace whose judging worker, log and PostgreSQL can be taken away, each alone. */
export interface JudgingRig {
  readonly url: string;
  readonly otlpUrl: string;
  readonly postgresUrl: string;
  /** kill -9 of the process that judges. */
  killWorker(): Promise<void>;
  restartWorker(): Promise<void>;
  /** Nothing can be appended to the log any more. */
  loseLog(): Promise<void>;
  restoreLog(): Promise<void>;
  readonly postgres: Pick<ServerHandle, 'kill' | 'restart'>;
  stop(): Promise<void>;
}

/** Beside the 256 MiB that the log leaves free. */
const LOG_MEGABYTES = 500;

/** Its PostgreSQL is a server of its own, so that the worker's death is not its death; its log has a disk of its own, which can be full. */
export async function standaloneRig(): Promise<JudgingRig> {
  const dataDir = mkdtempSync(join(tmpdir(), 'millrace-judge-'));
  const log = join(dataDir, 'log');
  mkdirSync(log);
  const postgres = await startPostgres();
  const disk = await keepSmallDisk({ path: log, megabytes: LOG_MEGABYTES });
  const ballast = new Ballast(disk.pid, log);
  const ports = (await freePorts(3)) as unknown as [number, number, number];
  const start = (): Promise<RunningStandalone> =>
    startStandalone({
      dataDir,
      ports,
      environment: { ...SOON, MILLRACE_POSTGRES_URL: postgres.url },
      prefix: disk.prefix,
    });
  let server = await start();
  return {
    url: server.url,
    otlpUrl: server.otlpUrl,
    postgresUrl: postgres.url,
    postgres,
    killWorker: () => server.kill(),
    restartWorker: async () => void (server = await start()),
    loseLog: async () => ballast.fill(),
    restoreLog: async () => ballast.remove(),
    stop: async () => {
      await server.stop();
      disk.stop();
      await postgres.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Of services that somebody else starts and stops. */
export function distributedRig(target: RunningDistributed): JudgingRig {
  const { evaluator } = target.services;
  return {
    url: target.url,
    otlpUrl: target.otlpUrl,
    postgresUrl: target.postgres.url,
    postgres: target.postgres,
    killWorker: () => evaluator.kill(),
    restartWorker: () => evaluator.restart(),
    loseLog: () => target.kafka.kill(),
    restoreLog: () => target.kafka.restart(),
    stop: () => Promise.resolve(),
  };
}
