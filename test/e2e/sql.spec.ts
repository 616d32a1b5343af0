import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { makeSpan, newTraceId, sendSpans } from '../support/otlp.ts';
import { borrowTarget, type BorrowedTarget } from '../support/shared-target.ts';
import { TOPOLOGIES } from '../support/topologies.ts';

/** The queries that docs/sql.md shows. */
const DOCUMENTED = [...readFileSync('docs/sql.md', 'utf8').matchAll(/```sql\n([\s\S]*?)```/g)].map(
  (match) => match[1] ?? '',
);

/** Some columns of a CSV whose values hold no comma; rows of one time stand in any order. */
function columnsOf(csv: string, names: readonly string[]): string {
  const [head = [], ...rows] = csv
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  const places = names.map((name) => head.indexOf(`"${name}"`));
  return rows
    .map((row) => places.map((place) => row[place]).join(','))
    .sort()
    .join('\n');
}

describe.each(TOPOLOGIES)('SQL of analysts in $name', (topology) => {
  let target: BorrowedTarget;

  beforeAll(async () => {
    target = await borrowTarget(topology);
    const traceId = newTraceId();
    const root = makeSpan({ traceId, name: 'ask', attributes: { 'session.id': 's 1' } });
    const attributes = {
      'gen_ai.operation.name': 'chat',
      'gen_ai.provider.name': 'openai',
      'gen_ai.request.model': 'gpt-4o',
      'gen_ai.usage.input_tokens': 1000n,
      'gen_ai.usage.output_tokens': 10n,
    };
    await sendSpans(target.otlpUrl, [
      root,
      makeSpan({ traceId, parentSpanId: root.spanId, name: 'chat', attributes }),
    ]);
  }, 180_000);

  afterAll(() => target?.stop());

  function post(body: object, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    return fetch(`${target.url}/api/v1/sql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-millrace-read-after': 'now', ...headers },
      body: JSON.stringify(body),
    });
  }

  it('answers in JSON', async () => {
    const answer = await post({
      query:
        'SELECT name, model, tokens_input, cost_total > 0 AS has_cost FROM spans WHERE name = {name:String}',
      parameters: { name: 'chat' },
    });
    const json = await answer.json();
    expect(answer.status, JSON.stringify(json)).toBe(200);
    expect(json).toMatchObject({
      data: [{ name: 'chat', model: 'gpt-4o', tokens_input: 1000, has_cost: 1 }],
      rows: 1,
    });
  });

  it('answers in the other formats, by field or by Accept', async () => {
    const query = 'SELECT name, span_count FROM traces';
    const csv = await post({ query, format: 'csv' });
    expect(csv.headers.get('content-type')).toContain('text/csv');
    expect((await csv.text()).trim()).toBe('"name","span_count"\n"ask",2');
    const lines = await post({ query }, { accept: 'application/x-ndjson' });
    expect(JSON.parse(await lines.text())).toEqual({ name: 'ask', span_count: 2 });
    const parquet = Buffer.from(
      await (await post({ query }, { accept: 'application/vnd.apache.parquet' })).arrayBuffer(),
    );
    expect(parquet.subarray(0, 4).toString() + parquet.subarray(-4).toString()).toBe('PAR1PAR1');
    const arrow = Buffer.from(await (await post({ query, format: 'arrow' })).arrayBuffer());
    expect(arrow.readInt32LE(0)).toBe(-1);
  });

  it('says what is wrong and where, and nothing of the server', async () => {
    const answer = await post({ query: 'SELECT name\nFROM spans WHERE )' });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toMatch(/line 2, column 18/);
    for (const query of [
      "SELECT file('/etc/passwd')",
      'SELECT * FROM system.users',
      'SELECT * FROM millrace.spans',
    ]) {
      const refusal = await post({ query });
      expect(refusal.status).toBe(400);
      expect(await refusal.text()).not.toMatch(/root:|127\.0\.0\.1|millrace_analyst/);
    }
    expect((await post({ query: 'DROP VIEW traces' })).status).toBe(400);
    expect((await post({ query: 'SELECT 1', max_rows: 0 })).status).toBe(400);
  });

  it('exports all traces that a filter finds', async () => {
    const get = (query: string) => fetch(`${target.url}/api/v1/traces/export?consistency=strong&${query}`);
    const found = await get(
      `filter=${encodeURIComponent("span.attributes.`gen_ai.request.model` = 'gpt-4o'")}`,
    );
    expect(found.headers.get('content-type')).toContain('application/x-ndjson');
    expect(JSON.parse(await found.text())).toMatchObject({ name: 'ask', span_count: 2, models: ['gpt-4o'] });
    expect(await (await get("filter=name%20%3D%20'nothing'")).text()).toBe('');
    const parquet = Buffer.from(await (await get('format=parquet')).arrayBuffer());
    expect(parquet.subarray(-4).toString()).toBe('PAR1');
    expect((await get('format=pdf')).status).toBe(400);
    expect((await get('limit=3&from=yesterday')).status).toBe(400);
  });

  it.each([
    ['traces', 'name,state,tokens_input', '"ask","OK",1000'],
    ['spans', 'name,model,tokens_input', '"ask",\\N,\\N\n"chat","gpt-4o",1000'],
    ['sessions', 'session_id,trace_count,tokens_input', '"s 1",1,1000'],
  ])('lists of %s are tables in other formats than JSON', async (list, columns, expected) => {
    const get = (query: string, accept = '*/*') =>
      fetch(`${target.url}/api/v1/${list}?consistency=strong&${query}`, { headers: { accept } });
    const csv = await get('format=csv&limit=100');
    expect(csv.headers.get('content-type')).toContain('text/csv');
    expect(columnsOf(await csv.text(), columns.split(','))).toBe(expected);
    const parquet = Buffer.from(await (await get('', 'application/vnd.apache.parquet')).arrayBuffer());
    expect(parquet.subarray(-4).toString()).toBe('PAR1');
    const arrow = Buffer.from(await (await get('format=arrow')).arrayBuffer());
    expect(arrow.readInt32LE(0)).toBe(-1);
    const [line = ''] = (await (await get('format=ndjson&limit=1')).text()).trim().split('\n');
    expect(Object.keys(JSON.parse(line))).toEqual(expect.arrayContaining(columns.split(',')));
    expect(await (await get('format=json')).json()).toHaveProperty(list);
    expect((await get('format=csv&page_token=x')).status).toBe(400);
    expect((await get('limit=501')).status).toBe(400);
    expect((await get('format=pdf')).status).toBe(400);
  });

  it('figures are tables in other formats than JSON', async () => {
    const ask = (body: object) =>
      fetch(`${target.url}/api/v1/analytics/query`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-millrace-read-after': 'now' },
        body: JSON.stringify({ view: 'spans', ...body }),
      });
    const question = {
      measures: ['count', 'tokens.input', 'latency.p95'],
      dimensions: ['attributes.`"; x', 'model'],
    };
    expect(await (await ask({ ...question, format: 'csv' })).text()).toBe(
      '"attributes.`""; x","model","count","tokens.input","latency.p95"\n',
    );
    const daily = {
      measures: ['count', 'tokens.input'],
      dimensions: ['name'],
      bucket: '1d',
      format: 'ndjson',
    };
    const lines = (await (await ask(daily)).text()).trim().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(
      expect.arrayContaining([
        { bucket: expect.stringMatching(/ 00:00:00\.000$/), name: 'ask', count: 1, 'tokens.input': 0 },
        { bucket: expect.any(String), name: 'chat', count: 1, 'tokens.input': 1000 },
      ]),
    );
    const parquet = Buffer.from(await (await ask({ ...daily, format: 'parquet' })).arrayBuffer());
    expect(parquet.subarray(-4).toString()).toBe('PAR1');
    expect((await ask({ ...daily, compare_previous: true })).status).toBe(400);
    expect((await ask({ ...daily, measures: ['count', 'count'] })).status).toBe(400);
  });

  it.each(DOCUMENTED)('runs as documented: %s', async (query) => {
    const parameters = { session: 'a', word: 'refund' };
    const answer = await post({ query, parameters });
    expect(answer.status, await answer.text()).toBe(200);
  });

  it('documents at least five queries', () => {
    expect(DOCUMENTED.length).toBeGreaterThanOrEqual(5);
  });
});
