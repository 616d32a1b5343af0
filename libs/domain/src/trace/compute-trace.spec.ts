import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeTrace } from './compute-trace.ts';
import type { SpanFacts } from './span-facts.ts';
import type { TraceEntry } from './trace-entry.ts';
import { emptyTraceParts, mergeEntry, mergeSpan } from './trace-parts.ts';

const KEY = { workspaceId: 'default', traceId: '0af7651916cd43dd8448eb211c80319c' };

function facts(overrides: Partial<SpanFacts> = {}): SpanFacts {
  return {
    spanId: '00f067aa0ba902b7',
    parentSpanId: undefined,
    experimentId: 0,
    sequence: 1n,
    name: 'root',
    startTimeUnixNano: 1_000_000_000n,
    endTimeUnixNano: 3_000_000_000n,
    statusCode: 0,
    service: 'shop',
    model: undefined,
    provider: undefined,
    serviceTier: undefined,
    tokens: undefined,
    cost: undefined,
    sessionId: undefined,
    userId: undefined,
    promptVersions: [],
    loggedModel: undefined,
    requestPreview: 'hello',
    responsePreview: 'world',
    traceTags: new Map(),
    ...overrides,
  };
}

function compute(spans: readonly SpanFacts[], entries: readonly TraceEntry[] = []) {
  const parts = emptyTraceParts();
  for (const span of spans) mergeSpan(parts, span);
  for (const entry of entries) mergeEntry(parts, entry);
  const row = computeTrace(KEY, parts);
  return {
    ...row,
    tags: Object.fromEntries([...row.tags].sort()),
    metadata: Object.fromEntries([...row.metadata].sort()),
  };
}

const costOf = (input: bigint, price: string) => ({ input, cache: 0n, output: 2n, total: input + 2n, price });

const info = (key: string, value: string, sequence = 5n): TraceEntry => ({
  kind: 'info',
  key,
  value,
  sequence,
});

