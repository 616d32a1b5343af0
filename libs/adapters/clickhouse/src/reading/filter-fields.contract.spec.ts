import { parseFilter, Rejected, type TraceEntry } from '@millrace/domain';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ClickHouseSpanStore } from '../storing/clickhouse-span-store.ts';
import {
  BASE_NS,
  sampleSpan,
  SECOND_NS,
  spanId,
  traceId,
  traceRowOf,
  WORKSPACE,
} from '../testing/sample-spans.ts';
import { startTestEngine, type TestEngine } from '../testing/test-engine.ts';
import { ClickHouseTraceReader } from './clickhouse-trace-reader.ts';

const assessment = (name: string, content: object): TraceEntry => ({
  kind: 'assessment',
  key: `a-${name}`,
  value: JSON.stringify({ assessment_name: name, ...content }),
  sequence: 1n,
});

const PICO_PER_DOLLAR = 1_000_000_000_000n;
const TRACES = [
  {
    spans: [
      sampleSpan({ trace: 1, span: 1, source: { name: 'root' }, meaning: { sessionId: 's1', userId: 'u1' } }),
      sampleSpan({
        trace: 1,
        span: 2,
        parent: 1,
        startNs: BASE_NS + SECOND_NS,
        source: {
          endTimeUnixNano: BASE_NS + 3n * SECOND_NS,
          attributes: new Map<string, bigint | number>([
            ['retries', 3n],
            ['temperature', 0.2],
          ]),
        },
        meaning: {
          type: 'LLM',
          model: 'gpt-4o',
          timeToFirstTokenMs: 250.5,
          promptVersions: [{ name: 'greet', version: '2' }],
          loggedModel: 'm-1',
          provider: 'openai',
          inputs: { text: '{"question":"Where is my Refund, the 2nd one?\\nThanks\\tEver so much"}' },
          outputs: { text: '{"answer":"Überwiesen am Montag, 返金処理済み"}' },
          tokens: { input: 100, output: 20 },
          cost: {
            input: PICO_PER_DOLLAR,
            cache: 0n,
            output: 0n,
            total: 2n * PICO_PER_DOLLAR,
            price: 'client',
          },
        },
      }),
    ],
    entries: [
      assessment('quality', { feedback: { value: 'good' } }),
      assessment('score', { feedback: { value: 0.75 } }),
      assessment('safe', { feedback: { value: true } }),
      assessment('old', { feedback: { value: 1 }, valid: false }),
      assessment('truth', { expectation: { value: 42 } }),
      assessment('iss-7', { issue: { issue_name: 'slow' } }),
      assessment('polite', { feedback: { value: true }, metadata: { 'mlflow.trace.session': 's1' } }),
    ],
  },
  {
    spans: [sampleSpan({ experimentId: 3, trace: 3, meaning: { sessionId: 's1' } })],
    entries: [],
  },
  {
    spans: [
      sampleSpan({
        trace: 2,
        startNs: BASE_NS + 60n * SECOND_NS,
        source: { statusCode: 2, endTimeUnixNano: BASE_NS + 60n * SECOND_NS + 1_500_000n },
        meaning: { inputs: { text: 'no refunds here, nothing of mine' } },
      }),
    ],
    entries: [
      { kind: 'prompt', key: 'bye/1', value: '1', sequence: 1n },
      { kind: 'metadata', key: 'mlflow.modelId', value: 'm-2', sequence: 1n },
    ] satisfies TraceEntry[],
  },
];

let test: TestEngine;
let reader: ClickHouseTraceReader;

beforeAll(async () => {
  test = await startTestEngine();
  reader = new ClickHouseTraceReader(test.connection);
  const store = new ClickHouseSpanStore(test.connection);
  for (const { spans, entries } of TRACES) {
    const batch = store.openBatch();
    for (const span of spans) batch.addSpan(span);
    await batch.write();
    await store.writeTraces([{ row: traceRowOf(spans, entries), formerPlaces: [], isDeleted: false }]);
  }
});
afterAll(() => test.stop());

async function find(text: string, experimentIds = [1]): Promise<number[]> {
  const filter = parseFilter(text);
  const search = { workspaceId: WORKSPACE, experimentIds, order: [], limit: 10 };
  const { traces } = await reader.searchTraces({ ...search, ...(filter && { filter }) });
  return traces.map((trace) => parseInt(trace.traceId, 16)).sort((a, b) => a - b);
}

