import { spawn } from 'node:child_process';
import { createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePorts } from '../support/standalone.ts';

/** What each service can't do without, as `/health` names it. */
const SERVICES = [
  ['ingest', ['log', 'blobs']],
  ['writer', ['log', 'store']],
  ['query-api', ['log', 'store']],
  ['registry', ['postgres']],
  ['evaluator', ['log', 'store', 'postgres', 'redis']],
] as const;

/** `docker stop` kills after 10 s. */
const STOP_MS = 5_000;

describe('a service with all servers down', () => {
  it.each(SERVICES)(
    '%s starts, says what is missing (%j) and stops in time on SIGTERM',
    async (name, missing) => {
      const [closed = 0] = await freePorts(1);
      const service = await startAlone(name, closed);
      try {
        const health = await fetch(`${service.url}/health`);
        expect(health.status).toBe(503);
        const reasons = await health.text();
        for (const part of missing) expect(reasons).toMatch(new RegExp(`^${part}: .+`, 'm'));
        await service.expectPromptStop();
      } finally {
        service.kill();
      }
    },
  );
});

describe('a service whose servers take connections and never answer', () => {
  const sockets = new Set<Socket>();
  let silent: Server;

  beforeAll(async () => {
    silent = createServer((socket) => {
      sockets.add(socket.on('error', () => undefined).resume());
    });
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  });

  afterAll(() => {
    for (const socket of sockets) socket.destroy();
    silent.close();
  });

  it.each(SERVICES)('%s stops in time on SIGTERM', async (name) => {
    const address = silent.address();
    const service = await startAlone(name, typeof address === 'object' && address ? address.port : 0);
    try {
      await fetch(`${service.url}/health`);
      await service.expectPromptStop();
    } finally {
      service.kill();
    }
  });
});

/** A service that finds all its servers at one port of loopback. */
async function startAlone(name: string, serverPort: number) {
  const [port = 0, otlpHttp = 0, otlpGrpc = 0] = await freePorts(3);
  const child = spawn(process.execPath, [`dist/${name}/main.js`], {
    stdio: 'ignore',
    env: {
      PATH: process.env['PATH'],
      MILLRACE_PORT: String(port),
      MILLRACE_OTLP_HTTP_PORT: String(otlpHttp),
      MILLRACE_OTLP_GRPC_PORT: String(otlpGrpc),
      MILLRACE_KAFKA_BROKERS: `127.0.0.1:${serverPort}`,
      MILLRACE_POSTGRES_URL: `postgres://nobody@127.0.0.1:${serverPort}/none`,
      MILLRACE_CLICKHOUSE_URL: `http://127.0.0.1:${serverPort}/none`,
      MILLRACE_REDIS_URL: `redis://127.0.0.1:${serverPort}`,
      MILLRACE_BLOB_URL: `s3://none?endpoint=http://127.0.0.1:${serverPort}&path-style=true`,
      AWS_ACCESS_KEY_ID: 'nobody',
      AWS_SECRET_ACCESS_KEY: 'none',
    },
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const url = `http://127.0.0.1:${port}`;
  await untilAnswering(`${url}/health/live`);
  return {
    url,
    kill: () => child.kill('SIGKILL'),
    expectPromptStop: async () => {
      const asked = performance.now();
      child.kill('SIGTERM');
      expect(await ended).toBe(0);
      expect(performance.now() - asked).toBeLessThan(STOP_MS);
    },
  };
}

async function untilAnswering(url: string): Promise<void> {
  for (const deadline = Date.now() + 30_000; Date.now() < deadline; await sleep(100)) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
  }
  throw new Error(`${url} did not answer within 30 s`);
}
