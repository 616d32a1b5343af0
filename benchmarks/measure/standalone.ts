import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface RunningTarget {
  /** Base URL of the API. */
  readonly url: string;
  /** Base URL of OTLP/HTTP, without `/v1/traces`. */
  readonly otlpUrl: string;
  /** Roots of the process trees whose cost is counted. */
  readonly pids: readonly number[];
  stop(): Promise<void>;
}

/** The built standalone on a data folder (a fresh one unless given) and free ports. */
export async function startStandalone(dataDir?: string): Promise<RunningTarget> {
  const folder = dataDir ?? mkdtempSync(join(tmpdir(), 'millrace-bench-'));
  const [port, otlpHttp, otlpGrpc] = await freePorts(3);
  const child = spawn(
    process.execPath,
    [
      'dist/standalone/main.js',
      `--port=${port}`,
      `--otlp-http-port=${otlpHttp}`,
      `--otlp-grpc-port=${otlpGrpc}`,
      `--data-dir=${folder}`,
    ],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  const url = `http://127.0.0.1:${port}`;
  await untilHealthy(url, child);
  return {
    url,
    otlpUrl: url,
    pids: child.pid === undefined ? [] : [child.pid],
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      if (dataDir === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function untilHealthy(url: string, child: ChildProcess): Promise<void> {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await sleep(50)) {
    if (child.exitCode !== null) throw new Error(`standalone ended with code ${child.exitCode}`);
    const answer = await fetch(`${url}/health`).catch(() => undefined);
    if (answer?.ok) return;
  }
  throw new Error('standalone was not healthy within 60 s');
}

/** Ports that were free a moment ago. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer();
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      return server;
    }),
  );
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
