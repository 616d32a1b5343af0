import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse, stringify } from 'yaml';
import { go, publishedProgram } from '../kubernetes/go.ts';
import { freePort, ServerProcess, type ServerHandle } from '../servers/index.ts';

const run = promisify(execFile);
const COMPONENTS = join(import.meta.dirname, 'builder.yaml');
const CACHE = join(import.meta.dirname, '../../../.cache/collector');
const MAX_OUTPUT = 64 * 1024 * 1024;

export type Environment = Readonly<Record<string, string>>;

export interface RunningCollector extends ServerHandle {
  /** Where it takes OTLP/HTTP. */
  readonly otlpUrl: string;
}

/** Path of a Collector of the components in builder.yaml, built once: minutes. */
export async function collectorProgram(): Promise<string> {
  const text = readFileSync(COMPONENTS, 'utf8');
  const target = join(CACHE, `otelcol-${createHash('sha256').update(text).digest('hex').slice(0, 12)}`);
  if (existsSync(target)) return target;
  const { dist, ...components } = parse(text) as { dist: { name: string; version: string } };
  const builder = await publishedProgram(`go.opentelemetry.io/collector/cmd/builder@v${dist.version}`);
  mkdirSync(CACHE, { recursive: true });
  const folder = mkdtempSync(join(CACHE, 'build-'));
  const root = (await go(['env', 'GOROOT'])).trim();
  const config = join(folder, 'builder.yaml');
  const settings = { ...dist, output_path: join(folder, 'source'), go: join(root, 'bin/go') };
  writeFileSync(config, stringify({ dist: settings, ...components }));
  await run(builder, ['--config', config, '--ldflags=-s'], {
    env: { ...process.env, GOTOOLCHAIN: 'auto', GOFLAGS: '-buildvcs=false' },
    maxBuffer: MAX_OUTPUT,
  });
  renameSync(join(folder, 'source', dist.name), target);
  rmSync(folder, { recursive: true });
  return target;
}

/** What it has against a configuration; empty: nothing. */
export async function configurationFaults(path: string, environment: Environment): Promise<string> {
  return run(await collectorProgram(), ['validate', `--config=${path}`], { env: { ...environment } }).then(
    () => '',
    (error: { readonly stderr: string }) => error.stderr,
  );
}

/** Runs a configuration, but for its ports, which are free ones of this machine. */
export async function startCollector(path: string, environment: Environment): Promise<RunningCollector> {
  const [http, grpc, health] = [await freePort(), await freePort(), await freePort()];
  const folder = mkdtempSync(join(tmpdir(), 'millrace-collector-'));
  const ports = join(folder, 'ports.yaml');
  const at = (port: number) => ({ endpoint: `127.0.0.1:${port}` });
  writeFileSync(
    ports,
    stringify({
      extensions: { health_check: at(health) },
      receivers: { otlp: { protocols: { http: at(http), grpc: at(grpc) } } },
    }),
  );
  const server = new ServerProcess({
    name: 'OpenTelemetry Collector',
    command: [await collectorProgram(), `--config=${path}`, `--config=${ports}`],
    env: { ...environment },
    isReady: () =>
      fetch(`http://127.0.0.1:${health}`).then(
        ({ ok }) => ok,
        () => false,
      ),
  });
  await server.start();
  return {
    otlpUrl: `http://127.0.0.1:${http}`,
    get pid() {
      return server.pid;
    },
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
    kill: () => server.kill(),
    restart: async () => {
      await server.stop();
      await server.start();
    },
  };
}
