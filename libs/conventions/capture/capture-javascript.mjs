/**
 * Runs real JavaScript libraries against the fake provider and keeps the spans they export:
 *
 *     node capture-javascript.mjs --environments FOLDER [scenario ...]
 *
 * Installs the packages of javascript-packages.json into FOLDER/<environment> where they are not there yet.
 */
import { spawnSync, spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startFakeLlm } from '../../../test/support/fake-llm/fake-llm.ts';
import { startCollector } from './javascript-collector.mjs';

const HERE = import.meta.dirname;
const ROOT = resolve(HERE, '../../..');
const PACKAGES = JSON.parse(readFileSync(join(HERE, 'javascript-packages.json'), 'utf8'));

/** Resource attributes that say nothing about the library. */
const OF_THE_MACHINE = /^(host|process)\./;

/** scenario: [convention, script, environment, environment variables]; without an environment it is of this repository. */
const SCENARIOS = {
  'millrace-anthropic': ['mlflow', 'millrace_providers.mjs', undefined, { PROVIDER: 'anthropic' }],
  'millrace-gemini': ['mlflow', 'millrace_providers.mjs', undefined, { PROVIDER: 'gemini' }],
  'millrace-bedrock': ['mlflow', 'millrace_providers.mjs', undefined, { PROVIDER: 'bedrock' }],
  'millrace-llamaindex': ['mlflow', 'millrace_providers.mjs', undefined, { PROVIDER: 'llamaindex' }],
  'vercel-ai-7': ['vercel-ai', 'vercel_ai.mjs', 'vercel-ai', {}],
  'vercel-ai-7-legacy': ['vercel-ai', 'vercel_ai.mjs', 'vercel-ai', { TELEMETRY: 'legacy' }],
  'vercel-ai-5': ['vercel-ai', 'vercel_ai.mjs', 'vercel-ai-5', {}],
  'vercel-ai-6-anthropic': ['vercel-ai', 'vercel_ai_anthropic.mjs', 'vercel-ai-6', {}],
  'vercel-ai-5-anthropic': ['vercel-ai', 'vercel_ai_anthropic.mjs', 'vercel-ai-5', {}],
  'vercel-ai-7-anthropic': ['vercel-ai', 'vercel_ai_anthropic.mjs', 'vercel-ai', {}],
  'vercel-ai-7-legacy-anthropic': [
    'vercel-ai',
    'vercel_ai_anthropic.mjs',
    'vercel-ai',
    { TELEMETRY: 'legacy' },
  ],
  'livekit-session-js': ['livekit', 'livekit_session.mjs', 'livekit', {}],
  mastra: ['mastra', 'mastra_agent.mjs', 'mastra', { MASTRA_TELEMETRY_DISABLED: '1' }],
  'langfuse-js': ['langfuse', 'langfuse_openai.mjs', 'langfuse', {}],
  'traceloop-js': ['traceloop', 'traceloop_openai.mjs', 'traceloop', { TRACELOOP_TELEMETRY: 'false' }],
  'langsmith-openai-js': [
    'langsmith',
    'langsmith_openai.mjs',
    'langsmith',
    {
      LANGSMITH_TRACING: 'true',
      LANGSMITH_OTEL_ENABLED: 'true',
      LANGSMITH_API_KEY: 'not-a-key',
      LANGSMITH_PROJECT: 'travel',
    },
  ],
};

const { values, positionals } = parseArgs({
  options: { environments: { type: 'string' } },
  allowPositionals: true,
});
if (!values.environments)
  throw new Error('--environments FOLDER is missing: say where packages may be installed');
const environments = resolve(values.environments);
const collector = await startCollector();
const llm = await startFakeLlm();
try {
  for (const name of positionals.length > 0 ? positionals : Object.keys(SCENARIOS)) await capture(name);
} finally {
  collector.stop();
  await llm.stop();
}

async function capture(name) {
  const [convention, script, environment, extra] = SCENARIOS[name];
  const folder = environment === undefined ? join(HERE, 'scenarios') : install(environment);
  await run(folder, script, extra);
  const captured = collector.take();
  const spans = captured.resourceSpans.flatMap(({ scopeSpans }) =>
    scopeSpans.flatMap((scope) => scope.spans),
  );
  if (spans.length === 0) throw new Error(`${name}: the library exported no span`);
  const testdata = join(HERE, '..', 'src', convention, 'testdata');
  mkdirSync(testdata, { recursive: true });
  for (const { resource } of captured.resourceSpans) {
    resource.attributes = resource.attributes.filter(({ key }) => !OF_THE_MACHINE.test(key));
  }
  // Stack traces name the files of the machine.
  const text = JSON.stringify(captured, undefined, 2)
    .replaceAll(environments, '/environments')
    .replaceAll(ROOT, '/millrace');
  writeFileSync(join(testdata, `${name}.otlp.json`), `${text}\n`);
  console.log(`${name}: ${spans.length} spans`);
}

/** Scripts run inside their environment, for Node looks for packages beside the script. */
function install(environment) {
  const folder = join(environments, environment);
  if (!existsSync(join(folder, 'node_modules'))) {
    mkdirSync(folder, { recursive: true });
    const manifest = { private: true, type: 'module', dependencies: PACKAGES[environment] };
    writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
    const options = ['--no-audit', '--no-fund', '--ignore-scripts', '--legacy-peer-deps'];
    const { status } = spawnSync('npm', ['install', ...options], { cwd: folder, stdio: 'inherit' });
    if (status !== 0) throw new Error(`npm install of ${environment} failed: see above`);
  }
  for (const file of readdirSync(join(HERE, 'scenarios'))) {
    if (file.endsWith('.mjs')) copyFileSync(join(HERE, 'scenarios', file), join(folder, file));
  }
  return folder;
}

function run(folder, script, extra) {
  const child = spawn(process.execPath, [script], {
    cwd: folder,
    stdio: 'inherit',
    env: {
      PATH: process.env.PATH,
      COLLECTOR_URL: collector.url,
      OPENAI_BASE_URL: llm.url,
      OPENAI_API_KEY: 'not-a-key',
      ANTHROPIC_BASE_URL: llm.url,
      ANTHROPIC_API_KEY: 'not-a-key',
      OTEL_SERVICE_NAME: 'travel-agent',
      ...extra,
    },
  });
  return new Promise((done, fail) => {
    child.on('exit', (code) => (code === 0 ? done() : fail(new Error(`${script} ended with code ${code}`))));
  });
}
