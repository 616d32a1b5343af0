import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  freePorts,
  spawnStandalone,
  startStandalone,
  type RunningStandalone,
} from '../support/standalone.ts';

/** Starts a standalone that can't start; how it ended and what it said. */
async function failedStart(
  dataDir: string,
  ports: readonly number[],
  environment: Readonly<Record<string, string>> = {},
) {
  const { child, output } = spawnStandalone(dataDir, ports, { environment });
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { code, output: output() };
}

describe('starting standalone', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'millrace-start-'));
  let server: RunningStandalone;

  beforeAll(async () => {
    server = await startStandalone();
  });

  afterAll(async () => {
    await server?.stop();
    rmSync(scratch, { recursive: true, force: true });
  });

  it('answers /health and says what to do next', async () => {
    const health = await fetch(`${server.url}/health`);
    expect([health.status, await health.text()]).toEqual([200, 'OK']);
    expect(server.output()).toContain(`mlflow.set_tracking_uri("http://localhost:${server.ports[0]}")`);
    expect(server.output()).toContain(String(server.ports[2]));
  });

  it('serves its OpenAPI document', async () => {
    const document = (await (await fetch(`${server.url}/api/v1/openapi.json`)).json()) as {
      openapi: string;
      paths: Record<string, unknown>;
    };
    expect(document.openapi).toMatch(/^3\./);
    expect(Object.keys(document.paths)).toContain('/api/v1/traces');
    expect(Object.keys(document.paths).every((path) => path.startsWith('/api/v1/'))).toBe(true);
  });

  it('refuses a folder that another one uses', async () => {
    const { code, output } = await failedStart(server.dataDir, await freePorts(3));
    expect(code).toBe(1);
    expect(output).toContain('another Millrace is running on the data folder');
    expect(output).toContain('MILLRACE_DATA_DIR');
  });

  it.each([
    [0, 'MILLRACE_PORT'],
    [1, 'MILLRACE_OTLP_HTTP_PORT'],
    [2, 'MILLRACE_OTLP_GRPC_PORT'],
  ])('says which setting changes a port in use (%i: %s)', async (index, setting) => {
    const ports = await freePorts(3);
    const holder = createServer();
    await new Promise<void>((resolve) => holder.listen(ports[index], '127.0.0.1', resolve));
    const { code, output } = await failedStart(join(scratch, `port-${index}`), ports);
    await new Promise((resolve) => holder.close(resolve));
    expect(code).toBe(1);
    expect(output).toContain(`port ${ports[index]} on 127.0.0.1 is in use`);
    expect(output).toContain(setting);
  });

  it('tells all settings that are not right at once', async () => {
    const { code, output } = await failedStart(join(scratch, 'settings'), await freePorts(3), {
      MILLRACE_CLICKHOUSE_URL: 'clickhouse.example',
      MILLRACE_KAFKA_BROKERS: 'kafka',
    });
    expect(code).toBe(2);
    expect(output).toContain('MILLRACE_CLICKHOUSE_URL');
    expect(output).toContain('expected host:port');
  });

  it.each(['0.0.0.0', '::', 'millrace.example'])(
    'refuses to listen on %s without authentication',
    async (host) => {
      const { code, output } = await failedStart(join(scratch, 'open'), await freePorts(3), {
        MILLRACE_HOST: host,
        MILLRACE_CLICKHOUSE_URL: 'clickhouse.example',
      });
      expect(code).toBe(2);
      expect(output).toContain(`MILLRACE_HOST is "${host}": expected an address of this machine alone`);
      expect(output).toContain('--allow-unauthenticated');
      expect(output).toContain('MILLRACE_CLICKHOUSE_URL');
    },
  );

  it('listens for everybody where that is allowed, and warns', async () => {
    const open = await startStandalone({
      environment: { MILLRACE_HOST: '0.0.0.0', MILLRACE_ALLOW_UNAUTHENTICATED: 'true' },
    });
    try {
      expect(open.output()).toMatch(/anyone who reaches 0\.0\.0\.0 .* can read and write/);
    } finally {
      await open.stop();
    }
  });

  it('refuses a flag it does not know and lists those it does', () => {
    const result = spawnSync(process.execPath, ['dist/standalone/main.js', '--prot=1'], { encoding: 'utf8' });
    expect(result.status).toBe(2);
    expect(result.stderr).toContain('--data-dir');
  });

  it('says what to do about a data folder that is a file', async () => {
    const file = join(scratch, 'file');
    writeFileSync(file, '');
    const { code, output } = await failedStart(file, await freePorts(3));
    expect(code).toBe(1);
    expect(output).toContain('set MILLRACE_DATA_DIR to a folder');
  });
});
