import { LARGEST_COST, type AttributeValue, type NormalSpan } from '@millrace/domain';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ClickHouseSpanStore } from '../storing/clickhouse-span-store.ts';
import { BASE_NS, sampleSpan, spanId, traceRowOf } from '../testing/sample-spans.ts';
import { startTestEngine, type TestEngine } from '../testing/test-engine.ts';
import { ClickHouseTraceReader } from './clickhouse-trace-reader.ts';

const text = fc.string({ unit: 'binary', maxLength: 30 }).filter((value) => value.isWellFormed());
const key = fc.oneof(text, fc.constantFrom('1', '0', '__proto__', 'in', 'out', '$bytes', "a'b\\"));
const { value } = fc.letrec<{ value: AttributeValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    text,
    fc.boolean(),
    fc.constant(null),
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
    fc.double(),
    fc.uint8Array({ maxLength: 5 }),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.array(fc.tuple(key, tie('value')), { maxLength: 3 }).map((pairs) => new Map(pairs)),
  ),
}));
const attributes = fc.array(fc.tuple(key, value), { maxLength: 6 }).map((pairs) => new Map(pairs));
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const count = optional(fc.integer({ min: 0, max: 1e9 }));

const audio = optional(fc.integer({ min: 1, max: 1e9 }));
const money = fc.bigInt({ min: 0n, max: LARGEST_COST });

const nasty = fc.record({
  attributes,
  resource: attributes,
  events: fc.array(fc.tuple(fc.bigInt({ min: 0n, max: 2n ** 62n }), text, attributes), { maxLength: 2 }),
  links: fc.array(attributes, { maxLength: 2 }),
  name: text,
  statusMessage: text,
  traceState: text,
  type: text,
  inputs: text,
  isInputsAnAttribute: fc.boolean(),
  outputs: optional(text),
  model: optional(text),
  sessionId: optional(text),
  tokens: optional(
    fc.record({ input: count, output: count, total: count, inputAudio: audio, outputAudio: audio }),
  ),
  tools: optional(fc.string({ minLength: 1 })),
  areToolsAnAttribute: fc.boolean(),
  documents: optional(fc.string({ minLength: 1 })),
  timeToFirstTokenMs: optional(fc.constantFrom(0, 0.000001, 250, 1234.5678)),
  promptVersions: optional(
    fc.array(fc.constantFrom({ name: 'a' }, { name: 'a/b' }, { name: 'a/b', version: '3' }), {
      minLength: 1,
      maxLength: 3,
    }),
  ),
  loggedModel: optional(fc.string({ minLength: 1 })),
  serviceTier: optional(fc.string({ minLength: 1 })),
  cost: optional(
    fc.record({
      input: money,
      cache: money,
      output: money,
      total: money,
      price: fc.string({ minLength: 1 }),
    }),
  ),
  faults: fc.array(text, { maxLength: 2 }),
  blobKey: optional(key),
  duration: fc.bigInt({ min: 0n, max: 10n ** 15n }),
});

type Nasty = typeof nasty extends fc.Arbitrary<infer T> ? T : never;

function defined<T extends object>(object: T): T {
  return Object.fromEntries(Object.entries(object).filter(([, each]) => each !== undefined)) as T;
}

function toSpan(input: Nasty, number: number): NormalSpan {
  const own = new Map(input.attributes);
  if (input.isInputsAnAttribute) own.set('in', input.inputs);
  const tools = input.areToolsAnAttribute ? input.tools : undefined;
  if (tools !== undefined) own.set('tools', tools);
  if (input.blobKey !== undefined) own.set(input.blobKey, null);
  const inputsAttribute = input.isInputsAnAttribute && input.blobKey !== 'in' ? { attribute: 'in' } : {};
  return sampleSpan({
    span: number,
    startNs: BASE_NS + BigInt(number),
    source: {
      attributes: own,
      events: input.events.map(([timeUnixNano, name, of]) => ({ timeUnixNano, name, attributes: of })),
      links: input.links.map((of) => ({ traceId: 'ab'.repeat(16), spanId: 'cd'.repeat(8), attributes: of })),
      name: input.name,
      statusMessage: input.statusMessage,
      traceState: input.traceState,
      endTimeUnixNano: BASE_NS + BigInt(number) + input.duration,
      origin: { resource: input.resource, scopeName: input.name, scopeVersion: input.type },
    },
    meaning: defined({
      type: input.type,
      inputs: { text: input.inputs, ...inputsAttribute },
      outputs: input.outputs === undefined ? undefined : { text: input.outputs },
      model: input.model,
      sessionId: input.sessionId,
      tokens: input.tokens && defined(input.tokens),
      tools:
        input.tools === undefined
          ? undefined
          : { text: input.tools, ...(tools !== undefined && { attribute: 'tools' }) },
      documents: input.documents === undefined ? undefined : { text: input.documents },
      timeToFirstTokenMs: input.timeToFirstTokenMs,
      promptVersions: input.promptVersions,
      loggedModel: input.loggedModel,
      serviceTier: input.serviceTier,
      cost: input.cost,
      faults: input.faults.length > 0 ? input.faults : undefined,
    }) as NormalSpan['meaning'],
    rest: {
      blobs: new Map(input.blobKey === undefined ? [] : [[input.blobKey, { blob: 'b/1', bytes: 9 }]]),
    },
  });
}