describe('computeTrace', () => {
  it('is in progress until a root arrives', () => {
    const child = facts({ spanId: 'aaaaaaaaaaaaaaaa', parentSpanId: '00f067aa0ba902b7' });
    expect(compute([child])).toMatchObject({ state: 'IN_PROGRESS', isRootEnded: false, name: '' });
    expect(compute([child, facts()])).toMatchObject({
      state: 'OK',
      isRootEnded: true,
      name: 'root',
      spanCount: 2,
    });
    expect(compute([facts({ statusCode: 2 })])).toMatchObject({ state: 'ERROR', errorCount: 1 });
  });

  it('lets start-trace win over what spans say, whichever came first', () => {
    const entries = [
      info('requestTimeMs', '7000'),
      info('durationMs', '250'),
      info('state', 'ERROR'),
      info('requestPreview', 'asked'),
    ];
    expect(compute([facts({ sequence: 9n })], entries)).toMatchObject({
      requestTimeUnixNano: 7_000_000_000n,
      durationNano: 250_000_000n,
      state: 'ERROR',
      requestPreview: 'asked',
      responsePreview: 'world',
      version: 9n,
    });
  });

  it('belongs to the experiment of its root', () => {
    const child = facts({
      spanId: 'aaaaaaaaaaaaaaaa',
      parentSpanId: '00f067aa0ba902b7',
      experimentId: 4,
      startTimeUnixNano: 5n,
    });
    expect(compute([child])).toMatchObject({ experimentId: 4 });
    expect(compute([child, facts({ experimentId: 2 })])).toMatchObject({
      experimentId: 2,
      spanExperimentIds: [2, 4],
    });
  });

  it('does not count tokens twice when an ancestor repeats the sum', () => {
    const agent = facts({ tokens: { input: 30, output: 5, total: 35 } });
    const call = facts({
      spanId: 'aaaaaaaaaaaaaaaa',
      parentSpanId: agent.spanId,
      tokens: { input: 20, output: 5 },
    });
    expect(compute([agent, call]).tokens).toMatchObject({ input: 30, output: 5, total: 35 });
    expect(compute([facts(), call]).tokens).toMatchObject({ input: 20, output: 5, total: 25 });
    expect(compute([facts()]).tokens).toBeUndefined();
  });

  it("sums what its spans cost once, and tells it in MLflow's words", () => {
    const agent = facts();
    const call = (spanId: string, price: string, micro: bigint, parentSpanId = agent.spanId) =>
      facts({
        spanId,
        parentSpanId,
        cost: { input: micro, cache: 2n * micro, output: 3n * micro, total: 6n * micro, price },
      });
    const first = call('aaaaaaaaaaaaaaaa', 'table@1#a/m', 1_000_000n);
    const second = call('bbbbbbbbbbbbbbbb', 'client', 100_000n);
    const inner = call('cccccccccccccccc', 'table@1#a/n', 9_000_000n, first.spanId);
    const { cost, metadata } = compute([agent, first, second, inner]);
    expect(cost).toEqual({
      input: 1_100_000n,
      cache: 2_200_000n,
      output: 3_300_000n,
      total: 6_600_000n,
      prices: ['client', 'table@1#a/m'],
    });
    expect(metadata['mlflow.trace.cost']).toBe(
      '{"input_cost":0.0000033,"output_cost":0.0000033,"total_cost":0.0000066}',
    );
    expect(compute([agent])).toMatchObject({ cost: undefined, metadata: {} });
  });

  it('believes what start-trace said it cost', () => {
    const told = (value: string): TraceEntry => ({
      kind: 'metadata',
      key: 'mlflow.trace.cost',
      value,
      sequence: 3n,
    });
    const cost = { input: 1n, cache: 0n, output: 1n, total: 2n, price: 'table@1#a/m' };
    expect(
      compute([facts({ cost })], [told('{"input_cost":0.5,"output_cost":1,"total_cost":1.5}')]).cost,
    ).toEqual({
      input: 500_000_000_000n,
      cache: 0n,
      output: 1_000_000_000_000n,
      total: 1_500_000_000_000n,
      prices: ['client'],
    });
    for (const nonsense of ['{"total_cost":-1}', '{', '[]', 'null', '{"total_cost":"much"}']) {
      expect(compute([facts({ cost })], [told(nonsense)]).cost?.prices).toEqual(['table@1#a/m']);
    }
  });

  it('gathers the prompts and logged models of its spans, its links and its metadata', () => {
    const root = facts({ promptVersions: ['greet/1'], loggedModel: 'm-2' });
    const child = facts({ spanId: 'aaaaaaaaaaaaaaaa', promptVersions: ['ask/7', 'greet/1'] });
    const entries: TraceEntry[] = [
      { kind: 'prompt', key: 'bye/3', value: '1', sequence: 2n },
      { kind: 'prompt', key: 'gone/1', value: undefined, sequence: 2n },
      { kind: 'metadata', key: 'mlflow.modelId', value: 'm-1', sequence: 2n },
    ];
    expect(compute([root, child], entries)).toMatchObject({
      promptVersions: ['ask/7', 'bye/3', 'greet/1'],
      loggedModels: ['m-1', 'm-2'],
      metadata: { 'mlflow.modelId': 'm-1' },
    });
    expect(compute([root, child]).metadata).toEqual({ 'mlflow.modelId': 'm-2' });
  });

  it('takes session, user and tags of the root, else of the earliest span that has them', () => {
    const root = facts({ startTimeUnixNano: 5n });
    const early = facts({
      spanId: 'aaaaaaaaaaaaaaaa',
      parentSpanId: root.spanId,
      startTimeUnixNano: 6n,
      sessionId: 's-early',
      userId: 'u-early',
      traceTags: new Map([['env', 'early']]),
    });
    const late = {
      ...early,
      spanId: 'bbbbbbbbbbbbbbbb',
      startTimeUnixNano: 7n,
      sessionId: 's-late',
      traceTags: new Map([
        ['env', 'late'],
        ['team', 'x'],
      ]),
    };
    for (const spans of [
      [root, early, late],
      [late, root, early],
      [early, late, root],
    ]) {
      expect(compute(spans)).toMatchObject({
        sessionId: 's-early',
        userId: 'u-early',
        tags: { env: 'early', team: 'x' },
      });
      const own = spans.map((span) => (span === root ? { ...root, sessionId: 's-root' } : span));
      expect(compute(own)).toMatchObject({ sessionId: 's-root', userId: 'u-early' });
      const clockBehind = own.map((span) =>
        span.spanId === early.spanId ? { ...span, startTimeUnixNano: 1n } : span,
      );
      expect(compute(clockBehind)).toMatchObject({ sessionId: 's-root', userId: 'u-early' });
    }
  });

  it('survives a cycle among parents', () => {
    const a = facts({ spanId: 'aaaaaaaaaaaaaaaa', parentSpanId: 'bbbbbbbbbbbbbbbb', tokens: { input: 1 } });
    const b = facts({ spanId: 'bbbbbbbbbbbbbbbb', parentSpanId: 'aaaaaaaaaaaaaaaa' });
    expect(compute([a, b])).toMatchObject({ state: 'IN_PROGRESS', tokens: { input: 1 } });
  });

  it('takes the newest word on a tag, and a deletion counts as a word', () => {
    const tag = (value: string | undefined, sequence: bigint): TraceEntry => ({
      kind: 'tag',
      key: 'team',
      value,
      sequence,
    });
    expect(compute([facts()], [tag('b', 2n), tag('a', 1n)]).tags).toEqual({
      'mlflow.traceName': 'root',
      team: 'b',
    });
    expect(compute([facts()], [tag(undefined, 3n), tag('a', 1n)]).tags).toEqual({
      'mlflow.traceName': 'root',
    });
  });

  it('has a content version that only spans, their log records and start-trace raise', () => {
    const said = (kind: TraceEntry['kind'], sequence: bigint): TraceEntry => ({
      kind,
      key: 'state',
      value: 'OK',
      sequence,
    });
    const silent = (['tag', 'metadata', 'assessment', 'assessment-change', 'run', 'prompt'] as const).map(
      (kind, i) => said(kind, 20n + BigInt(i)),
    );
    const spans = [facts({ sequence: 3n }), facts({ spanId: 'aaaaaaaaaaaaaaaa', sequence: 2n })];
    expect(compute(spans, silent)).toMatchObject({ version: 25n, contentVersion: 3n });
    expect(compute(spans, [...silent, said('completion', 30n)])).toMatchObject({ contentVersion: 3n });
    for (const kind of ['content', 'info'] as const) {
      expect(compute(spans, [...silent, said(kind, 7n)])).toMatchObject({ version: 25n, contentVersion: 7n });
    }
  });

  it('gives the same row for any order and repetition of spans and entries', () => {
    const span = fc.record({
      id: fc.integer({ min: 1, max: 9 }),
      parent: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
      start: fc.integer({ min: 0, max: 50 }),
      length: fc.integer({ min: 0, max: 50 }),
      statusCode: fc.constantFrom(0, 1, 2),
      input: fc.option(fc.nat(100), { nil: undefined }),
      experimentId: fc.nat(3),
    });
    const entry = fc.record({
      kind: fc.constantFrom('tag', 'metadata', 'info', 'run', 'content', 'completion'),
      key: fc.constantFrom('1', '2'),
      value: fc.option(fc.string(), { nil: undefined }),
    });
    fc.assert(
      fc.property(
        fc.array(span, { maxLength: 12 }),
        fc.array(entry, { maxLength: 6 }),
        fc.infiniteStream(fc.nat()),
        (rawSpans, rawEntries, dice) => {
          const hex = (n: number): string => String(n).repeat(16);
          const spans = rawSpans.map((s, i) =>
            facts({
              spanId: hex(s.id),
              parentSpanId: s.parent === undefined ? undefined : hex(s.parent),
              sequence: BigInt(i + 1),
              startTimeUnixNano: BigInt(s.start),
              endTimeUnixNano: BigInt(s.start + s.length),
              statusCode: s.statusCode as 0 | 1 | 2,
              tokens: s.input === undefined ? undefined : { input: s.input },
              cost: s.input === undefined ? undefined : costOf(BigInt(s.input), `table@1#m${s.input % 3}`),
              experimentId: s.experimentId,
            }),
          );
          const entries = rawEntries.map((e, i): TraceEntry => ({
            ...e,
            sequence: BigInt(2 * i + 1),
          }));
          const shuffled = <T>(items: readonly T[]): T[] =>
            [...items, ...items.filter(() => (dice.next().value ?? 0) % 2 === 0)]
              .map((item) => ({ item, at: dice.next().value ?? 0 }))
              .sort((a, b) => a.at - b.at)
              .map(({ item }) => item);
          expect(compute(shuffled(spans), shuffled(entries))).toEqual(compute(spans, entries));
        },
      ),
    );
  });
});
