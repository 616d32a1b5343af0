import { ApiProperty } from '@nestjs/swagger';
import type { AskingEstimate, ScorerEstimate } from './estimate-scorer.ts';
import type { EvaluationEstimate } from './estimates.service.ts';

const COUNT = { type: Number };

/** What asking a model would take. */
export class AskingEstimateDto {
  @ApiProperty({ type: String, required: false, description: 'Absent when no model is asked' })
  readonly model: string | undefined;

  @ApiProperty({ type: Number, description: 'Of the model' })
  readonly calls: number;

  @ApiProperty(COUNT)
  readonly input_tokens: number;

  @ApiProperty(COUNT)
  readonly output_tokens: number;

  @ApiProperty({ type: Number, required: false, description: 'US dollars; absent when no price is known' })
  readonly cost_usd: number | undefined;

  constructor({ model, calls, inputTokens, outputTokens, costUsd }: AskingEstimate) {
    this.model = model;
    this.calls = calls;
    this.input_tokens = inputTokens;
    this.output_tokens = outputTokens;
    this.cost_usd = costUsd;
  }
}

/** What one scorer would take. */
export class ScorerEstimateDto extends AskingEstimateDto {
  @ApiProperty({ type: String })
  readonly scorer: string;

  constructor(estimate: ScorerEstimate) {
    super(estimate);
    this.scorer = estimate.scorer;
  }
}

/** What an evaluation would take. */
export class EstimateDto {
  @ApiProperty({ type: Number, description: 'What the selection finds' })
  readonly eligible: number;

  @ApiProperty({ type: Number, description: 'What of it would be judged' })
  readonly sampled: number;

  @ApiProperty({ type: () => [ScorerEstimateDto] })
  readonly scorers: readonly ScorerEstimateDto[];

  @ApiProperty({
    type: () => AskingEstimateDto,
    required: false,
    description: 'Of the answers to its task; absent without one',
  })
  readonly task: AskingEstimateDto | undefined;

  @ApiProperty({
    type: Number,
    description: 'US dollars of all scorers, and of the task, with a known price',
  })
  readonly cost_usd: number;

  @ApiProperty({ type: Boolean, description: 'Whether the price of every scorer and of the task is known' })
  readonly is_cost_known: boolean;

  @ApiProperty({ type: Boolean, required: false, description: 'Absent without a budget' })
  readonly is_within_budget: boolean | undefined;

  constructor(estimate: EvaluationEstimate) {
    this.eligible = estimate.eligible;
    this.sampled = estimate.sampled;
    this.scorers = estimate.scorers.map((scorer) => new ScorerEstimateDto(scorer));
    this.task = estimate.task && new AskingEstimateDto(estimate.task);
    this.cost_usd = estimate.costUsd;
    this.is_cost_known = estimate.isWhole;
    this.is_within_budget = estimate.isWithinBudget;
  }
}
