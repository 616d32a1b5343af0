import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFakeLlm, type FakeLlm } from './fake-llm/fake-llm.ts';
import { pythonWith } from './python-environment.ts';
import type { RunningTarget } from './standalone.ts';
import type { Topology } from './topologies.ts';

const REQUIREMENTS = 'test/conformance/requirements.txt';
const FOLDERS = ['test/conformance/mlflow', 'test/conformance/opentelemetry'];
/** For work on one part: `ONLY=test_runs npx vitest run …` runs the tests whose names hold it. */
const ONLY = process.env['ONLY'] ?? '';
const TESTS = FOLDERS.flatMap((folder) =>
  readdirSync(folder).flatMap((file) => testsOf(folder, file)),
).filter((name) => name.includes(ONLY));

/** The tests of all Python clients, unmodified, against one topology; one spec file each, so that they run beside each other. */
export function describePythonClients(topology: Topology): void {
  describe(`unmodified Python clients against ${topology.name}`, () => {
    let target: RunningTarget;
    let llm: FakeLlm;
    let outcomes: ReadonlyMap<string, string>;

    beforeAll(async () => {
      const python = pythonWith(REQUIREMENTS);
      llm = await startFakeLlm();
      target = await topology.start();
      outcomes = await runPytest(python, target, llm);
    }, 600_000);

    afterAll(async () => {
      await llm?.stop();
      await target?.stop();
    });

    it.each(TESTS)('%s', (name) => {
      expect(outcomes.get(name) ?? 'did not run').toBe('passed');
    });
  });
}

/** `<file>.<function>` of each test in a file. */
function testsOf(folder: string, file: string): string[] {
  if (!file.startsWith('test_')) return [];
  const functions = readFileSync(join(folder, file), 'utf8').matchAll(/^def (test_\w+)/gm);
  return [...functions].map(([, name]) => `${file.replace('.py', '')}.${name}`);
}

/** Outcome of each test by `<file>.<function>`: `passed` with all its parameters, or what pytest said. */
async function runPytest(
  python: string,
  target: RunningTarget,
  llm: FakeLlm,
): Promise<ReadonlyMap<string, string>> {
  const report = join(mkdtempSync(join(tmpdir(), 'pytest-')), 'report.xml');
  const child = spawn(
    python,
    [
      '-m',
      'pytest',
      '-q',
      '-p',
      'no:cacheprovider',
      `--junitxml=${report}`,
      ...(ONLY ? ['-k', ONLY] : []),
      ...FOLDERS,
    ],
    {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        ...process.env,
        MILLRACE_URL: target.url,
        FAKE_LLM_URL: llm.url,
        MILLRACE_OTLP_HTTP_URL: target.otlpUrl,
        MILLRACE_OTLP_GRPC_ADDRESS: target.otlpGrpcAddress,
        MLFLOW_DISABLE_TELEMETRY: 'true',
        MLFLOW_HTTP_REQUEST_MAX_RETRIES: '3',
      },
    },
  );
  await new Promise((resolve) => child.on('exit', resolve));
  const xml = readFileSync(report, 'utf8');
  const cases = xml.matchAll(
    /<testcase classname="([\w.]+)" name="(\w+)[^"]*"[^>]*?(?:\/>|>([\s\S]*?)<\/testcase>)/g,
  );
  const outcomes = new Map<string, string>();
  for (const [, file = '', name = '', inner] of cases) {
    const test = `${file.split('.').pop()}.${name}`;
    const hasFailed = inner?.includes('<failure') === true || inner?.includes('<error') === true;
    if (hasFailed) outcomes.set(test, inner);
    else if (!outcomes.has(test)) outcomes.set(test, 'passed');
  }
  return outcomes;
}
