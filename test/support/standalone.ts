import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './servers/index.ts';

/** As much as a machine may take that is busy with other tests. */
const START_TIMEOUT_MS = 150_000;

/** A running Millrace, whatever its topology. */
export interface RunningTarget {
  /** Base URL of the API. */
  readonly url: string;
  /** Base URL of OTLP/HTTP, without `/v1/traces`. */
  readonly otlpUrl: string;
  /** host:port of OTLP/gRPC. */
  readonly otlpGrpcAddress: string;
  /** Roots of its process trees. */
  readonly pids: readonly number[];
  stop(): Promise<void>;
}

export interface StandaloneOptions {
  /** A fresh temporary folder unless given; only the temporary one is removed by `stop`. */
  readonly dataDir?: string;
  /** So that a restart answers at the same place. */
  readonly ports?: readonly [http: number, otlpHttp: number, otlpGrpc: number];
  readonly environment?: Readonly<Record<string, string>>;
  /** A command in front of it, as `onSmallDisk` makes one. */
  readonly prefix?: readonly string[];
}

export interface RunningStandalone extends RunningTarget {
  readonly process: ChildProcess;
  readonly dataDir: string;
  readonly ports: readonly [http: number, otlpHttp: number, otlpGrpc: number];
  /** What it printed so far. */
  output(): string;
  /** kill -9 of the main process alone; resolves when it is gone. */
  kill(): Promise<void>;
}

/** Starts the built standalone and waits until it is healthy. */
export async function startStandalone(options: StandaloneOptions = {}): Promise<RunningStandalone> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'millrace-'));
  const ports = options.ports ?? ((await freePorts(3)) as unknown as readonly [number, number, number]);
  const { child, output } = spawnStandalone(dataDir, ports, options);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = `http://127.0.0.1:${ports[0]}`;
  await untilHealthy(url, child, output).catch((error: unknown) => {
    child.kill('SIGKILL');
    throw error;
  });
  return {
    process: child,
    dataDir,
    ports,
    url,
    otlpUrl: `http://127.0.0.1:${ports[1]}`,
    otlpGrpcAddress: `127.0.0.1:${ports[2]}`,
    pids: child.pid === undefined ? [] : [child.pid],
    output,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Starts the built standalone without waiting for anything. */
export function spawnStandalone(
  dataDir: string,
  ports: readonly number[],
  { environment, prefix = [] }: Pick<StandaloneOptions, 'environment' | 'prefix'> = {},
) {
  const [http, otlpHttp, otlpGrpc] = ports;
  const flags = [
    `--port=${http}`,
    `--otlp-http-port=${otlpHttp}`,
    `--otlp-grpc-port=${otlpGrpc}`,
    `--data-dir=${dataDir}`,
  ];
  const [program = '', ...args] = [...prefix, process.execPath, 'dist/standalone/main.js', ...flags];
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  });
  let text = '';
  const collect = (chunk: Buffer): void => void (text = (text + chunk.toString()).slice(-200_000));
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  return { child, output: () => text };
}

async function untilHealthy(url: string, child: ChildProcess, output: () => string): Promise<void> {
  for (const deadline = Date.now() + START_TIMEOUT_MS; Date.now() < deadline; await sleep(50)) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`standalone ended with ${child.exitCode ?? child.signalCode}:\n${output()}`);
    const answer = await fetch(`${url}/health`).catch(() => undefined);
    if (answer?.ok) return;
  }
  throw new Error(`standalone was not healthy within ${START_TIMEOUT_MS / 1000} s:\n${output()}`);
}

/** As many as are asked for, each of them as `freePort` finds it. */
export async function freePorts(count: number): Promise<number[]> {
  return Promise.all(Array.from({ length: count }, () => freePort()));
}
