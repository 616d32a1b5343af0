import { parseFilter, type NormalSpan } from '@millrace/domain';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ClickHouseSpanStore } from '../storing/clickhouse-span-store.ts';
import { BASE_NS, sampleSpan, SECOND_NS, traceRowOf, WORKSPACE } from '../testing/sample-spans.ts';
import { startTestEngine, type TestEngine } from '../testing/test-engine.ts';
import { ClickHouseTraceReader } from './clickhouse-trace-reader.ts';

/** A span's parent by number, which may be missing, itself or one of its own descendants; and its name. */
interface Node {
  readonly parent: number | undefined;
  readonly name: string;
}

const NAMES = ['a', 'b', 'c'];
const RELATIONS = ['parent', 'ancestor', 'child', 'descendant'] as const;
const TRACES = 60;

const trace = fc.array(
  fc.record({
    parent: fc.option(fc.nat({ max: 13 }), { nil: undefined, freq: 5 }),
    name: fc.constantFrom(...NAMES),
  }),
  { minLength: 1, maxLength: 12 },
);
const traces: readonly (readonly Node[])[] = [
  ...fc.sample(trace, { numRuns: TRACES - 1, seed: 20_261_121 }),
  // A chain deeper than any limit one might think of.
  Array.from({ length: 150 }, (_, n) => ({
    parent: n === 0 ? undefined : n - 1,
    name: n === 0 ? 'a' : n === 149 ? 'b' : 'c',
  })),
];

let test: TestEngine;
let reader: ClickHouseTraceReader;

beforeAll(async () => {
  test = await startTestEngine();
  reader = new ClickHouseTraceReader(test.connection);
  const store = new ClickHouseSpanStore(test.connection);
  const batch = store.openBatch();
  const rows = traces.map((nodes, number) => {
    const spans = nodes.map((node, n) => spanOf(number, n, node));
    for (const span of spans) batch.addSpan(span);
    return { row: traceRowOf(spans), formerPlaces: [], isDeleted: false };
  });
  await batch.write();
  await store.writeTraces(rows);
});
afterAll(() => test.stop());

function spanOf(number: number, n: number, { parent, name }: Node): NormalSpan {
  return sampleSpan({
    trace: number + 1,
    span: n + 1,
    ...(parent !== undefined && { parent: parent + 1 }),
    // Children may seem to start before their parents: clocks differ.
    startNs: BASE_NS + BigInt((n * 7) % 5) * SECOND_NS,
    source: { name },
  });
}

async function find(text: string): Promise<number[]> {
  const filter = parseFilter(text);
  if (!filter) throw new Error('the filter is blank');
  const search = { workspaceId: WORKSPACE, experimentIds: [1], order: [], limit: 500, filter };
  const page = await reader.searchTraces(search);
  return page.traces.map(({ traceId }) => parseInt(traceId, 16) - 1).sort((a, b) => a - b);
}

/** Numbers of the spans in a relation to span `n`. */
function related(nodes: readonly Node[], n: number, relation: (typeof RELATIONS)[number]): number[] {
  const step = (from: number): number[] =>
    relation === 'parent' || relation === 'ancestor'
      ? [nodes[from]?.parent].filter(
          (parent): parent is number => parent !== undefined && parent < nodes.length,
        )
      : nodes.flatMap(({ parent }, child) => (parent === from ? [child] : []));
  if (relation === 'parent' || relation === 'child') return step(n);
  const reached = new Set<number>();
  for (let next = step(n); next.length > 0; next = next.flatMap(step).filter((each) => !reached.has(each))) {
    for (const each of next) reached.add(each);
  }
  return [...reached];
}

function expected(matches: (nodes: readonly Node[], n: number) => boolean): number[] {
  return traces.flatMap((nodes, number) => (nodes.some((_, n) => matches(nodes, n)) ? [number] : []));
}

describe('a condition on the structure of a trace', () => {
  const cases = RELATIONS.flatMap((relation) =>
    [...NAMES].flatMap((own) => NAMES.map((other) => [own, relation, other] as const)),
  );

  it.each(cases)("span(name = '%s' AND %s(name = '%s'))", async (own, relation, other) => {
    const found = await find(`span(name = '${own}' AND ${relation}(name = '${other}'))`);
    expect(found).toEqual(
      expected(
        (nodes, n) =>
          nodes[n]?.name === own && related(nodes, n, relation).some((each) => nodes[each]?.name === other),
      ),
    );
  });

  it.each(RELATIONS)('the absence of a %s', async (relation) => {
    const found = await find(`span(name = 'a' AND NOT ${relation}(name = 'b'))`);
    expect(found).toEqual(
      expected(
        (nodes, n) =>
          nodes[n]?.name === 'a' && !related(nodes, n, relation).some((each) => nodes[each]?.name === 'b'),
      ),
    );
  });

  it('relations inside each other', async () => {
    const found = await find("span(name = 'c' AND ancestor(name = 'a' AND child(name = 'b')))");
    expect(found).toEqual(
      expected(
        (nodes, n) =>
          nodes[n]?.name === 'c' &&
          related(nodes, n, 'ancestor').some(
            (each) =>
              nodes[each]?.name === 'a' &&
              related(nodes, each, 'child').some((child) => nodes[child]?.name === 'b'),
          ),
      ),
    );
  });
});
