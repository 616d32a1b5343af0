import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { isRefusal, type ImportedItem, type KeyValue, type Refusal } from '../import-source.ts';
import { LangfuseFiles } from './langfuse-files.ts';

/** Written after Langfuse's documentation of its public API: there is no Langfuse server in the tests. */
const DOCUMENTED = `${import.meta.dirname}/testdata/langfuse-traces.json`;
const folder = mkdtempSync(join(tmpdir(), 'millrace-langfuse-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Span {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
  readonly status: { readonly code: number; readonly message: string };
  readonly attributes: readonly KeyValue[];
}

async function readFiles(...files: string[]) {
  const items: ImportedItem[] = [];
  const refusals: Refusal[] = [];
  for await (const item of new LangfuseFiles(files).items()) {
    if (isRefusal(item)) refusals.push(item);
    else items.push(item);
  }
  return { items, refusals };
}

const spansOf = (item: ImportedItem | undefined) => (item?.spans[0]?.scopeSpans?.[0]?.spans ?? []) as Span[];
const attributesOf = (span: Span | undefined) =>
  Object.fromEntries(
    (span?.attributes ?? []).map(({ key, value }) => [key, Object.values(value)[0] as unknown]),
  );
const write = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

describe('a trace with one observation at the top', () => {
  it('keeps its ids and tree, and says what Langfuse knew of it', async () => {
    const { items, refusals } = await readFiles(DOCUMENTED);
    expect(refusals).toEqual([]);
    const [agent, generation, tool] = spansOf(items[0]);
    expect(agent).toMatchObject({
      traceId: '0af7651916cd43dd8448eb211c80319c',
      spanId: 'b7ad6b7169203331',
      startTimeUnixNano: '1795168800000000000',
      endTimeUnixNano: '1795168802500000000',
    });
    expect(agent).not.toHaveProperty('parentSpanId');
    expect(attributesOf(agent)).toMatchObject({
      'langfuse.observation.type': 'agent',
      'langfuse.session.id': 'langfuse-session',
      'langfuse.user.id': 'u-7',
      'langfuse.trace.metadata.region': 'eu',
      'langfuse.trace.tags': { values: [{ stringValue: 'vip' }] },
    });
    expect(generation).toMatchObject({ parentSpanId: 'b7ad6b7169203331', status: { code: 0 } });
    expect(attributesOf(generation)).toMatchObject({
      'langfuse.observation.type': 'generation',
      'langfuse.observation.model.name': 'gpt-4o',
      'langfuse.observation.usage_details': '{"input":120,"output":30,"total":150}',
      'langfuse.observation.prompt.name': 'support',
      'langfuse.observation.prompt.version': '3',
      'llm.cost.total': 0.0006,
    });
    expect(tool).toMatchObject({ name: 'find order', status: { code: 2, message: 'no such order' } });
  });

  it('has its scores as assessments, by source and type of value', async () => {
    const { items } = await readFiles(DOCUMENTED);
    expect(items[0]?.info).toMatchObject({
      trace_id: 'tr-0af7651916cd43dd8448eb211c80319c',
      assessments: [
        {
          assessment_name: 'helpful',
          feedback: { value: true },
          source: { source_type: 'HUMAN' },
          rationale: 'it was',
        },
        {
          assessment_name: 'relevance',
          feedback: { value: 0.75 },
          source: { source_type: 'LLM_JUDGE' },
          span_id: '00f067aa0ba902b7',
        },
      ],
    });
  });
});

it('a trace with several at the top gets a span for itself; ids of another form are always the same', async () => {
  const [, old] = (await readFiles(DOCUMENTED)).items;
  const [, again] = (await readFiles(DOCUMENTED)).items;
  expect(old).toEqual(again);
  const [root, first, second] = spansOf(old);
  expect(root).toMatchObject({
    name: 'two steps',
    startTimeUnixNano: '1795176000000000000',
    endTimeUnixNano: '1795176003000000000',
  });
  expect(root?.traceId).toMatch(/^[0-9a-f]{32}$/);
  expect([first?.parentSpanId, second?.parentSpanId]).toEqual([root?.spanId, root?.spanId]);
  expect(attributesOf(second)['langfuse.observation.usage_details']).toBe(
    '{"input":5,"output":6,"total":11}',
  );
});

it('JSON lines and CSV of traces, observations and scores apart come to the same', async () => {
  const { items } = await readFiles(DOCUMENTED);
  const whole = JSON.parse(readFileSync(DOCUMENTED, 'utf8')) as [
    { observations: Record<string, unknown>[]; scores: object[] },
  ];
  const { observations, scores, ...trace } = whole[0];
  const traces = write('traces.jsonl', `${JSON.stringify(trace)}\n`);
  const titles = [...new Set(observations.flatMap((observation) => Object.keys(observation)))];
  const cells = observations.map((observation) =>
    titles.map((title) => cellOf(observation[title])).join(','),
  );
  const csv = write('observations.csv', [titles.join(','), ...cells].join('\n'));
  const scored = write('scores.json', JSON.stringify({ data: scores }));
  const apart = await readFiles(scored, csv, traces);
  expect(apart.refusals).toEqual([]);
  expect(apart.items).toEqual(items.slice(0, 1));
});

it('what is none is named', async () => {
  const bad = write(
    'bad.jsonl',
    '{"id": 3, "timestamp": "2026-11-20T12:00:00Z"}\n{"id": "s", "name": "n", "value": 1, "traceId": "gone"}\n',
  );
  expect((await readFiles(bad)).refusals).toEqual([
    { what: `row 1 of ${bad}`, why: expect.stringContaining('id: ') as string },
    { what: '1 scores of trace gone', why: 'the trace is not in the files' },
  ]);
  await expect(readFiles(write('none.json', '[{'))).rejects.toThrow(/none.json is no export of Langfuse/);
});

function cellOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `"${text.replaceAll('"', '""')}"`;
}