describe('a filter', () => {
  it.each<[string, number[]]>([
    ["latency >= '3s'", [1]],
    ["latency < '2ms'", [2]],
    ["span.latency = '2s'", [1]],
    ['span.latency = 1.5', [2]],
    ["timestamp >= '2026-03-04T10:01:00Z'", [2]],
    ["timestamp < '2026-03-04 10:01'", [1]],
    ["span.start_time > '2026-03-04T10:00:30+00:00'", [2]],
    ['tokens > 100', [1]],
    ['tokens.input = 100 AND tokens.output < 21', [1]],
    ['tokens >= 0', [1]],
    ['span.tokens.output = 20', [1]],
    ['cost >= 2', [1]],
    ['cost.input < 1.5', [1]],
    ['span.cost = 2', [1]],
    ["model = 'gpt-4o'", [1]],
    ["model != 'gpt-4o'", []],
    ["span.provider IN ('openai', 'x')", [1]],
    ["service LIKE 'sh%'", [1, 2]],
    ["session = 's1' AND user IN ('u1')", [1]],
    ["prompt = 'greet/2'", [1]],
    ["prompt = 'bye/1'", [2]],
    ["span.prompt = 'greet/2'", [1]],
    ["span.prompt = 'bye/1'", []],
    ["logged_model = 'm-1'", [1]],
    ["logged_model IN ('m-2')", [2]],
    ["span(logged_model = 'm-1' AND prompt LIKE 'gre%')", [1]],
    ["span.time_to_first_token > '250ms'", [1]],
    ['span.time_to_first_token >= 0', [1]],
    ['session IS NULL', [2]],
    ["span.session = 's1'", [1]],
    ['span_count = 2', [1]],
    ['error_count > 0', [2]],
    ['span.attributes.retries >= 3', [1]],
    ['span.attributes.retries > 3', []],
    ['span.attributes.temperature < 0.5', [1]],
    ["span(type = 'UNKNOWN' AND attributes.retries IS NULL)", [1, 2]],
    ["feedback.quality = 'good'", [1]],
    ["feedback.quality != 'good'", []],
    ["feedback.quality LIKE '%goo%'", [1]],
    ['feedback.score > 0.5', [1]],
    ['feedback.score > 0.8', []],
    ["feedback.score = '0.75'", [1]],
    ["feedback.safe = 'true'", [1]],
    ['feedback.quality IS NULL', [2]],
    ['feedback.old IS NOT NULL', []],
    ["expectation.truth = '42'", [1]],
    ['expectation.quality IS NULL', [1, 2]],
    ["issue.id = 'iss-7'", [1]],
    ["'refund'", [1]],
    ["'REFUND where'", [1]],
    ["'refund nowhere'", []],
    ["'refunds'", [2]],
    ["'thanks ever'", [1]],
    ["'hanks'", []],
    ["'eve'", []],
    ["inputs MATCH '2nd refund'", [1]],
    ["outputs MATCH 'refund'", []],
    ["text MATCH 'überwiesen'", [1]],
    ["'montag 返金'", [1]],
    ["'montag 返済'", []],
    ["trace.text LIKE '%2nd one%'", [1]],
    ["inputs ILIKE '%REFUND%'", [1, 2]],
    ["span(inputs MATCH 'refund' AND outputs MATCH 'montag')", [1]],
    [traceId(2), [2]],
    [`tr-${traceId(1)} OR ${traceId(2)}`, [1, 2]],
    [spanId(2), [1]],
  ])('%s', async (text, expected) => {
    expect(await find(text)).toEqual(expected);
  });

  it.each<[string, number[], number[]?]>([
    ["feedback.polite = 'true'", [1, 3]],
    ["feedback.polite = 'false'", []],
    ['feedback.polite IS NOT NULL AND feedback.safe IS NULL', [3]],
    ['feedback.polite IS NULL', [2]],
    ["feedback.safe = 'true'", [1]],
    ["feedback.polite = 'true'", [], [3]],
  ])(
    'of a session is true of its traces in the experiments asked: %s',
    async (text, expected, experiments) => {
      expect(await find(text, experiments ?? [1, 3])).toEqual(expected);
    },
  );

  it('answers or is refused, whatever it is made of', async () => {
    const part = fc.constantFrom(
      ...[
        "status = 'OK'",
        'NOT',
        'AND',
        'OR',
        '(',
        ')',
        'span(',
        'ancestor(',
        "name = 'a'",
        "'word'",
        '%',
        ';',
      ],
      ...[
        "tags.`a'b` = '\\'",
        'cost > 1e400',
        "span.attributes.x = '{v0:String}'",
        '--',
        '/*',
        'latency > 1',
      ],
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 8 }), async (parts) => {
        const error: unknown = await find(parts.join(' ')).then(
          () => undefined,
          (reason: unknown) => reason,
        );
        expect(error === undefined || error instanceof Rejected).toBe(true);
      }),
      { seed: 20_261_121, numRuns: 150 },
    );
  });
});
