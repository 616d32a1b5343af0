import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as sdk from '@millrace/sdk';
import { pythonWith } from '../support/python-environment.ts';
import { borrowTarget, type BorrowedTarget } from '../support/shared-target.ts';
import { STANDALONE } from '../support/topologies.ts';

const runFile = promisify(execFile);
const EXPERIMENT = 'seen by mlflow';

let python: string;
let target: BorrowedTarget;

beforeAll(async () => {
  python = pythonWith('test/conformance/requirements.txt');
  target = await borrowTarget(STANDALONE);
  sdk.init({ url: target.url, experiment: EXPERIMENT });
}, 600_000);

afterAll(async () => {
  sdk.clearActiveModel();
  await sdk.shutdown();
  await target?.stop();
});

/** What the client of MLflow finds. */
async function readByMlflow(said: object): Promise<Record<string, unknown>> {
  const env = { ...process.env, MLFLOW_TRACKING_URI: target.url, MLFLOW_DISABLE_TELEMETRY: 'true' };
  const program = 'test/conformance/mlflow/read_typescript_sdk.py';
  const { stdout } = await runFile(python, [program, JSON.stringify(said)], { env });
  return JSON.parse(stdout) as Record<string, unknown>;
}

it("MLflow's client reads what the TypeScript SDK wrote", async () => {
  await sdk.registerPrompt('greet', 'Hello {{name}}!', {
    tags: { author: 'ann' },
    commitMessage: 'begun',
    modelConfig: { model_name: 'gpt-4o-mini' },
    responseFormat: { type: 'object' },
    aliases: ['production'],
  });
  await sdk.registerPrompt('talk', [{ role: 'user', content: '{{question}}' }]);
  const model = await sdk.setActiveModel({ name: 'assistant', params: { stones: '2' }, git: true });
  const traceId = await sdk.withSpan({ name: 'answer', inputs: { question: 'Why?' } }, async (span) => {
    await sdk.loadPrompt('prompts:/greet@production');
    return span.traceId;
  });
  sdk.clearActiveModel();
  const rationale = 'Short and right.';
  const source = { type: 'judge', id: 'gpt' } as const;
  await sdk.logFeedback({ traceId, name: 'helpful', value: true, rationale, source });
  await sdk.logExpectation({ traceId, name: 'expected_facts', value: ['a', 'b'] });
  const dataset = await sdk.createDataset('examples');
  await dataset.mergeRecords([{ inputs: { n: 2 }, expectations: { expected_response: 4 } }]);
  const { runId } = await sdk.evaluate({
    experiment: EXPERIMENT,
    data: 'examples',
    predict: ({ n }: { n: number }) => 2 * n,
    scorers: [
      { name: 'right', score: ({ outputs, expectations }) => outputs === expectations['expected_response'] },
    ],
  });
  const ids = { trace_id: `tr-${traceId}`, model_id: model.modelId, run_id: runId };
  const read = await readByMlflow({ experiment: EXPERIMENT, ...ids });
  expect(read).toEqual({
    prompt: [1, 'Hello Ann!', { author: 'ann' }, ['production']],
    'about it': ['begun', { model_name: 'gpt-4o-mini' }, { type: 'object' }],
    chat: [{ role: 'user', content: 'Why?' }],
    'model of the trace': model.modelId,
    'prompts of the span': [{ name: 'greet', version: '1' }],
    assessments: expect.arrayContaining([
      ['helpful', true, 'LLM_JUDGE', rationale],
      ['expected_facts', ['a', 'b'], 'HUMAN', null],
    ]),
    model: ['assistant', { stones: '2' }, 'READY', true],
    'active model': model.modelId,
    'traces of the model': [ids.trace_id],
    records: [{ inputs: { n: 2 }, expectations: { expected_response: 4 } }],
    metrics: { 'right/mean': 1 },
    'traces of the run': 1,
  });
}, 120_000);
