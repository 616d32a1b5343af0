import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { freePorts } from '../support/standalone.ts';

/** What each service can't do without, as `/health` names it. */
const SERVICES = [
  ['ingest', ['log']],
  ['writer', ['log', 'store']],
  ['query-api', ['log', 'store']],
  ['registry', ['postgres']],
  ['evaluator', ['redis']],
] as const;

describe('a service with all servers down', () => {
  const blobs = mkdtempSync(join(tmpdir(), 'millrace-alone-'));

  afterAll(() => rmSync(blobs, { recursive: true, force: true }));

  it.each(SERVICES)('%s starts, says what is missing (%j) and stops on SIGTERM', async (name, missing) => {
    const [port = 0, otlpHttp = 0, otlpGrpc = 0, closed = 0] = await freePorts(4);
    const child = spawn(process.execPath, [`dist/${name}/main.js`], {
      stdio: 'ignore',
      env: {
        PATH: process.env['PATH'],
        MILLRACE_PORT: String(port),
        MILLRACE_OTLP_HTTP_PORT: String(otlpHttp),
        MILLRACE_OTLP_GRPC_PORT: String(otlpGrpc),
        MILLRACE_KAFKA_BROKERS: `127.0.0.1:${closed}`,
        MILLRACE_POSTGRES_URL: `postgres://nobody@127.0.0.1:${closed}/none`,
        MILLRACE_CLICKHOUSE_URL: `http://127.0.0.1:${closed}/none`,
        MILLRACE_REDIS_URL: `redis://127.0.0.1:${closed}`,
        MILLRACE_BLOB_URL: `file://${blobs}`,
      },
    });
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    try {
      await untilAnswering(`http://127.0.0.1:${port}/health/live`);
      const health = await fetch(`http://127.0.0.1:${port}/health`);
      expect(health.status).toBe(503);
      const reasons = await health.text();
      for (const part of missing) expect(reasons).toMatch(new RegExp(`^${part}: .+`, 'm'));
      child.kill('SIGTERM');
      expect(await ended).toBe(0);
    } finally {
      child.kill('SIGKILL');
    }
  });
});

async function untilAnswering(url: string): Promise<void> {
  for (const deadline = Date.now() + 30_000; Date.now() < deadline; await sleep(100)) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
  }
  throw new Error(`${url} did not answer within 30 s`);
}
