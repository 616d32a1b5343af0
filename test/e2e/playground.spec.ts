import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFakeLlm, type FakeLlm } from '../support/fake-llm/fake-llm.ts';
import { borrowTarget, type BorrowedTarget } from '../support/shared-target.ts';
import { TOPOLOGIES } from '../support/topologies.ts';

interface Answer {
  readonly text: string;
  readonly input_tokens: number;
  readonly cost_usd?: number;
  readonly duration_ms: number;
  readonly trace_id: string;
}

describe.each(TOPOLOGIES)('the playground, $name', (topology) => {
  let target: BorrowedTarget;
  let llm: FakeLlm;

  beforeAll(async () => {
    [target, llm] = await Promise.all([borrowTarget(topology), startFakeLlm()]);
    await send('POST', '/api/v1/prompts', { name: 'greeting' });
    await send('POST', '/api/v1/prompts/greeting/versions', {
      messages: [
        { role: 'system', content: 'Be {{mood}}.' },
        { role: 'user', content: 'Greet {{name}}, the pangolin.' },
      ],
    });
  }, 180_000);

  afterAll(async () => {
    await target?.stop();
    await llm?.stop();
  });

  it('says how to bring a key when there is none', async () => {
    const [status, said] = await run({ messages: [{ role: 'user', content: 'Hi' }] });
    expect([status, JSON.stringify(said)]).toEqual([400, expect.stringContaining('no key of openai')]);
  });

  it('answers a version of a prompt with tokens and cost, and traces the call with a link to the version', async () => {
    await send('POST', '/api/v1/gateway/secrets', {
      name: 'openai',
      provider: 'openai',
      values: { api_key: 'sk-test' },
      settings: { api_base: llm.url },
    });
    const [status, answer] = await run({
      prompt: { name: 'greeting', version: 1 },
      variables: { mood: 'brief', name: 'Ada' },
      temperature: 0.3,
      max_output_tokens: 50,
    });
    expect(status).toBe(200);
    const { text, input_tokens, cost_usd, trace_id } = answer as Answer;
    expect(text).not.toBe('');
    expect(input_tokens).toBeGreaterThan(0);
    expect(cost_usd).toBeGreaterThan(0);
    const [request] = llm.requestsWith('Greet Ada, the pangolin.');
    expect(request).toMatchObject({ model: 'gpt-4.1-mini', temperature: 0.3 });
    const told = await send('GET', `/api/v1/traces/${trace_id}`);
    expect(told).toMatchObject({
      trace: {
        name: 'playground greeting',
        tags: { 'millrace.playground': 'true' },
        prompt_versions: ['greeting/1'],
      },
    });
    const filter = encodeURIComponent("prompt = 'greeting/1' AND span(type = 'CHAT_MODEL')");
    expect(
      await send('GET', `/api/v1/traces?experiment_id=${experimentOf(told)}&filter=${filter}`),
    ).toMatchObject({
      traces: [{ trace_id: trace_id.slice(3), tokens: { total: expect.any(Number) } }],
    });
  });

  it('runs messages that are not registered, and traces them without a prompt', async () => {
    const messages = [{ role: 'user', content: 'What does a {{animal}} eat?' }];
    const [status, answer] = await run({ messages, variables: { animal: 'pangolin' } });
    expect(status).toBe(200);
    expect(llm.requestsWith('What does a pangolin eat?')).toHaveLength(1);
    expect(await send('GET', `/api/v1/traces/${(answer as Answer).trace_id}`)).toMatchObject({
      trace: { name: 'playground', prompt_versions: [] },
    });
  });

  it('traces a call that the provider refuses, with its error', async () => {
    const messages = [{ role: 'user', content: 'Who are you?' }];
    const experimentId = experimentOf(await send('POST', '/api/v1/experiments', { name: 'refused calls' }));
    const [status] = await run({ messages, experiment_id: experimentId, model: 'openai:/gpt-wrong-key' });
    expect(status).toBe(403);
    const path = `/api/v1/traces?experiment_id=${experimentId}&consistency=strong`;
    expect(await send('GET', path)).toMatchObject({
      traces: [
        {
          name: 'playground',
          state: 'ERROR',
          error_count: 1,
          request_preview: expect.stringContaining('Who are you?'),
          tags: { 'millrace.playground': 'true' },
        },
      ],
    });
  });

  it.each([
    [{ prompt: { name: 'greeting', version: 1 }, variables: { mood: 'x' } }, 400, "needs 'name'"],
    [{ prompt: { name: 'greeting', version: 99 } }, 404, 'There is no prompt'],
    [{}, 400, 'either prompt or messages'],
    [{ messages: [{ role: 'user', content: 'x' }], experiment_id: '999999' }, 404, 'No Experiment'],
    [{ messages: [{ role: 'user', content: 'x' }], model: 'nobody:/x' }, 400, "names the provider 'nobody'"],
  ])('refuses %j', async (body, status, reason) => {
    const [answered, said] = await run(body);
    expect([answered, JSON.stringify(said)]).toEqual([status, expect.stringContaining(reason)]);
  });

  async function run(body: object): Promise<[number, unknown]> {
    const response = await fetch(`${target.url}/api/v1/playground/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return [response.status, await response.json()];
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

function experimentOf(told: unknown): string {
  const { trace, experiment_id: id } = told as {
    trace?: { experiment_id: string };
    experiment_id?: string;
  };
  return trace?.experiment_id ?? id ?? '';
}
