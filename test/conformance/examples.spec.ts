import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getJson } from '../support/api.ts';
import { pythonWith } from '../support/python-environment.ts';
import { freePorts, startStandalone, type RunningTarget } from '../support/standalone.ts';

const EXAMPLES = 'examples/python';

let target: RunningTarget;
let python: string;
let environment: NodeJS.ProcessEnv;
let provider: ChildProcess;

beforeAll(async () => {
  python = pythonWith('test/conformance/requirements.txt');
  target = await startStandalone();
  provider = spawn(python, ['test/conformance/mlflow/fake_openai.py']);
  const [address] = provider.stdout ? await once(provider.stdout, 'data') : [];
  const url = String(address).trim();
  environment = {
    ...process.env,
    MILLRACE_URL: target.url,
    MLFLOW_DISABLE_TELEMETRY: 'true',
    OPENAI_API_KEY: 'none',
    OPENAI_BASE_URL: url,
    OPENAI_API_BASE: url,
  };
}, 600_000);

afterAll(async () => {
  provider?.kill();
  await target?.stop();
});

describe('examples of the guides, run as their readers do', () => {
  it('every OpenAI call is traced by one line, with tokens and cost', async () => {
    const output = await run('openai_autolog.py');
    expect(output).toMatch(/^trace {4}tr-[0-9a-f]{32} {2}OK {2}\d+ ms$/m);
    expect(output).toMatch(/^tokens {3}\{.*'total_tokens': 15/m);
    expect(output).toMatch(/^cost {5}\{.*'total_cost': [0-9.e-]+\}$/m);
    expect(output).toContain("answered 'echo: What turns a mill?'");
  }, 120_000);

  it('an agent that retrieves and calls a tool is a tree of spans, and judges read its traces', async () => {
    const tree = await run('rag_agent.py');
    expect(tree.trim().split('\n')).toEqual([
      'agent  [AGENT]',
      '  retrieve  [RETRIEVER]',
      '  respond  [CHAIN]',
      '    Completions  [CHAT_MODEL]',
      '    rainfall  [TOOL]',
      '    Completions  [CHAT_MODEL]',
    ]);
    const judged = await run('judge_production_traces.py', 'rag agent');
    expect(judged).toContain('1 traces of the last 24 hours');
    for (const metric of ['one_sentence/mean', 'relevance_to_query/mean', 'retrieval_groundedness/mean']) {
      expect(judged).toMatch(new RegExp(`^${metric}\\s+1\\.00$`, 'm'));
    }
  }, 180_000);

  it('two versions are told apart by commit, judged and compared', async () => {
    const output = await run('compare_versions.py');
    expect(output).toMatch(/^ +answers-short-[0-9a-f]+ +answers-long-[0-9a-f]+$/m);
    expect(output).toMatch(/^words\/mean +5\.0 +9\.0$/m);
    expect(output.match(/^answers-\w+-[0-9a-f]+: \d traces$/gm)).toHaveLength(2);
  }, 180_000);

  it('a chat service takes what its users say of its answers', async () => {
    const [port = 0] = await freePorts(1);
    const service = spawn(python, ['-m', 'uvicorn', 'feedback_endpoint:app', '--port', String(port)], {
      cwd: EXAMPLES,
      env: environment,
      stdio: 'ignore',
    });
    try {
      const base = `http://127.0.0.1:${port}`;
      await expect.poll(() => statusOf(`${base}/docs`), { timeout: 60_000 }).toBe(200);
      const { trace_id: traceId } = await post(`${base}/chat`, {
        question: 'What turns a mill?',
        user: 'ann',
      });
      const trace = `${target.url}/api/v1/traces/${String(traceId)}`;
      await expect.poll(() => statusOf(trace), { timeout: 20_000 }).toBe(200);
      await post(`${base}/feedback`, {
        trace_id: traceId,
        helpful: false,
        user: 'ann',
        comment: 'too short',
      });
      const { assessments } = await getJson<{ assessments: readonly object[] }>(
        `${trace}/assessments?consistency=strong`,
      );
      expect(assessments).toMatchObject([{ name: 'helpful', rationale: 'too short', source: { id: 'ann' } }]);
    } finally {
      service.kill();
    }
  }, 180_000);
});

/** What the example printed. Throws with all of it when it failed. */
async function run(file: string, ...parameters: readonly string[]): Promise<string> {
  const child = spawn(python, [file, ...parameters], { cwd: EXAMPLES, env: environment });
  let output = '';
  let complaints = '';
  child.stdout.on('data', (text: Buffer) => (output += text.toString()));
  child.stderr.on('data', (text: Buffer) => (complaints += text.toString()));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${file} ended with ${String(code)}:\n${output}\n${complaints}`);
  return output;
}

async function statusOf(url: string): Promise<number> {
  return fetch(url).then(
    (response) => response.status,
    () => 0,
  );
}

async function post(url: string, body: object): Promise<Record<string, unknown>> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Record<string, unknown>;
}
