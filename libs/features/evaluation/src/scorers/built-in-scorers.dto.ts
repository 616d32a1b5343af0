import { ApiProperty } from '@nestjs/swagger';
import { describeParameters, type BuiltInScorer } from '@millrace/scorers';
import { JSON_OBJECT } from '@millrace/service-kit';

/** A kind of scorer: with a name and parameters it becomes a scorer. */
export class BuiltInScorerDto {
  @ApiProperty({
    type: String,
    description: '`kind` of a definition: {"millrace_scorer": {"kind", "parameters"}}',
  })
  readonly name: string;

  @ApiProperty({ type: String })
  readonly title: string;

  @ApiProperty({ type: String })
  readonly description: string;

  @ApiProperty({ enum: ['trace', 'session', 'any'], description: 'any: as its parameters say' })
  readonly level: 'trace' | 'session' | 'any';

  @ApiProperty({ ...JSON_OBJECT, description: 'JSON schema of its parameters' })
  readonly parameters: Readonly<Record<string, unknown>>;

  @ApiProperty({
    type: [String],
    description: 'Expectations without which it skips when its parameters are left as they are',
  })
  readonly needs_expectations: readonly string[];

  @ApiProperty({ type: [String], description: 'What it reads' })
  readonly reads: readonly string[];

  @ApiProperty({ type: Boolean, description: 'Whether it asks a model' })
  readonly is_judge: boolean;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Its class in mlflow.genai.scorers, if there is one',
  })
  readonly mlflow_class: string | null;

  constructor(scorer: BuiltInScorer) {
    this.name = scorer.name;
    this.title = scorer.title;
    this.description = scorer.description;
    this.level = scorer.level;
    this.parameters = describeParameters(scorer);
    this.needs_expectations = scorer.needsExpectations;
    this.reads = scorer.reads;
    this.is_judge = scorer.isJudge;
    this.mlflow_class = scorer.mlflowClass ?? null;
  }
}

export class BuiltInScorerListDto {
  @ApiProperty({ type: [BuiltInScorerDto] })
  readonly scorers: readonly BuiltInScorerDto[];

  constructor(scorers: readonly BuiltInScorer[]) {
    this.scorers = scorers.map((scorer) => new BuiltInScorerDto(scorer));
  }
}