/** Maps as lists, since the order of keys counts. */
function ordered(input: unknown): unknown {
  if (input instanceof Map) return { map: [...input].map(([k, v]) => [k, ordered(v)]) };
  if (input instanceof Uint8Array) return input;
  if (Array.isArray(input)) return input.map(ordered);
  if (typeof input !== 'object' || input === null) return input;
  return Object.fromEntries(Object.entries(input).map(([k, v]) => [k, ordered(v)]));
}

describe('a stored span', () => {
  let test: TestEngine;
  beforeAll(async () => {
    test = await startTestEngine();
  });
  afterAll(() => test.stop());

  it('reads as it was sent: every attribute, event, link and resource', async () => {
    const store = new ClickHouseSpanStore(test.connection);
    const reader = new ClickHouseTraceReader(test.connection);
    await fc.assert(
      fc.asyncProperty(fc.array(nasty, { minLength: 1, maxLength: 8 }), async (inputs) => {
        await test.connection.command('TRUNCATE TABLE spans');
        const spans = inputs.map((input, index) => toSpan(input, index + 1));
        const batch = store.openBatch();
        for (const span of spans) batch.addSpan(span);
        await batch.write();
        const trace = traceRowOf(spans);
        const stored = await reader.readSpans(trace);
        expect(ordered(stored)).toStrictEqual(
          ordered(
            spans.map((span) => ({
              experimentId: 1,
              span: span.source,
              meaning: span.meaning,
              blobs: span.blobs,
            })),
          ),
        );
        const skeleton = await reader.readSkeleton(trace, { limit: 100 });
        expect(skeleton.spans.map((span) => [span.name, span.model, span.tokens, span.cost])).toEqual(
          spans.map(({ source, meaning }) => [source.name, meaning.model, meaning.tokens, meaning.cost]),
        );
      }),
      { numRuns: 60, seed: 5 },
    );
  });

  it('is paged through in order of start and id, without repeats or gaps', async () => {
    await test.connection.command('TRUNCATE TABLE spans');
    const store = new ClickHouseSpanStore(test.connection);
    const reader = new ClickHouseTraceReader(test.connection);
    const spans = Array.from({ length: 50 }, (_, index) =>
      sampleSpan({ span: 50 - index, startNs: BASE_NS + BigInt(index % 7) }),
    );
    const batch = store.openBatch();
    for (const span of spans) batch.addSpan(span);
    await batch.write();
    const trace = traceRowOf(spans);
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await reader.readSkeleton(trace, { limit: 8, ...(after !== undefined && { after }) });
      seen.push(...page.spans.map((span) => span.spanId));
      after = page.next;
    } while (after !== undefined);
    const expected = [...spans]
      .sort(
        (a, b) =>
          Number(a.source.startTimeUnixNano - b.source.startTimeUnixNano) ||
          (a.source.spanId < b.source.spanId ? -1 : 1),
      )
      .map((span) => span.source.spanId);
    expect(seen).toEqual(expected);
    await expect(reader.readSkeleton(trace, { limit: 8, after: 'nonsense' })).rejects.toThrow('token');
    const some = await reader.readSpans(trace, [spanId(3), spanId(9), "x' OR 1=1"]);
    expect(some.map((each) => each.span.spanId).sort()).toEqual([spanId(3), spanId(9)]);
  });
});
