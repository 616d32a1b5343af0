import { readFileSync } from 'node:fs';
import type { JsonValue } from '@millrace/domain';
import { describe, expect, it } from 'vitest';
import { sentenceBleu } from '../src/bleu/sentence-bleu.ts';
import { gradeLevel } from '../src/flesch-kincaid-grade-level/grade-level.ts';
import { BUILT_IN_SCORERS } from '../src/registry.ts';
import { rougeScores, rougeTokens, type RougeType } from '../src/rouge/rouge-scores.ts';
import type { ScorerTools } from '../src/scorer.ts';
import { loadSubject } from '../spec/load-subject.ts';

function load<Shape>(file: string): Shape {
  return JSON.parse(readFileSync(`${import.meta.dirname}/${file}`, 'utf8')) as Shape;
}

interface TextMetrics {
  readonly pairs: readonly {
    readonly hypothesis: string;
    readonly references: readonly string[];
    readonly bleu: number;
    readonly rouge: Readonly<Record<RougeType, readonly [number, number, number]>>;
  }[];
  readonly grades: readonly { readonly text: string; readonly grade: number }[];
}
type Rules = Readonly<
  Record<
    string,
    readonly {
      readonly parameters: object;
      readonly outputs: JsonValue;
      readonly value: string;
      readonly rationale: string;
    }[]
  >
>;

const metrics = load<TextMetrics>('text-metrics.json');

it.each(metrics.pairs)("BLEU and ROUGE are sacrebleu's and rouge_score's: $hypothesis", (pair) => {
  const [first = ''] = pair.references;
  expect(sentenceBleu(pair.hypothesis, pair.references)).toBeCloseTo(pair.bleu, 10);
  for (const type of ['rouge1', 'rouge2', 'rougeL'] as const) {
    const { precision, recall, fmeasure } = rougeScores(
      type,
      rougeTokens(first),
      rougeTokens(pair.hypothesis),
    );
    const [p, r, f] = pair.rouge[type];
    expect(precision, type).toBeCloseTo(p, 10);
    expect(recall, type).toBeCloseTo(r, 10);
    expect(fmeasure, type).toBeCloseTo(f, 10);
  }
});

// textstat counts syllables with a dictionary of pronunciations, we by rules: about one word in thirty differs.
it.each(metrics.grades)("the grade is textstat's, give or take one: $text", ({ text, grade }) => {
  expect(Math.abs((gradeLevel(text) ?? NaN) - grade)).toBeLessThan(1);
});

describe.each(Object.entries(load<Rules>('mlflow-rules.json')))(
  "%s says what MLflow's says",
  (name, rows) => {
    it.each(rows)('$parameters of $outputs', async ({ parameters, outputs, value, rationale }) => {
      const scorer = BUILT_IN_SCORERS.find((each) => each.name === name)?.create('mine', parameters);
      const subject = loadSubject({ trace: { ...NOTHING, outputs: outputs as never } });
      const outcome = await scorer?.score(subject, {} as ScorerTools);
      // Python quotes a pattern with its own rules.
      const expected = name === 'regex_match' ? expect.any(String) : rationale;
      expect(outcome).toEqual({ kind: 'scored', verdicts: [{ name: 'mine', value, rationale: expected }] });
    });
  },
);

const NOTHING = {
  spans: [],
  state: 'OK' as const,
  durationMs: 0,
  tags: {},
  metadata: {},
  expectations: {},
};
