import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { untilComplete } from '../support/api.ts';
import { startEvaluationTarget, type EvaluationTarget } from '../support/evaluation-target.ts';
import {
  containsScorer,
  EvaluationsClient,
  judgeScorer,
  makeAnswer,
  type EvaluationAnswer,
} from '../support/evaluations.ts';
import { startFakeLlm, type FakeLlm } from '../support/fake-llm/fake-llm.ts';
import { sendSpans } from '../support/otlp.ts';
import { TOPOLOGIES } from '../support/topologies.ts';

const TRACES = 24;
const LIMITS = { MILLRACE_JOBS_PER_WORKSPACE: '4' };
const isEnded = ({ state }: EvaluationAnswer): boolean => ['finished', 'cancelled', 'failed'].includes(state);

describe.each(TOPOLOGIES)('evaluations in $name', ({ name }) => {
  let target: EvaluationTarget;
  let llm: FakeLlm;
  let client: EvaluationsClient;
  let experimentId: string;
  const answers = Array.from({ length: TRACES }, (_, index) =>
    makeAnswer(`question ${index}`, index % 2 === 0 ? `even ${index};` : `odd ${index};`, {
      session: `session ${index % 3}`,
    }),
  );

  beforeAll(async () => {
    llm = await startFakeLlm({ latencyMs: 300 });
    target = await startEvaluationTarget(name, LIMITS);
    client = new EvaluationsClient(target.url);
    await client.addProvider(llm.url);
    experimentId = await client.createExperiment('batch');
    await sendSpans(target.otlpUrl, answers, { 'x-mlflow-experiment-id': experimentId });
    await untilComplete(target.url);
  }, 240_000);

  afterAll(async () => {
    await target?.stop();
    await llm?.stop();
  });

  const evaluate = async (more: object): Promise<EvaluationAnswer> => {
    const { evaluation_id: id } = await client.create({ experiment_id: experimentId, ...more });
    return client.until(id, isEnded);
  };
  const refusal = async (body: object): Promise<string> =>
    client.create({ experiment_id: experimentId, ...body }).then(
      () => 'accepted',
      (error: unknown) => String(error),
    );

  it('judge what a filter finds and say what became of each', async () => {
    const body = { scorers: [judgeScorer('right', 'gpt-4.1-mini-always-no'), containsScorer('even', 'even'), { name: 'same', definition: { millrace_scorer: { kind: 'exact_match' } } }] }; // prettier-ignore
    const estimate = await client.call<{ eligible: number; sampled: number; scorers: { calls: number }[] }>(
      'POST',
      '/api/v1/evaluations/estimate',
      { experiment_id: experimentId, ...body },
    );
    expect(estimate).toMatchObject({ eligible: TRACES, sampled: TRACES, is_cost_known: false });
    expect(estimate.scorers.map(({ calls }) => calls)).toEqual([TRACES, 0, 0]);

    const { evaluation_id: id, run_id: runId, ledger } = await evaluate(body);
    expect(ledger).toMatchObject({
      eligible: TRACES,
      sampled: TRACES,
      scored: TRACES,
      skipped: 0,
      failed: 0,
    });
    const results = await client.call<{
      scorers: {
        name: string;
        scored: number;
        skipped: number;
        pass_rate?: number;
        pass_rate_interval?: number[];
      }[];
      failures: { scorer: string; kind: string; reason: string; count: number; rationale?: string }[];
    }>('GET', `/api/v1/evaluations/${id}/results`);
    expect(results.scorers.map((each) => [each.name, each.scored, each.skipped, each.pass_rate])).toEqual([
      ['even', TRACES, 0, 0.5],
      ['right', TRACES, 0, 0],
      ['same', 0, TRACES, undefined],
    ]);
    const { scores } = await client.call<{ scores: { name: string; pass_rate?: number }[] }>(
      'GET',
      `/api/v1/evaluations/scores?evaluation_id=${id}&evaluation_id=unknown`,
    );
    expect(scores.map(({ name: score, pass_rate: rate }) => [score, rate])).toEqual([
      ['even', 0.5],
      ['right', 0],
      ['same', undefined],
    ]);
    expect(results.failures.map(({ scorer, kind, reason, count }) => [scorer, kind, reason, count])).toEqual([
      ['right', 'not passing', 'no', TRACES],
      ['same', 'skipped', "needs an expectation 'expected_response'", TRACES],
      ['even', 'not passing', 'no', TRACES / 2],
    ]);
    expect(results.failures[0]?.rationale).toBe('The fake judge says no.');
    const items = await client.call<{ items: { results: { scorer: string }[] }[] }>(
      'GET',
      `/api/v1/evaluations/${id}/items?scorer=even&passing=false&limit=100`,
    );
    expect(items.items).toHaveLength(TRACES / 2);
    const { run } =
      await client.call<{ run: { info: { status: string }; data: { tags: { key: string; value: string }[] } } }>( // prettier-ignore
        'GET',
        `/api/2.0/mlflow/runs/get?run_id=${runId}`,
      );
    expect(run.info.status).toBe('FINISHED');
    expect(run.data.tags).toContainEqual({ key: 'mlflow.runType', value: 'genai_evaluate' });
  });

  it('wait while they are paused, go on, and end when they are cancelled', async () => {
    const { evaluation_id: id } = await client.create({
      experiment_id: experimentId,
      scorers: [judgeScorer('slow', 'gpt-4.1-mini', 'Is {{ outputs }} slow?')],
    });
    await client.until(id, ({ ledger }) => ledger.scored > 0);
    const act = (what: string) => client.call<EvaluationAnswer>('POST', `/api/v1/evaluations/${id}/${what}`);
    expect((await act('pause')).state).toBe('paused');
    const paused = await client.until(id, ({ ledger }) => ledger.pending > 0 && ledger.scored > 0);
    expect(paused.state).toBe('paused');
    expect((await act('resume')).state).toBe('running');
    await client.until(id, ({ ledger }) => ledger.scored > paused.ledger.scored);
    expect((await act('cancel')).state).toBe('cancelled');
    const { ledger, run_id: runId } = await client.until(id, ({ ledger: { pending } }) => pending === 0);
    expect(ledger.scored + ledger.skipped).toBe(ledger.sampled);
    expect(ledger.reasons.every(({ reason }) => reason === 'cancelled')).toBe(true);
    const { run } = await client.call<{ run: { info: { status: string } } }>('GET', `/api/2.0/mlflow/runs/get?run_id=${runId}`); // prettier-ignore
    expect(run.info.status).toBe('KILLED');
    await expect(act('resume')).rejects.toThrow(/has ended \(cancelled\)/);
  });

  it('stay within their budget: what is left is skipped and says so', async () => {
    const body = { scorers: [judgeScorer('paid', 'gpt-4.1-mini', 'Is {{ outputs }} worth it?'), containsScorer('free', 'even')] }; // prettier-ignore
    // All of it would cost 0.00107: what is reserved for a call, 0.0009, stops fitting halfway.
    const { ledger, evaluation_id: id } = await evaluate({ ...body, budget_usd: 0.0015 });
    expect(ledger).toMatchObject({ sampled: TRACES, scored: TRACES });
    expect(ledger.cost_usd).toBeGreaterThan(0);
    expect(ledger.cost_usd).toBeLessThanOrEqual(0.0015);
    const results = await client.call<{ scorers: { name: string; scored: number; skipped: number }[] }>('GET', `/api/v1/evaluations/${id}/results`); // prettier-ignore
    const paid = results.scorers.find((each) => each.name === 'paid');
    expect(paid?.scored).toBeGreaterThan(0);
    expect(paid?.skipped).toBeGreaterThan(0);
    expect((paid?.scored ?? 0) + (paid?.skipped ?? 0)).toBe(TRACES);

    const alone = await evaluate({
      scorers: [judgeScorer('alone', 'gpt-4.1-mini', 'Is {{ outputs }} worth anything?')],
      budget_usd: 0.0000001,
    }); // prettier-ignore
    expect(alone.ledger).toMatchObject({ sampled: TRACES, scored: 0, skipped: TRACES, cost_usd: 0 });
    expect(alone.ledger.reasons).toEqual([{ state: 'skipped', reason: 'budget spent', count: TRACES }]);
  });

  it('say why a judge failed, and ask it again when told to', async () => {
    const failing = await evaluate({
      trace_ids: answers.slice(0, 3).map(({ traceId }) => traceId),
      scorers: [judgeScorer('broken', 'missing-model'), containsScorer('even', 'even')],
    });
    expect(failing.ledger).toMatchObject({ eligible: 3, sampled: 3, scored: 0, failed: 3 });
    expect(failing.ledger.reasons[0]?.reason).not.toBe('');
    const again = await client.call<EvaluationAnswer>('POST', `/api/v1/evaluations/${failing.evaluation_id}/retry-failed`); // prettier-ignore
    expect(again.ledger).toMatchObject({ pending: 3, failed: 0 });
    const { ledger } = await client.until(failing.evaluation_id, isEnded);
    expect(ledger).toMatchObject({ sampled: 3, failed: 3, pending: 0 });
  });

  it('judge the records of a data set: their traces, their outputs, or what a prompt makes of them', async () => {
    const { dataset_id: datasetId } = await client.call<{ dataset_id: string }>('POST', '/api/v1/datasets', {
      name: 'golden',
      experiment_ids: [experimentId],
    });
    await client.call('POST', `/api/v1/datasets/${datasetId}/records`, {
      records: [
        {
          inputs: { question: 'one' },
          outputs: 'yes, even',
          expectations: { expected_response: 'yes, even' },
        },
        { inputs: { question: 'two' }, outputs: 'odd', expectations: { expected_response: 'even' } },
        { inputs: { question: 'three' } },
      ],
    });
    const same = { name: 'same', definition: { millrace_scorer: { kind: 'exact_match' } } };
    const { ledger, evaluation_id: id } = await evaluate({ dataset_id: datasetId, scorers: [same] });
    expect(ledger).toMatchObject({ eligible: 3, sampled: 3, scored: 2, skipped: 1, failed: 0 });
    expect(ledger.reasons).toEqual([
      { state: 'skipped', reason: 'needs outputs, a trace or a task', count: 1 },
    ]);
    const items = await client.items(id);
    expect(items.map(({ results: [result] }) => result?.value)).toEqual(['yes', 'no', undefined]);
    // The third has no trace: what was asked is the record's.
    const asked = (question: string): string => JSON.stringify({ question });
    expect(items.map((item) => item.request_preview)).toEqual(['one', 'two', 'three'].map(asked));

    await client.call('POST', '/api/v1/prompts', { name: 'answer' });
    await client.call('POST', '/api/v1/prompts/answer/versions', {
      template: 'Answer {{question}} briefly.',
    });
    const task = { prompt: 'prompts:/answer/1', model: 'openai:/gpt-4.1-mini' };
    const answered = await evaluate({ dataset_id: datasetId, task, scorers: [containsScorer('any', 'zzz')] });
    expect(answered.ledger).toMatchObject({ sampled: 3, scored: 3, failed: 0 });
    expect(llm.requestsWith('Answer three briefly.')).toHaveLength(1);

    // The calls that answer are paid from the budget as those of judges are.
    const body = { dataset_id: datasetId, task, scorers: [containsScorer('any', 'zzz')] };
    expect(answered.ledger.cost_usd).toBeGreaterThan(0);
    const within = await evaluate({ ...body, budget_usd: 0.01 });
    expect(within.ledger).toMatchObject({ scored: 3, cost_usd: answered.ledger.cost_usd });
    const requests = llm.requests.length;
    const beyond = await evaluate({ ...body, budget_usd: 0.0000001 });
    expect(beyond.ledger).toMatchObject({ sampled: 3, skipped: 3, cost_usd: 0 });
    expect(beyond.ledger.reasons).toEqual([{ state: 'skipped', reason: 'budget spent', count: 3 }]);
    expect(llm.requests).toHaveLength(requests);
    const estimate = await client.call<{ cost_usd: number; is_within_budget: boolean; task: object }>(
      'POST',
      '/api/v1/evaluations/estimate',
      { experiment_id: experimentId, ...body, budget_usd: 0.0000001 },
    );
    expect(estimate.task).toMatchObject({ model: task.model, calls: 3, cost_usd: estimate.cost_usd });
    expect(estimate).toMatchObject({ is_within_budget: false, is_cost_known: true });
  });

  it('judge conversations once, on their first traces', async () => {
    const instructions = 'Is the whole {{ conversation }} friendly?';
    const { ledger, evaluation_id: id } = await evaluate({ filter: "name = 'chat'", scorers: [judgeScorer('friendly', 'gpt-4.1-mini', instructions)] }); // prettier-ignore
    expect(ledger.sessions).toMatchObject({ sampled: 3, scored: 3 });
    expect(ledger).toMatchObject({ sampled: TRACES, scored: TRACES });
    const items = await client.items(id);
    expect(items.filter(({ kind }) => kind === 'session')).toHaveLength(3);
  });

  it('that can’t be are refused with what to do', async () => {
    const scorers = [containsScorer('even', 'even')];
    expect(await refusal({ scorers, filter: 'nonsense ~ 1' })).toMatch(/400/);
    expect(await refusal({ scorers: [{ name: 'unknown' }] })).toMatch(/404.*unknown/);
    expect(await refusal({ scorers: [...scorers, ...scorers] })).toMatch(/400.*twice/);
    expect(await refusal({ scorers, dataset_id: 'd-none' })).toMatch(/404/);
    expect(await refusal({ scorers, from: '2026-01-02T00:00:00Z', to: '2026-01-01T00:00:00Z' })).toMatch(/400.*window/); // prettier-ignore
    expect(await refusal({ scorers, trace_ids: ['no id'] })).toMatch(/400.*trace id/);
  });
});
