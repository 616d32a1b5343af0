import { ApiProperty } from '@nestjs/swagger';
import { z } from 'zod';
import type { EvaluationScore } from './score-evaluations.ts';

const COUNT = { type: Number };
const OPTIONAL_NUMBER = { type: Number, required: false };
const TEXT = { type: String };
const MOST_IDS = 200;

export const scoreEvaluationsQuery = z.strictObject({
  evaluation_id: z
    .union([z.string(), z.array(z.string()).min(1).max(MOST_IDS)])
    .transform((value) => [value].flat())
    .describe('May be repeated'),
});
export type ScoreEvaluationsQuery = z.output<typeof scoreEvaluationsQuery>;

/** What one scorer of an evaluation found, in short. */
export class EvaluationScoreDto {
  @ApiProperty({ type: String, format: 'uuid' })
  readonly evaluation_id: string;

  @ApiProperty(TEXT)
  readonly scorer: string;

  @ApiProperty({ type: String, description: 'Of the assessment' })
  readonly name: string;

  @ApiProperty(COUNT)
  readonly verdicts: number;

  @ApiProperty({ ...OPTIONAL_NUMBER, description: 'Of the verdicts that say yes or no' })
  readonly pass_rate: number | undefined;

  @ApiProperty({ type: [Number], required: false, description: "Wilson's interval of the pass rate, 95 %" })
  readonly pass_rate_interval: readonly number[] | undefined;

  @ApiProperty({ ...OPTIONAL_NUMBER, description: 'Of numbers; passing counts 1 and not passing 0' })
  readonly mean: number | undefined;

  constructor(score: EvaluationScore) {
    this.evaluation_id = score.evaluationId;
    this.scorer = score.scorer;
    this.name = score.name;
    this.verdicts = score.verdicts;
    this.pass_rate = score.passRate;
    this.pass_rate_interval = score.passRateInterval && [
      score.passRateInterval.low,
      score.passRateInterval.high,
    ];
    this.mean = score.mean;
  }
}

export class EvaluationScoreListDto {
  @ApiProperty({ type: () => [EvaluationScoreDto] })
  readonly scores: readonly EvaluationScoreDto[];

  constructor(scores: readonly EvaluationScore[]) {
    this.scores = scores.map((score) => new EvaluationScoreDto(score));
  }
}
