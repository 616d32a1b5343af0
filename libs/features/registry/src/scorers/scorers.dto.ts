import { ApiProperty } from '@nestjs/swagger';
import type { OnlineScoring } from '@millrace/access';
import { ANY_JSON } from '@millrace/service-kit';
import { z } from 'zod';
import type { RegisteredScorer } from './scorers.service.ts';

export const listScorersQuery = z.object({
  experiment_id: z.string().optional().describe('Only those of this experiment'),
});
export type ListScorersQuery = z.output<typeof listScorersQuery>;

export const onlineScoringQuery = z.object({ experiment_id: z.string() });
export type OnlineScoringQuery = z.output<typeof onlineScoringQuery>;

export const scorerQuery = z.object({ experiment_id: z.string(), name: z.string().min(1).max(500) });
export type ScorerQuery = z.output<typeof scorerQuery>;

export const deleteScorerQuery = scorerQuery.extend({
  version: z.coerce.number().int().positive().optional().describe('Absent: all versions'),
});
export type DeleteScorerQuery = z.output<typeof deleteScorerQuery>;

export const registerScorerBody = scorerQuery.extend({
  definition: z
    .record(z.string(), z.unknown())
    .describe('A judge as the MLflow client serializes it, such as instructions_judge_pydantic_data'),
});
export type RegisterScorerBody = z.output<typeof registerScorerBody>;

export const putOnlineScoringBody = scorerQuery.extend({
  sample_rate: z.number().min(0).max(1).describe('Share of new traces that are judged; 0 stops it'),
  filter: z.string().default('').describe("Which of them: attributes.status = 'OK'"),
});
export type PutOnlineScoringBody = z.output<typeof putOnlineScoringBody>;

/** A version of a scorer as `/api/v1` tells it. */
export class ScorerDto {
  @ApiProperty({ type: String, format: 'uuid' })
  readonly scorer_id: string;

  @ApiProperty({ type: String, example: '0' })
  readonly experiment_id: string;

  @ApiProperty({ type: String })
  readonly name: string;

  @ApiProperty({ type: Number })
  readonly version: number;

  @ApiProperty({ type: Object, additionalProperties: ANY_JSON })
  readonly definition: unknown;

  @ApiProperty({ type: String, format: 'date-time' })
  readonly creation_time: string;

  constructor(scorer: RegisteredScorer) {
    this.scorer_id = scorer.scorerId;
    this.experiment_id = String(scorer.experimentId);
    this.name = scorer.name;
    this.version = scorer.version;
    this.definition = JSON.parse(scorer.definition);
    this.creation_time = new Date(scorer.creationTime).toISOString();
  }
}

export class ScorerListDto {
  @ApiProperty({ type: () => [ScorerDto] })
  readonly scorers: readonly ScorerDto[];

  constructor(scorers: readonly RegisteredScorer[]) {
    this.scorers = scorers.map((scorer) => new ScorerDto(scorer));
  }
}

/** Which new traces a scorer judges. */
export class OnlineScoringDto {
  @ApiProperty({ type: String, format: 'uuid' })
  readonly scorer_id: string;

  @ApiProperty({ type: String })
  readonly experiment_id: string;

  @ApiProperty({ type: Number, description: '0: none' })
  readonly sample_rate: number;

  @ApiProperty({ type: String })
  readonly filter: string;

  @ApiProperty({
    type: String,
    format: 'date-time',
    description: 'Traces that completed before are not judged',
  })
  readonly active_since: string;

  constructor(config: OnlineScoring) {
    this.scorer_id = config.scorerId;
    this.experiment_id = String(config.experimentId);
    this.sample_rate = config.sampleRate;
    this.filter = config.filter ?? '';
    this.active_since = new Date(config.activeSince).toISOString();
  }
}

export class OnlineScoringListDto {
  @ApiProperty({ type: () => [OnlineScoringDto] })
  readonly online: readonly OnlineScoringDto[];

  constructor(online: readonly OnlineScoring[]) {
    this.online = online.map((config) => new OnlineScoringDto(config));
  }
}
