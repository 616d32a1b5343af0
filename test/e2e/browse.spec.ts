import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSpan, newTraceId, sendSpans } from '../support/otlp.ts';
import { borrowTarget, type BorrowedTarget } from '../support/shared-target.ts';
import { TOPOLOGIES } from '../support/topologies.ts';

interface Named {
  readonly name: string;
  readonly trace_id: string;
}

describe.each(TOPOLOGIES)('spans, sessions and suggestions in $name', (topology) => {
  let target: BorrowedTarget;
  const traceIds = [newTraceId(), newTraceId(), newTraceId()] as const;

  beforeAll(async () => {
    target = await borrowTarget(topology);
    for (const [index, traceId] of traceIds.entries()) {
      const root = makeSpan({ traceId, name: 'turn' });
      const call = makeSpan({
        traceId,
        parentSpanId: root.spanId,
        name: 'chat',
        attributes: {
          'gen_ai.operation.name': 'chat',
          'gen_ai.request.model': index === 2 ? 'gpt-4.1-mini' : 'gpt-4o',
          'gen_ai.conversation.id': index === 2 ? 'other' : 'talk',
          'gen_ai.usage.input_tokens': 100n,
          'user.id': `user-${index}`,
        },
      });
      await sendSpans(target.otlpUrl, [root, call]);
      // Requests of one conversation follow each other.
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }, 180_000);

  afterAll(() => target?.stop());

  async function get<Answer>(path: string, query: Readonly<Record<string, string>> = {}): Promise<Answer> {
    const answer = await fetch(`${target.url}${path}?${new URLSearchParams(query).toString()}`, {
      headers: { 'x-millrace-read-after': 'now' },
    });
    const json: unknown = await answer.json();
    expect(answer.status, JSON.stringify(json)).toBe(200);
    return json as Answer;
  }

  it('finds every span of a trace by what one of them says', async () => {
    const { spans } = await get<{ spans: readonly Named[] }>('/api/v1/spans', {
      filter: "trace.session = 'talk' AND trace.user = 'user-1'",
    });
    expect(spans.map(({ name }) => name).sort()).toEqual(['chat', 'turn']);
    expect(spans.every(({ trace_id }) => trace_id === traceIds[1])).toBe(true);
    const seen: string[] = [];
    let token: string | undefined;
    do {
      const page: { spans: readonly Named[]; next_page_token?: string } = await get('/api/v1/spans', {
        limit: '4',
        ...(token !== undefined && { page_token: token }),
      });
      seen.push(...page.spans.map(({ name }) => name));
      token = page.next_page_token;
    } while (token !== undefined);
    expect(seen).toHaveLength(6);
  });

  it('lists sessions and tells a conversation in order', async () => {
    const { sessions } = await get<{ sessions: readonly object[] }>('/api/v1/sessions', {
      order_by: 'traces',
    });
    expect(sessions).toMatchObject([
      { session_id: 'talk', trace_count: 2, user_ids: ['user-0', 'user-1'], tokens: { input: 200 } },
      { session_id: 'other', trace_count: 1, error_count: 0 },
    ]);
    const first = await get<{ session: object; traces: readonly Named[]; next_page_token: string }>(
      '/api/v1/sessions/talk',
      { limit: '1' },
    );
    expect(first.session).toMatchObject({ session_id: 'talk', trace_count: 2 });
    expect(first.traces.map(({ trace_id }) => trace_id)).toEqual([traceIds[0]]);
    const second = await get<{ traces: readonly Named[] }>('/api/v1/sessions/talk', {
      limit: '1',
      page_token: first.next_page_token,
    });
    expect(second.traces.map(({ trace_id }) => trace_id)).toEqual([traceIds[1]]);
    const none = await fetch(`${target.url}/api/v1/sessions/nobody`);
    expect(none.status).toBe(404);
  });

  it('suggests keys and values, the most frequent first', async () => {
    const suggest = async (query: Readonly<Record<string, string>>) =>
      (
        await get<{ suggestions: readonly { value: string }[] }>('/api/v1/suggestions', query)
      ).suggestions.map(({ value }) => value);
    expect(await suggest({ field: 'model', prefix: 'GPT' })).toEqual(['gpt-4o', 'gpt-4.1-mini']);
    expect(await suggest({ field: 'attributes', prefix: 'gen_ai.req' })).toEqual(['gen_ai.request.model']);
    expect(await suggest({ field: 'attributes.user.id' })).toEqual(['user-0', 'user-1', 'user-2']);
    expect(await suggest({ field: 'session' })).toEqual(['talk', 'other']);
    expect(await suggest({ field: 'tags', prefix: 'mlflow.' })).toContain('mlflow.traceName');
    const fault = await fetch(`${target.url}/api/v1/suggestions?field=colour`);
    expect(fault.status).toBe(400);
  });
});
