import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFakeLlm, type FakeLlm } from '../support/fake-llm/fake-llm.ts';
import { makeSpan, sendSpans } from '../support/otlp.ts';
import { borrowTarget, type BorrowedTarget } from '../support/shared-target.ts';
import { TOPOLOGIES } from '../support/topologies.ts';

interface Scoring {
  readonly state: string;
  readonly reason?: string;
  readonly verdicts: readonly { name: string; value: unknown; judge_trace_id?: string }[];
  readonly cost_usd: number;
  readonly is_cached: boolean;
  readonly prompts: readonly (readonly { role: string; content: string }[])[];
}

describe.each(TOPOLOGIES)('trying a scorer, $name', (topology) => {
  let target: BorrowedTarget;
  let llm: FakeLlm;
  let traceId: string;

  beforeAll(async () => {
    [target, llm] = await Promise.all([borrowTarget(topology), startFakeLlm()]);
    const span = makeSpan({
      attributes: { 'mlflow.spanInputs': '"What is it?"', 'mlflow.spanOutputs': '"A green parrot."' },
    });
    traceId = span.traceId;
    await sendSpans(target.otlpUrl, [span]);
  }, 180_000);

  afterAll(async () => {
    await target?.stop();
    await llm?.stop();
  });

  it('says how to bring a key when there is none', async () => {
    const [, scoring] = await tryScorer(GUIDELINES);
    expect(scoring).toMatchObject({
      state: 'failed',
      reason: expect.stringContaining('no key of openai'),
      verdicts: [],
    });
  });

  it('answers what it finds with the prompt, tokens and cost, and traces the call as the judge’s', async () => {
    await send('POST', '/api/v1/gateway/secrets', {
      name: 'openai',
      provider: 'openai',
      values: { api_key: 'sk-test' },
      settings: { api_base: llm.url },
    });
    const [status, scoring] = await tryScorer(GUIDELINES);
    expect([status, scoring.state, scoring.is_cached]).toEqual([200, 'scored', false]);
    expect(scoring.verdicts).toMatchObject([{ name: 'polite', value: 'yes' }]);
    expect(scoring.cost_usd).toBeGreaterThan(0);
    expect(JSON.stringify(scoring.prompts)).toContain('A green parrot.');
    expect((await tryScorer(GUIDELINES))[1]).toMatchObject({ is_cached: true, cost_usd: 0 });
    expect(llm.requestsWith('A green parrot.')).toHaveLength(1);
    const judge = await send('GET', `/api/v1/traces/${scoring.verdicts[0]?.judge_trace_id}`);
    expect(judge).toMatchObject({ trace: { metadata: { 'mlflow.trace.sourceScorer': 'polite' } } });
    expect(await send('GET', `/api/v1/traces/${traceId}/assessments`)).toEqual({ assessments: [] });
  });

  it.each([
    [{ trace_id: 'tr-1', scorer: { name: 'x' } }, 400, 'is not the id of a trace'],
    [{ scorer: { name: 'x' } }, 400, 'trace_id, or session_id'],
    [{ trace_id: `tr-${'e'.repeat(32)}`, scorer: { name: 'x' } }, 404, 'not found'],
  ])('refuses %j', async (body, status, reason) => {
    const response = await fetch(`${target.url}/api/v1/scorings`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect([response.status, await response.text()]).toEqual([status, expect.stringContaining(reason)]);
  });

  async function tryScorer(definition: object): Promise<[number, Scoring]> {
    const response = await fetch(`${target.url}/api/v1/scorings`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ trace_id: `tr-${traceId}`, scorer: { name: 'polite', definition } }),
    });
    return [response.status, (await response.json()) as Scoring];
  }

  async function send(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(target.url + path, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response.json();
  }
});

const GUIDELINES = { millrace_scorer: { kind: 'guidelines', parameters: { guidelines: ['Be polite.'] } } };
