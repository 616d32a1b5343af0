import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSpan, newTraceId, sendSpans } from '../support/otlp.ts';
import { borrowTarget, type BorrowedTarget } from '../support/shared-target.ts';
import { TOPOLOGIES } from '../support/topologies.ts';

interface Listed {
  readonly traces: readonly {
    readonly trace_id: string;
    readonly tags: Readonly<Record<string, string>>;
    readonly assessments: readonly { readonly name: string; readonly value?: unknown }[];
  }[];
}

interface Changed {
  readonly trace_count: number;
  readonly next_page_token?: string;
}

describe.each(TOPOLOGIES)('changes of many traces in $name', (topology) => {
  let target: BorrowedTarget;
  const ids = [newTraceId(), newTraceId(), newTraceId()] as const;

  beforeAll(async () => {
    target = await borrowTarget(topology);
    const spans = ids.map((traceId, at) => makeSpan({ traceId, name: at === 2 ? 'other' : 'turn' }));
    await sendSpans(target.otlpUrl, spans);
  }, 180_000);

  afterAll(() => target?.stop());

  async function post(path: string, body: object): Promise<{ status: number; json: unknown }> {
    const answer = await fetch(`${target.url}/api/v1/traces/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: answer.status, json: await answer.json() };
  }

  async function change(path: string, body: object): Promise<Changed> {
    const { status, json } = await post(path, body);
    expect(status, JSON.stringify(json)).toBe(200);
    return json as Changed;
  }

  async function list(filter: string): Promise<Listed['traces']> {
    const query = new URLSearchParams({ filter, experiment_id: target.experimentId, limit: '500' });
    const answer = await fetch(`${target.url}/api/v1/traces?${query.toString()}`, {
      headers: { 'x-millrace-read-after': 'now' },
    });
    const { traces } = (await answer.json()) as Listed;
    return traces.filter(({ trace_id }) => (ids as readonly string[]).includes(trace_id));
  }

  it('sets tags on named traces, and removes them', async () => {
    await list('');
    expect(await change('tags', { trace_ids: ids.slice(0, 2), tags: { reviewed: 'yes' } })).toEqual({
      trace_count: 2,
    });
    expect((await list("tags.reviewed = 'yes'")).map(({ trace_id }) => trace_id).sort()).toEqual(
      ids.slice(0, 2).sort(),
    );
    await change('tags', { trace_ids: [ids[0]], tags: { reviewed: null, seen: 'today' } });
    expect((await list("tags.reviewed = 'yes'")).map(({ trace_id }) => trace_id)).toEqual([ids[1]]);
  });

  it('lists what was said about a trace with it', async () => {
    await post(`${ids[0]}/assessments`, { name: 'helpful', value: true, rationale: 'It answers.' });
    const [trace] = await list("feedback.helpful = 'true'");
    expect(trace?.assessments).toMatchObject([{ name: 'helpful', value: true, kind: 'feedback' }]);
  });

  it('deletes those that a filter finds, and no others', async () => {
    const filter = `name = 'turn' AND request_id IN (${ids.map((id) => `'tr-${id}'`).join(', ')})`;
    expect(await change('delete', { experiment_id: target.experimentId, filter })).toEqual({
      trace_count: 2,
    });
    expect((await list('')).map(({ trace_id }) => trace_id)).toEqual([ids[2]]);
  });

  it('deletes named ones, and passes over what is not there', async () => {
    expect(await change('delete', { trace_ids: [`tr-${ids[2]}`, newTraceId()] })).toEqual({ trace_count: 1 });
    expect(await list('')).toEqual([]);
  });

  it.each([
    ['delete', {}, 'say which traces'],
    ['delete', { trace_ids: [ids[0]], experiment_id: '0' }, 'not both'],
    ['delete', { experiment_id: '0', filter: 'nonsense' }, 'nonsense'],
    ['tags', { trace_ids: [ids[0]], tags: {} }, 'name at least one tag'],
    ['tags', { trace_ids: [ids[0]], tags: { 'mlflow.artifactLocation': 'x' } }, 'immutable'],
  ])('refuses %s of %j', async (path, body, words) => {
    const { status, json } = await post(path, body);
    expect(status).toBe(400);
    expect(JSON.stringify(json)).toContain(words);
  });
});
