import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { rolldown } from 'rolldown';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { installJavascriptRuntimes, type JavascriptRuntimes } from '../support/javascript-runtimes.ts';
import { OtlpSink } from '../support/otlp-sink.ts';
import { makePublishedApplication, type PublishedApplication } from '../support/published-application.ts';
import { freePort } from '../support/servers/index.ts';

const run = promisify(execFile);
const INSTALL_MS = 10 * 60_000;

let runtimes: JavascriptRuntimes;
let application: PublishedApplication;
let sink: OtlpSink;

beforeAll(async () => {
  runtimes = installJavascriptRuntimes();
  application = await makePublishedApplication(runtimes.oldApi);
}, INSTALL_MS);
afterAll(() => application?.remove());

beforeEach(async () => {
  sink = await OtlpSink.start();
});
afterEach(() => sink.stop());

const BODY = `
  const rain = sdk.trace(async function* rain() {
    yield 'a';
    await new Promise((resolve) => setTimeout(resolve, 2));
    yield 'b';
  });
  sdk.init({ url: process.argv[2], experiment: { id: '1' } });
  await sdk.withSpan({ name: 'work' }, async () => {
    for await (const drop of rain()) sdk.withSpan({ name: drop }, () => undefined);
    sdk.updateCurrentTrace({ tags: { said: 'yes' } });
  });
  await sdk.shutdown();`;

const PROGRAMS = {
  'program.mjs': `import * as sdk from '@millrace/tracing'; ${BODY}`,
  'program.cjs': `const sdk = require('@millrace/tracing'); (async () => { ${BODY} })();`,
};

const url = (): string => new URL(sink.url).origin;

describe.each(['node18', 'node20', 'bun'] as const)('@millrace/tracing on %s', (runtime) => {
  it.each(Object.entries(PROGRAMS))('traces streams and parents: %s', async (name, code) => {
    const file = join(application.folder, name);
    writeFileSync(file, code);
    await run(runtimes[runtime], [file, url()]);
    const spans = new Map(sink.spans.map((span) => [span.name, span]));
    const root = spans.get('work');
    expect([...spans.keys()].toSorted()).toEqual(['a', 'b', 'rain', 'work']);
    expect(spans.get('rain')?.parentSpanId).toBe(root?.spanId);
    expect(spans.get('b')?.parentSpanId).toBe(root?.spanId);
    expect(root?.attributes.get('mlflow.traceTag.said')).toBe('yes');
  });
});

it('is installed by npm, with all that it needs', { timeout: INSTALL_MS }, async () => {
  const place = mkdtempSync(join(tmpdir(), 'millrace-installed-'));
  try {
    await run(process.execPath, ['tools/packages/main.ts', join(place, 'packages')]);
    const tarballs = globSync('*.tgz', { cwd: join(place, 'packages') }).map((name) => `./packages/${name}`);
    expect(tarballs).toHaveLength(3);
    writeFileSync(join(place, 'package.json'), '{ "private": true }');
    await run('npm', ['install', '--no-audit', '--no-fund', ...tarballs], { cwd: place });
    writeFileSync(join(place, 'program.mjs'), PROGRAMS['program.mjs'].replaceAll('/tracing', '/sdk'));
    await run(runtimes.node20, ['program.mjs', url()], { cwd: place });
    expect(sink.spans.map(({ name }) => name).toSorted()).toEqual(['a', 'b', 'rain', 'work']);
    const { stdout } = await run(runtimes.node20, ['node_modules/.bin/millrace', '--version'], {
      cwd: place,
    });
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  } finally {
    rmSync(place, { recursive: true });
  }
});

describe('@millrace/tracing at the edge (workerd)', () => {
  const REQUESTS = 40;
  let worker: ChildProcess | undefined;

  afterEach(async () => {
    if (!worker || worker.exitCode !== null) return;
    worker.kill();
    await once(worker, 'exit');
  });

  it('sends what each request traced, however many there are at once', async () => {
    const address = await startWorker();
    const answers = await Promise.all(
      Array.from({ length: REQUESTS }, async (_, at) => {
        const answer = await fetch(`${address}/${at % 2 === 0 ? 'flush' : 'later'}`);
        return answer.text();
      }),
    );
    expect(new Set(answers)).toEqual(new Set(['done']));
    await expect.poll(() => sink.spans.length, { timeout: 20_000 }).toBe(2 * REQUESTS);
    const roots = new Map(
      sink.spans.filter(({ name }) => name === 'request').map((span) => [span.spanId, span]),
    );
    expect(roots.size).toBe(REQUESTS);
    for (const span of sink.spans.filter(({ name }) => name === 'part')) {
      expect(roots.get(span.parentSpanId ?? '')?.traceId).toBe(span.traceId);
    }
  });

  async function startWorker(): Promise<string> {
    const port = await freePort();
    writeFileSync(
      join(application.folder, 'edge.mjs'),
      `import { flush, init, withSpan } from '@millrace/tracing';
       init({ url: '${url()}', experiment: { id: '1' } });
       const pause = () => new Promise((resolve) => setTimeout(resolve, 5));
       export default {
         async fetch(request, env, ctx) {
           const text = await withSpan({ name: 'request' }, async () => {
             await pause();
             return withSpan({ name: 'part' }, () => 'done');
           });
           if (request.url.endsWith('/flush')) await flush();
           else ctx.waitUntil(flush());
           return new Response(text);
         },
       };`,
    );
    const bundle = await rolldown({
      input: join(application.folder, 'edge.mjs'),
      platform: 'neutral',
      external: /^node:/,
      resolve: { mainFields: ['module', 'main'] },
    });
    await bundle.write({ file: join(application.folder, 'worker.js'), format: 'esm' });
    const config = join(application.folder, 'config.capnp');
    writeFileSync(
      config,
      `using Workerd = import "/workerd/workerd.capnp";
       const config :Workerd.Config = (
         services = [
           (name = "main", worker = .main),
           (name = "internet", network = (allow = ["public", "private"])),
         ],
         sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
       );
       const main :Workerd.Worker = (
         modules = [(name = "worker", esModule = embed "worker.js")],
         compatibilityDate = "2026-01-01",
         compatibilityFlags = ["nodejs_compat"],
       );`,
    );
    worker = spawn(runtimes.workerd, ['serve', config], { stdio: 'inherit' });
    const address = `http://127.0.0.1:${port}`;
    const answers = () =>
      fetch(`${address}/flush`).then(
        ({ ok }) => ok,
        () => false,
      );
    await expect.poll(answers, { timeout: 20_000 }).toBe(true);
    sink.spans.splice(0);
    return address;
  }
});
