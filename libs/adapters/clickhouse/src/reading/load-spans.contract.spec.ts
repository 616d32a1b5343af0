import { spanFacts, type NormalSpan } from '@millrace/domain';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { ClickHouseSpanStore } from '../storing/clickhouse-span-store.ts';
import { BASE_NS, sampleSpan, SECOND_NS, WORKSPACE } from '../testing/sample-spans.ts';
import { startTestEngine, type TestEngine } from '../testing/test-engine.ts';

let test: TestEngine;
let store: ClickHouseSpanStore;

beforeAll(async () => {
  test = await startTestEngine();
  store = new ClickHouseSpanStore(test.connection);
});
afterAll(() => test.stop());

beforeEach(async () => {
  await test.connection.command('TRUNCATE TABLE spans');
  await test.connection.command('SYSTEM STOP MERGES spans');
});

async function write(...spans: readonly NormalSpan[]): Promise<void> {
  const batch = store.openBatch();
  for (const span of spans) batch.addSpan(span);
  await batch.write();
}

const placeOf = ({ workspaceId, experimentId, source }: NormalSpan) => ({
  workspaceId,
  experimentId,
  traceId: source.traceId,
  startTimeUnixNano: source.startTimeUnixNano,
  spanId: source.spanId,
});

const root = sampleSpan({
  sequence: 4n,
  source: {
    attributes: new Map<string, string | bigint>([['n', 9007199254740993n]]),
    events: [{ timeUnixNano: BASE_NS, name: 'e', attributes: new Map([['k', 'v']]) }],
  },
  meaning: { type: 'LLM', outputs: { text: 'out' }, tokens: { input: 1 } },
});
const child = sampleSpan({ span: 2, parent: 1, sequence: 5n, startNs: BASE_NS + 90n * SECOND_NS });

it('reads spans back as they were written, each in its newest version', async () => {
  await write(root, child);
  const newer = { ...root, sequence: 8n, requestPreview: 'asked', responsePreview: undefined };
  await write(newer);
  const loaded = await store.loadSpans([root, child].map(placeOf));
  const byId = loaded.toSorted((a, b) => (a.source.spanId < b.source.spanId ? -1 : 1));
  expect(byId).toMatchObject([
    {
      workspaceId: WORKSPACE,
      sequence: 8n,
      receivedAt: root.receivedAt,
      source: { spanId: root.source.spanId, attributes: root.source.attributes, events: root.source.events },
      meaning: { type: 'LLM', outputs: { text: 'out' }, tokens: { input: 1 } },
      requestPreview: 'asked',
    },
    { sequence: 5n, source: { spanId: child.source.spanId } },
  ]);
  expect(byId.map(spanFacts)).toEqual([newer, child].map(spanFacts));
});

it('gives the spans asked for only, and none that are not there', async () => {
  await write(root, child);
  expect(await store.loadSpans([])).toEqual([]);
  expect(await store.loadSpans([{ ...placeOf(root), workspaceId: 'other' }])).toEqual([]);
  expect(await store.loadSpans([{ ...placeOf(root), spanId: 'f'.repeat(16) }])).toEqual([]);
  const [only] = await store.loadSpans([placeOf(child)]);
  expect(only?.source.spanId).toBe(child.source.spanId);
});

it('keeps the last of two rows with one sequence, in one batch and in two', async () => {
  const filled = { ...root, meaning: { ...root.meaning, inputs: { text: 'in' } } };
  await write(root, filled);
  expect((await store.loadSpans([placeOf(root)]))[0]?.meaning.inputs?.text).toBe('in');
  await write(root);
  await write(filled);
  expect((await store.loadSpans([placeOf(root)]))[0]?.meaning.inputs?.text).toBe('in');
  await test.connection.command('SYSTEM START MERGES spans');
  await test.connection.command('OPTIMIZE TABLE spans FINAL');
  expect((await store.loadSpans([placeOf(root)]))[0]?.meaning.inputs?.text).toBe('in');
});
