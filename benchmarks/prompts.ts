import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { startPostgres } from '../test/support/servers/index.ts';
import { startStandalone } from '../test/support/standalone.ts';
import { ProcessTreeMeter } from './measure/process-tree.ts';
import { saveResult } from './measure/save-result.ts';
import { timeInTurn, type Question } from './measure/timing.ts';
import { loadFor, type Load } from './prompts/closed-loop.ts';
import { fillPrompts, PROMPTS, VERSIONS_EACH } from './prompts/fill.ts';

const CONNECTIONS = 32;
const WARM_MS = 2000;
const LOAD_MS = 5000;
const ROUNDS = Number(process.argv.find((a) => a.startsWith('--rounds='))?.slice(9) ?? 15);
const LOADED = 'team1.prompt-1';

/** Loads by alias beside a bare route of the same bytes, and searches over 100,000 versions. */
async function main(): Promise<void> {
  const postgres = await startPostgres();
  const server = await startStandalone({ environment: { MILLRACE_POSTGRES_URL: postgres.url } });
  const results: Record<string, unknown> = { prompts: PROMPTS, versions: PROMPTS * VERSIONS_EACH };
  try {
    await fillPrompts(postgres.url);
    results['loads'] = await measureLoads(server.url, [...server.pids, postgres.pid]);
    results['searches'] = await timeInTurn(searches(server.url), ROUNDS);
    console.log(JSON.stringify(results['searches'], undefined, 1));
  } finally {
    await server.stop();
    await postgres.stop();
  }
  saveResult('prompts', results);
}

/** Each kind alone, one after the other, twice; the second round counts, so all are warm. */
async function measureLoads(url: string, pids: readonly number[]): Promise<Record<string, unknown>> {
  const address = `${url}/api/v1/prompts/${LOADED}/aliases/production`;
  const answer = await fetch(address);
  const bare = await startBare(await answer.text());
  const etag = answer.headers.get('etag') ?? '';
  const mlflow = `${url}/api/2.0/mlflow/registered-models/alias?name=${LOADED}&alias=production`;
  const kinds: Record<string, Load & { readonly pids: readonly number[] }> = {
    bareRoute: { url: bare.url, status: 200, pids: [bare.pid] },
    byAlias: { url: address, status: 200, pids },
    byAliasKnown: { url: address, status: 304, headers: { 'if-none-match': etag }, pids },
    byAliasMlflow: { url: mlflow, status: 200, pids },
    latestUncached: { url: address.replace('production', 'latest'), status: 200, pids },
  };
  const results: Record<string, unknown> = {};
  try {
    for (const [name, load] of Object.entries(kinds)) {
      await loadFor(WARM_MS, CONNECTIONS, load);
      const meter = new ProcessTreeMeter(load.pids);
      const result = await loadFor(LOAD_MS, CONNECTIONS, load);
      const { cpuSeconds } = meter.stop();
      const cpuMicrosecondsEach = Math.round(
        (cpuSeconds * 1e6) / ((result.requestsPerSecond * LOAD_MS) / 1000),
      );
      results[name] = { ...result, cpuMicrosecondsEach };
      console.log(name, JSON.stringify(results[name]));
    }
  } finally {
    bare.stop();
  }
  return results;
}

async function startBare(body: string): Promise<{ url: string; pid: number; stop: () => void }> {
  const script = `${import.meta.dirname}/prompts/bare-server.ts`;
  const flags = ['--experimental-transform-types', '--disable-warning=ExperimentalWarning'];
  const child = spawn(process.execPath, [...flags, script, body], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [port] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return { url: `http://127.0.0.1:${port}/prompt`, pid: child.pid ?? 0, stop: () => child.kill() };
}

/** What a page asks of 100,000 versions; each gives the number of rows it found. */
function searches(url: string): Record<string, Question> {
  const ask = (path: string, query: Readonly<Record<string, string>>, list: string): Question => {
    const address = `${url}${path}?${new URLSearchParams(query)}`;
    return async () => {
      const answer: unknown = await (await fetch(address)).json();
      const rows: unknown = Reflect.get(Object(answer), list);
      return Array.isArray(rows) ? rows.length : 0;
    };
  };
  const names = (filter: string): Question => ask('/api/v1/prompts', { filter, limit: '100' }, 'prompts');
  const isPrompt = "tags.`mlflow.prompt.is_prompt` = 'true'";
  const versions = (filter: string, limit = '100'): Question =>
    ask(
      '/api/2.0/mlflow/model-versions/search',
      { filter: filter === '' ? isPrompt : `${filter} AND ${isPrompt}`, max_results: limit },
      'model_versions',
    );
  return {
    firstPageOfPrompts: names(''),
    promptsByNamePattern: names("name ILIKE '%prompt-99%'"),
    promptsByTag: names("tags.team = 'team42'"),
    promptsOfExperiment: names("tags._mlflow_experiment_ids LIKE '%,7,%'"),
    latestVersionsOfAll: versions(''),
    versionsOfOnePrompt: versions(`name = '${LOADED}'`),
    versionsByTag: versions("tags.author = 'author7'"),
    versionsByWordInTemplate: versions("tags.`mlflow.prompt.text` LIKE '%no such word%'"),
  };
}

await main();
