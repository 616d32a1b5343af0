import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import ts from 'typescript';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { OtlpSink } from '../../test/support/otlp-sink.ts';
import {
  makePublishedApplication,
  type PublishedApplication,
} from '../../test/support/published-application.ts';

const run = promisify(execFile);
const BUILD_MS = 300_000;
const PACKAGES = ['@millrace/tracing', '@millrace/sdk'];
const KIB = 1024;
/** Gzipped and minified, with all that is not Node's: what an application that bundles pays. */
const BUDGETS = [
  { what: 'functions traced by hand', code: "export { init, trace } from '@millrace/tracing';", kib: 20 },
  {
    what: 'one autolog',
    code: "export { init, autologOpenAI } from '@millrace/tracing';",
    kib: 22,
  },
  { what: 'all of it', code: "export * from '@millrace/tracing';", kib: 32 },
];

let application: string;
let published: PublishedApplication;
let sink: OtlpSink;

beforeAll(async () => {
  published = await makePublishedApplication();
  application = published.folder;
}, BUILD_MS);
afterAll(() => published?.remove());

beforeEach(async () => {
  sink = await OtlpSink.start();
});
afterEach(() => sink.stop());

async function runProgram(name: string, code: string): Promise<string> {
  const file = join(application, name);
  writeFileSync(file, code);
  const env = { ...process.env, MILLRACE_URL: new URL(sink.url).origin };
  return (await run(process.execPath, [file], { env })).stdout;
}

const sentNames = (): string[] => sink.spans.map(({ name }) => name).toSorted();

const BODY = `
  sdk.init();
  await sdk.withSpan({ name: 'work' }, async () => {
    await new Promise((resolve) => setTimeout(resolve, 1));
    sdk.withSpan({ name: 'part' }, () => undefined);
  });
  await sdk.shutdown();`;

describe.each(PACKAGES)('%s as it is published', (name) => {
  it('traces as a module', async () => {
    await runProgram('program.mjs', `import * as sdk from '${name}'; ${BODY}`);
    expect(sentNames()).toEqual(['part', 'work']);
  });

  it('traces by require', async () => {
    await runProgram('program.cjs', `const sdk = require('${name}'); (async () => { ${BODY} })();`);
    expect(sentNames()).toEqual(['part', 'work']);
  });

  it('asks for nothing that it does not list', () => {
    const manifest = readFileSync(join(application, 'node_modules', name, 'package.json'), 'utf8');
    const { dependencies, private: isPrivate } = JSON.parse(manifest) as {
      readonly dependencies: object;
      readonly private?: boolean;
    };
    expect(isPrivate).toBeUndefined();
    expect(Object.keys(dependencies)).toEqual(
      name === '@millrace/sdk' ? ['@millrace/tracing', '@opentelemetry/api'] : ['@opentelemetry/api'],
    );
  });
});

it.each([
  {
    extensions: ['mts', 'cts'],
    module: ts.ModuleKind.Node16,
    moduleResolution: ts.ModuleResolutionKind.Node16,
  },
  { extensions: ['ts'], module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler },
])(
  'has types for $extensions files',
  ({ extensions, ...options }) => {
    const files = PACKAGES.flatMap((name, place) =>
      extensions.map((extension) => {
        const file = join(application, `typed-${place}.${extension}`);
        writeFileSync(file, typedProgram(name));
        return file;
      }),
    );
    const strictly = { ...options, strict: true, noEmit: true, target: ts.ScriptTarget.ES2022 };
    const program = ts.createProgram(files, { ...strictly, types: ['node'] });
    expect(ts.getPreEmitDiagnostics(program).map(({ messageText }) => messageText)).toEqual([]);
  },
  BUILD_MS,
);

function typedProgram(name: string): string {
  return `import { init, trace, SpanType } from '${name}';
    init({ url: 'http://localhost:5000' });
    export const doubled: (n: number) => number = trace((n: number) => 2 * n, { type: SpanType.TOOL });
    // @ts-expect-error a wrong option is told
    init({ uri: '' });`;
}

it('is a command that says what it can do, without what the machine of a Millrace needs', async () => {
  const command = join(application, 'node_modules/@millrace/cli/esm/millrace.js');
  const { stdout: help } = await run(process.execPath, [command, '--help']);
  expect(help).toContain('traces');
  expect(help).not.toContain('restore');
  const nobody = run(process.execPath, [command, 'traces', 'search', '--url', 'http://127.0.0.1:9']);
  await expect(nobody).rejects.toMatchObject({ code: 3, stderr: expect.stringContaining('127.0.0.1:9') });
});

it('is one, though it is loaded as a module and by require', async () => {
  await runProgram(
    'both.mjs',
    `import { createRequire } from 'node:module';
     import * as sdk from '@millrace/tracing';
     const required = createRequire(import.meta.url)('@millrace/tracing');
     if (required.init === sdk.init) throw new Error('these are no copies');
     sdk.init();
     sdk.withSpan({ name: 'module' }, () =>
       required.withSpan({ name: 'required' }, () => sdk.updateCurrentTrace({ tags: { a: 'b' } })),
     );
     await required.flush();`,
  );
  const [inner, outer] = sink.spans;
  expect([inner?.name, outer?.name]).toEqual(['required', 'module']);
  expect(inner?.parentSpanId).toBe(outer?.spanId);
  expect(outer?.attributes.get('mlflow.traceTag.a')).toBe('b');
});

it.each(BUDGETS)('costs an application at most $kib KiB: $what', async ({ code, kib }) => {
  const entry = join(application, 'bundled.mjs');
  writeFileSync(entry, code);
  const bundle = await rolldown({ input: entry, platform: 'node', cwd: dirname(entry), logLevel: 'silent' });
  const { output } = await bundle.generate({ format: 'esm', minify: true });
  const bytes = output.reduce(
    (sum, part) => sum + (part.type === 'chunk' ? gzipSync(part.code).length : 0),
    0,
  );
  expect(bytes / KIB).toBeLessThan(kib);
  expect(bytes / KIB).toBeGreaterThan(kib / 3);
});
