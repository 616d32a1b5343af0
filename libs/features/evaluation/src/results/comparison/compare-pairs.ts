import { dollarsNumber, type JsonValue, type TraceRow } from '@millrace/domain';
import type { TraceVerdict } from '../trace-verdicts.ts';
import {
  changeOf,
  compareValues,
  correctAll,
  type ValueComparison,
  type ValuePair,
} from './compare-values.ts';
import type { TracePair } from './pair-traces.ts';

const NANOS_PER_MS = 1_000_000;
const SIGNIFICANT = 0.05;

/** What one scorer says of both sides. */
export interface ScorerComparison extends ValueComparison {
  readonly name: string;
  readonly improvements: number;
  readonly regressions: number;
  /** For all scorers that are compared, by Holm. */
  readonly correctedPValue: number | undefined;
  readonly isSignificant: boolean;
}

export interface MeasureComparison extends ValueComparison {
  readonly name: 'latency_ms' | 'tokens' | 'cost_usd';
}

/** An example of which a scorer says something else. */
export interface ChangedExample {
  readonly scorer: string;
  /** The beginning of what was asked. */
  readonly requestPreview: string | undefined;
  readonly baselineTraceId: string;
  readonly candidateTraceId: string;
  readonly baseline: TraceVerdict;
  readonly candidate: TraceVerdict;
  /** By how much it is better; negative: worse. */
  readonly gain: number;
}

export interface Choice {
  /** Undefined: every scorer that both sides have. */
  readonly scorers: readonly string[] | undefined;
  /** Of these less is better. */
  readonly lowerIsBetter: ReadonlySet<string>;
}

/** Scorers by name, with the examples that changed, the most first. */
export function compareScorers(pairs: readonly TracePair[], { scorers, lowerIsBetter }: Choice) {
  const names = scorers ?? commonNames(pairs);
  const found = names.map((name) => {
    const both = pairs.flatMap((pair) => verdictPair(pair, name));
    const examples = both.flatMap(({ pair, values, verdicts }) => {
      const change = changeOf(values) ?? 0;
      const gain = lowerIsBetter.has(name) ? -change : change;
      return gain === 0 ? [] : [toExample(name, pair, verdicts, gain)];
    });
    return { name, comparison: compareValues(both.map(({ values }) => values)), examples };
  });
  const corrected = correctAll(found.map(({ comparison }) => comparison.pValue));
  const comparisons = found.map(({ name, comparison, examples }, index): ScorerComparison => {
    const isCategory = comparison.kind === 'category';
    const counted = isCategory ? [] : examples;
    const correctedPValue = corrected[index];
    return {
      name,
      ...comparison,
      improvements: counted.filter(({ gain }) => gain > 0).length,
      regressions: counted.filter(({ gain }) => gain < 0).length,
      correctedPValue,
      isSignificant: correctedPValue !== undefined && correctedPValue < SIGNIFICANT,
    };
  });
  const examples = found.flatMap((each) => (each.comparison.kind === 'category' ? [] : each.examples));
  examples.sort((a, b) => Math.abs(b.gain) - Math.abs(a.gain));
  return {
    scorers: comparisons,
    regressions: examples.filter(({ gain }) => gain < 0),
    improvements: examples.filter(({ gain }) => gain > 0),
  };
}

/** Of what both traces of a pair say. */
export function compareMeasures(pairs: readonly TracePair[]): MeasureComparison[] {
  const measures = {
    latency_ms: ({ durationNano }: TraceRow) => Number(durationNano) / NANOS_PER_MS,
    tokens: ({ tokens }: TraceRow) => tokens?.total,
    cost_usd: ({ cost }: TraceRow) => cost && dollarsNumber(cost.total),
  };
  return (Object.keys(measures) as (keyof typeof measures)[]).map((name) => {
    const values = pairs.flatMap((pair): ValuePair[] => {
      const [baseline, candidate] = [measures[name](pair.baseline.row), measures[name](pair.candidate.row)];
      return baseline === undefined || candidate === undefined ? [] : [{ baseline, candidate }];
    });
    return { name, ...compareValues(values), kind: 'number' };
  });
}

function commonNames(pairs: readonly TracePair[]): string[] {
  const names = pairs.flatMap(({ baseline, candidate }) =>
    [...baseline.verdicts.keys()].filter((name) => candidate.verdicts.has(name)),
  );
  return [...new Set(names)].sort();
}

function verdictPair(pair: TracePair, name: string) {
  const baseline = pair.baseline.verdicts.get(name);
  const candidate = pair.candidate.verdicts.get(name);
  if (!baseline || !candidate) return [];
  const values: { baseline: JsonValue; candidate: JsonValue } = {
    baseline: baseline.value,
    candidate: candidate.value,
  };
  return [{ pair, values, verdicts: { baseline, candidate } }];
}

function toExample(
  scorer: string,
  { baseline, candidate }: TracePair,
  verdicts: { readonly baseline: TraceVerdict; readonly candidate: TraceVerdict },
  gain: number,
): ChangedExample {
  const ids = { baselineTraceId: baseline.row.traceId, candidateTraceId: candidate.row.traceId };
  return { scorer, requestPreview: candidate.row.requestPreview, ...ids, ...verdicts, gain };
}
