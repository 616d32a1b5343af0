import { ApiProperty } from '@nestjs/swagger';
import type { JsonValue } from '@millrace/domain';
import { ANY_JSON } from '@millrace/service-kit';
import type { Interval } from '@millrace/statistics';
import { z } from 'zod';
import type { TraceVerdict } from '../trace-verdicts.ts';
import type { ChangedExample, MeasureComparison, ScorerComparison } from './compare-pairs.ts';
import type { ValueComparison, ValueKind } from './compare-values.ts';
import { comparisonSide } from './comparison-sides.ts';
import type { Comparison } from './comparisons.service.ts';

const names = z.array(z.string().min(1).max(250)).max(100);

export const comparisonBody = z.strictObject({
  experiment_id: z.string().min(1),
  baseline: comparisonSide.describe('What was'),
  candidate: comparisonSide.describe('What is new'),
  scorers: names.optional().describe('Names of assessments; all that both sides have when absent'),
  lower_is_better: names.default([]).describe('Of these less is an improvement'),
  limit: z
    .int()
    .min(0)
    .max(1000)
    .default(100)
    .describe('Regressions and improvements that are listed, of each'),
});
export type ComparisonBody = z.output<typeof comparisonBody>;

const NUMBER = { type: Number, required: false } as const;

export class DifferenceDto {
  @ApiProperty({ type: Number, description: 'Candidate minus baseline' })
  readonly estimate: number;

  @ApiProperty({ type: Number, description: 'Of the 95 % interval' })
  readonly low: number;

  @ApiProperty({ type: Number })
  readonly high: number;

  constructor({ estimate, low, high }: Interval) {
    this.estimate = estimate;
    this.low = low;
    this.high = high;
  }
}

class ComparedDto {
  @ApiProperty({
    enum: ['pass_fail', 'number', 'category'],
    description: 'Of categories changes are counted alone',
  })
  readonly kind: ValueKind;

  @ApiProperty({ type: Number, description: 'Examples that have a value on both sides' })
  readonly pairs: number;

  @ApiProperty({ ...NUMBER, description: 'Share that passes, or mean' })
  readonly baseline: number | undefined;

  @ApiProperty({ ...NUMBER, description: 'Share that passes, or mean' })
  readonly candidate: number | undefined;

  @ApiProperty({ type: DifferenceDto, required: false })
  readonly difference: DifferenceDto | undefined;

  @ApiProperty({
    ...NUMBER,
    description: "McNemar's exact test of passes, Wilcoxon's signed-rank test of numbers",
  })
  readonly p_value: number | undefined;

  @ApiProperty({ type: Number })
  readonly changed: number;

  constructor(comparison: ValueComparison) {
    this.kind = comparison.kind;
    this.pairs = comparison.pairs;
    this.baseline = comparison.baseline;
    this.candidate = comparison.candidate;
    this.difference = comparison.difference && new DifferenceDto(comparison.difference);
    this.p_value = comparison.pValue;
    this.changed = comparison.changed;
  }
}

export class ComparedScorerDto extends ComparedDto {
  @ApiProperty({ type: String })
  readonly name: string;

  @ApiProperty({ type: Number })
  readonly improvements: number;

  @ApiProperty({ type: Number })
  readonly regressions: number;

  @ApiProperty({ ...NUMBER, description: "Holm's correction for all scorers of the answer" })
  readonly corrected_p_value: number | undefined;

  @ApiProperty({ type: Boolean, description: 'Whether the corrected p-value is below 0.05' })
  readonly is_significant: boolean;

  constructor(scorer: ScorerComparison) {
    super(scorer);
    this.name = scorer.name;
    this.improvements = scorer.improvements;
    this.regressions = scorer.regressions;
    this.corrected_p_value = scorer.correctedPValue;
    this.is_significant = scorer.isSignificant;
  }
}

export class ComparedMeasureDto extends ComparedDto {
  @ApiProperty({ enum: ['latency_ms', 'tokens', 'cost_usd'] })
  readonly name: MeasureComparison['name'];

  constructor(measure: MeasureComparison) {
    super(measure);
    this.name = measure.name;
  }
}

export class ComparedVerdictDto {
  @ApiProperty({ type: String })
  readonly trace_id: string;

  @ApiProperty({ ...ANY_JSON, description: 'What it found' })
  readonly value: JsonValue;

  @ApiProperty({ type: String, required: false })
  readonly rationale: string | undefined;

  constructor(traceId: string, { value, rationale }: TraceVerdict) {
    this.trace_id = `tr-${traceId}`;
    this.value = value;
    this.rationale = rationale;
  }
}

export class ChangedExampleDto {
  @ApiProperty({ type: String })
  readonly scorer: string;

  @ApiProperty({ type: String, required: false, description: 'The beginning of what was asked' })
  readonly request_preview: string | undefined;

  @ApiProperty({ type: ComparedVerdictDto })
  readonly baseline: ComparedVerdictDto;

  @ApiProperty({ type: ComparedVerdictDto })
  readonly candidate: ComparedVerdictDto;

  constructor(example: ChangedExample) {
    this.scorer = example.scorer;
    this.request_preview = example.requestPreview;
    this.baseline = new ComparedVerdictDto(example.baselineTraceId, example.baseline);
    this.candidate = new ComparedVerdictDto(example.candidateTraceId, example.candidate);
  }
}

export class ComparedSideDto {
  @ApiProperty({ type: Number })
  readonly traces: number;

  @ApiProperty({ type: Number, description: 'Examples that the other side has not, or that nobody knows' })
  readonly unpaired: number;

  @ApiProperty({ type: Number, description: 'Older traces of an example, of which the newest counts' })
  readonly repeated: number;

  constructor({ traces, pairing }: Comparison, side: 'baseline' | 'candidate') {
    this.traces = traces[side];
    this.unpaired = pairing.unpaired[side];
    this.repeated = pairing.repeated[side];
  }
}

export class ComparisonDto {
  @ApiProperty({ type: ComparedSideDto })
  readonly baseline: ComparedSideDto;

  @ApiProperty({ type: ComparedSideDto })
  readonly candidate: ComparedSideDto;

  @ApiProperty({ type: Number, description: 'Examples that both sides have' })
  readonly pairs: number;

  @ApiProperty({ type: [ComparedScorerDto] })
  readonly scorers: readonly ComparedScorerDto[];

  @ApiProperty({ type: [ComparedMeasureDto] })
  readonly measures: readonly ComparedMeasureDto[];

  @ApiProperty({ type: [ChangedExampleDto], description: 'The worst first' })
  readonly regressions: readonly ChangedExampleDto[];

  @ApiProperty({ type: [ChangedExampleDto], description: 'The best first' })
  readonly improvements: readonly ChangedExampleDto[];

  constructor(comparison: Comparison, limit: number) {
    this.baseline = new ComparedSideDto(comparison, 'baseline');
    this.candidate = new ComparedSideDto(comparison, 'candidate');
    this.pairs = comparison.pairing.pairs.length;
    this.scorers = comparison.scorers.map((scorer) => new ComparedScorerDto(scorer));
    this.measures = comparison.measures.map((measure) => new ComparedMeasureDto(measure));
    this.regressions = comparison.regressions
      .slice(0, limit)
      .map((example) => new ChangedExampleDto(example));
    this.improvements = comparison.improvements
      .slice(0, limit)
      .map((example) => new ChangedExampleDto(example));
  }
}
