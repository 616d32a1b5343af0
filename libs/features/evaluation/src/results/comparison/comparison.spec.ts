import { describe, expect, it } from 'vitest';
import type { JsonValue, TraceRow } from '@millrace/domain';
import { compareScorers } from './compare-pairs.ts';
import { compareValues } from './compare-values.ts';
import { digestInputs } from './digest-inputs.ts';
import { pairTraces, type SideTrace } from './pair-traces.ts';

function trace(
  id: string,
  inputs: string | undefined,
  {
    time = 1,
    record,
    scores = {},
  }: { time?: number; record?: string; scores?: Record<string, JsonValue> } = {},
): SideTrace {
  const row = {
    traceId: id,
    requestTimeUnixNano: BigInt(time),
    durationNano: 1_000_000n,
    tags: new Map(record === undefined ? [] : [['mlflow.eval.requestId', record]]),
  } as unknown as TraceRow;
  const source = { type: 'judge' as const, id: 'judge' };
  const verdicts = Object.entries(scores).map(
    ([name, value]) => [name, { name, value, rationale: `why ${id}`, source }] as const,
  );
  return { row, inputsDigest: inputs, verdicts: new Map(verdicts) };
}

describe('pairing', () => {
  it('knows an example by its trace, its record, its inputs, in this order', () => {
    const { pairs, unpaired, repeated } = pairTraces(
      [
        trace('same', 'x'),
        trace('a1', 'old', { record: 'r1' }),
        trace('a2', 'q'),
        trace('a3', undefined),
        trace('a4', 'only'),
      ],
      [trace('same', 'x'), trace('b1', 'new', { record: 'r1' }), trace('b2', 'q'), trace('b3', undefined)],
    );
    expect(pairs.map(({ baseline, candidate }) => [baseline.row.traceId, candidate.row.traceId])).toEqual([
      ['same', 'same'],
      ['a1', 'b1'],
      ['a2', 'b2'],
    ]);
    expect(unpaired).toEqual({ baseline: 2, candidate: 1 });
    expect(repeated).toEqual({ baseline: 0, candidate: 0 });
  });

  it('takes the newest of several and says how many it left out; ids of one side alone pair nothing', () => {
    const pairing = pairTraces(
      [trace('old', 'q', { time: 1, record: 'u1' }), trace('new', 'q', { time: 2, record: 'u2' })],
      [trace('b', 'q', { record: 'u3' })],
    );
    expect(pairing.pairs.map(({ baseline }) => baseline.row.traceId)).toEqual(['new']);
    expect(pairing.repeated.baseline).toBe(1);
  });

  it('knows inputs however they are written', () => {
    expect(digestInputs('{"a": 1, "b": [true, {"d":2,"c":3}]}')).toBe(
      digestInputs('{"b":[true,{"c":3,"d":2}],"a":1}'),
    );
    expect(digestInputs('hello')).toBe(digestInputs('"hello"'));
    expect(digestInputs('{"a":1}')).not.toBe(digestInputs('{"a":"1"}'));
  });
});

describe('comparing', () => {
  const sides = (values: readonly (readonly [JsonValue, JsonValue])[], name = 'safety') =>
    values.map(([before, after], at) => ({
      baseline: trace(`a${at}`, undefined, { scores: { [name]: before } }),
      candidate: trace(`b${at}`, undefined, { scores: { [name]: after } }),
    }));

  it('passes with both rates, the interval and the exact test', () => {
    const pairs = sides([
      ...Array.from({ length: 8 }, () => ['no', 'yes'] as const),
      ['yes', true],
      ['pass', 'fail'],
    ]);
    const { scorers, regressions, improvements } = compareScorers(pairs, {
      scorers: undefined,
      lowerIsBetter: new Set(),
    });
    expect(scorers).toMatchObject([
      {
        name: 'safety',
        kind: 'pass_fail',
        pairs: 10,
        baseline: 0.2,
        candidate: 0.9,
        improvements: 8,
        regressions: 1,
      },
    ]);
    expect(scorers[0]?.difference?.estimate).toBeCloseTo(0.7, 10);
    expect(scorers[0]?.pValue).toBeCloseTo(0.0390625, 10);
    expect(scorers[0]?.isSignificant).toBe(true);
    expect(improvements).toHaveLength(8);
    expect(regressions).toMatchObject([
      { baselineTraceId: 'a9', candidateTraceId: 'b9', candidate: { value: 'fail', rationale: 'why b9' } },
    ]);
  });

  it('numbers, of which less may be better', () => {
    const pairs = sides(
      [
        [1, 2],
        [3, 1],
        [2, 2],
      ],
      'errors',
    );
    const { scorers, regressions } = compareScorers(pairs, {
      scorers: ['errors'],
      lowerIsBetter: new Set(['errors']),
    });
    expect(scorers).toMatchObject([
      { kind: 'number', baseline: 2, improvements: 1, regressions: 1, changed: 2 },
    ]);
    expect(regressions.map(({ candidate }) => candidate.value)).toEqual([2]);
  });

  it('words by their changes alone, and nothing by nothing', () => {
    const pairs = [
      { baseline: 'calm', candidate: 'angry' },
      { baseline: 'calm', candidate: 'calm' },
    ];
    expect(compareValues(pairs)).toMatchObject({ kind: 'category', changed: 1, pValue: undefined });
    expect(compareValues([])).toMatchObject({ pairs: 0, baseline: undefined, pValue: undefined });
  });

  it('corrects for the number of scorers', () => {
    const pairs = Array.from({ length: 6 }, (_, at) => ({
      baseline: trace(`a${at}`, undefined, { scores: { one: 'no', two: 'no' } }),
      candidate: trace(`b${at}`, undefined, { scores: { one: 'yes', two: 'no' } }),
    }));
    const { scorers } = compareScorers(pairs, { scorers: undefined, lowerIsBetter: new Set() });
    expect(scorers.map(({ pValue, correctedPValue }) => [pValue, correctedPValue])).toEqual([
      [expect.closeTo(0.03125, 10), expect.closeTo(0.0625, 10)],
      [1, 1],
    ]);
  });
});
