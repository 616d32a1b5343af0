import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testsOf } from './client-tests.ts';
import { startFakeLlm, type FakeLlm } from './fake-llm/fake-llm.ts';
import { pythonWith } from './python-environment.ts';
import { sharedTarget } from './shared-target.ts';
import type { RunningTarget } from './standalone.ts';
import type { Topology } from './topologies.ts';

/** Clients as they are installed, and their tests. */
export interface PythonClients {
  readonly name: string;
  readonly requirements: string;
  /** Files of tests, and folders of them. */
  readonly paths: readonly string[];
  /** Each test with the first of its parameters alone. */
  readonly isShort?: boolean;
  /** Of the MLflow client: tests of what came later are left out. Absent: all are run. */
  readonly version?: string;
}

const MLFLOW = 'test/conformance/mlflow';
export const LATEST_CLIENTS: PythonClients = {
  name: 'Python clients',
  requirements: 'test/conformance/requirements.txt',
  paths: [MLFLOW, 'test/conformance/opentelemetry'],
};

/** Where the other topology runs them whole: the cases of a test differ in what is asked, not in who answers. */
export const SHORTENED: PythonClients = { ...LATEST_CLIENTS, isShort: true };

const OLDEST = 'test/conformance/requirements-oldest.txt';
/** What it has; the rest came later, or has nothing to do with the version of a client. */
const OLD_FEATURES = [
  'artifacts',
  'assessments',
  'experiments',
  'logged_models',
  'prompts',
  'runs',
  'search_traces',
  'trace_changes',
  'tracing',
];
/** Of the MLflow client alone. */
export const OLDEST_CLIENT: PythonClients = {
  name: 'oldest MLflow client',
  requirements: OLDEST,
  paths: OLD_FEATURES.map((feature) => `${MLFLOW}/test_${feature}.py`),
  version: /^mlflow-skinny==(.*)$/m.exec(readFileSync(OLDEST, 'utf8'))?.[1] ?? '',
};

/** For work on one part: `ONLY=test_runs npx vitest run …` runs the tests whose names hold it. */
const ONLY = process.env['ONLY'] ?? '';

/** The tests of all Python clients, unmodified, against one topology; one spec file each, so that they run beside each other. */
export function describePythonClients(topology: Topology, clients = LATEST_CLIENTS): void {
  const tests = clients.paths
    .flatMap((path) => testsOf(path, clients.version))
    .filter((name) => name.includes(ONLY));

  describe(`unmodified ${clients.name} against ${topology.name}`, () => {
    let target: RunningTarget;
    let llm: FakeLlm;
    let outcomes: ReadonlyMap<string, string>;

    beforeAll(async () => {
      const python = pythonWith(clients.requirements);
      llm = await startFakeLlm();
      target = await sharedTarget(topology);
      outcomes = await runPytest(python, clients, target, llm);
    }, 1_200_000);

    afterAll(async () => {
      await llm?.stop();
    });

    it.each(tests)('%s', (name) => {
      expect(outcomes.get(name) ?? 'did not run').toBe('passed');
    });
  });
}

/** Outcome of each test by `<file>.<function>`: `passed` with all its parameters, or what pytest said. */
async function runPytest(
  python: string,
  { paths, isShort = false }: PythonClients,
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
      ...paths,
    ],
    {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        ...process.env,
        MILLRACE_URL: target.url,
        ...(isShort && { MILLRACE_CASES: 'first' }),
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
