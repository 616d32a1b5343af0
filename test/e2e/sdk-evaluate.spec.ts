import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evaluate, EvaluationError } from '@millrace/sdk';
import { getJson } from '../support/api.ts';
import { borrowTarget, type BorrowedTarget } from '../support/shared-target.ts';
import { TOPOLOGIES } from '../support/topologies.ts';

describe.each(TOPOLOGIES)('evaluate() of the TypeScript SDK against $name', (topology) => {
  let target: BorrowedTarget;
  const send = async (method: string, path: string, body: object) => {
    const response = await fetch(`${target.url}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(await response.clone().text()).not.toContain('error_code');
    return response.json();
  };

  beforeAll(async () => {
    target = await borrowTarget(topology);
  }, 180_000);

  afterAll(async () => {
    await target?.stop();
  });

  it('runs the example: rows, errors, a run with metrics and traces', async () => {
    const output = await runExample(target.url);
    expect(output).toContain('France: The capital of France is Paris.  names the capital: true');
    expect(output).toContain('Peru: The capital of Peru is Lima.  names the capital: false');
    expect(output).toContain('Atlantis: failed, nothing is known of Atlantis');
    expect(output).toContain('1 of 3 failed');
    const [, runUrl = '', tracesUrl = ''] = /^(http.*\/runs\/\S+)\n(http\S+)$/m.exec(output) ?? [];
    const run = await getJson<{ status: string; metrics: { key: string; value: number }[] }>(runUrl);
    expect(run.status).toBe('FINISHED');
    expect(JSON.stringify(run.metrics)).toContain('names the capital/mean');
    const { traces } = await getJson<{ traces: { state: string; span_count: number }[] }>(tracesUrl);
    expect(traces.map(({ state, span_count: spans }) => `${state} ${spans}`).sort()).toEqual([
      'ERROR 2',
      'OK 2',
      'OK 2',
    ]);
  });

  it('lets scorers of Millrace judge, on a data set of Millrace, and two runs can be compared', async () => {
    const experiment = (await send('POST', '/api/v1/experiments', { name: 'sdk' })) as {
      experiment_id: string;
    };
    const dataset = (await send('POST', '/api/v1/datasets', {
      name: 'letters',
      experiment_ids: [experiment.experiment_id],
    })) as { dataset_id: string };
    const records = ['a', 'b', 'c'].map((letter) => ({
      inputs: { letter },
      expectations: { expected_response: letter.toUpperCase() },
    }));
    await send('POST', `/api/v1/datasets/${dataset.dataset_id}/records`, { records });
    await send('POST', '/api/v1/scorers', {
      experiment_id: experiment.experiment_id,
      name: 'exact',
      definition: { millrace_scorer: { kind: 'exact_match', parameters: {} } },
    });
    const shout = (letter: string) => letter.toUpperCase();
    const options = { url: target.url, experiment: 'sdk', data: 'letters', scorers: ['exact'] };
    const good = await evaluate({ ...options, predict: ({ letter }: { letter: string }) => shout(letter) });
    const bad = await evaluate({ ...options, predict: ({ letter }: { letter: string }) => letter });
    expect(good.rows.map(({ outputs }) => outputs).sort()).toEqual(['A', 'B', 'C']);
    expect([good.summary.scorers['exact'], bad.summary.scorers['exact']]).toEqual([
      { scored: 3, failed: 0, mean: 1 },
      { scored: 3, failed: 0, mean: 0 },
    ]);
    const compared = await send('POST', '/api/v1/comparisons', {
      experiment_id: experiment.experiment_id,
      baseline: { evaluation_id: bad.evaluationId },
      candidate: { evaluation_id: good.evaluationId },
    });
    expect(compared).toMatchObject({
      pairs: 3,
      scorers: [{ name: 'exact', baseline: 0, candidate: 1, improvements: 3 }],
    });
  }, 120_000);

  it('keeps what a scorer throws as its result, and says what is wrong with the rest', async () => {
    const common = { url: target.url, experiment: 'sdk faults', data: [{ inputs: { n: 1 } }] };
    const { rows, summary } = await evaluate({
      ...common,
      predict: ({ n }) => n,
      scorers: [
        {
          name: 'broken',
          score: () => {
            throw new Error('out of order');
          },
        },
      ],
    });
    expect(rows[0]?.verdicts).toEqual([{ name: 'broken', error: 'out of order' }]);
    expect(summary.scorers).toEqual({ broken: { scored: 0, failed: 1 } });
    await expect(evaluate({ ...common, predict: () => 1, scorers: ['no such scorer'] })).rejects.toThrow(
      /no such scorer/,
    );
    await expect(evaluate({ ...common, data: 'none', predict: () => 1, scorers: [] })).rejects.toThrow(
      /no data set 'none'/,
    );
  });
});

it('says that Millrace is not there', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  const url = `http://127.0.0.1:${port}`;
  const asked = evaluate({ url, experiment: 'x', data: [], predict: () => 1, scorers: [] });
  await expect(asked).rejects.toThrow(EvaluationError);
  await expect(asked).rejects.toThrow(/can't be reached/);
});

/** As its readers do. */
async function runExample(url: string): Promise<string> {
  const child = spawn(process.execPath, ['examples/typescript/evaluate.ts'], {
    env: { ...process.env, MILLRACE_URL: url },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await new Promise((resolve) => child.once('exit', resolve));
  return output;
}
