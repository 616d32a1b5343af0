import { ApiProperty } from '@nestjs/swagger';
import type { Experiment } from '@millrace/access';
import { z } from 'zod';

export const listExperimentsQuery = z.object({
  filter: z.string().default('').describe("For example: name ILIKE 'chat%' AND tags.team = 'a'"),
  order_by: z
    .string()
    .optional()
    .describe('Comma-separated: name, experiment_id, creation_time, last_update_time, each with ASC or DESC'),
  stage: z.enum(['active', 'deleted', 'all']).default('active'),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  page_token: z.string().optional().describe('next_page_token of the page before'),
});
export type ListExperimentsQuery = z.output<typeof listExperimentsQuery>;

export const createExperimentBody = z.object({
  name: z.string().min(1).max(500),
  tags: z.record(z.string().min(1).max(250), z.string().max(20_000)).default({}),
});
export type CreateExperimentBody = z.output<typeof createExperimentBody>;

export const updateExperimentBody = z.object({
  name: z.string().min(1).max(500).optional(),
  tags: z
    .record(z.string().min(1).max(250), z.string().max(20_000).nullable())
    .default({})
    .describe('Sets each; null removes it'),
});
export type UpdateExperimentBody = z.output<typeof updateExperimentBody>;

/** An experiment as `/api/v1` tells it. */
export class ExperimentDto {
  @ApiProperty({ type: String, example: '0' })
  readonly experiment_id: string;

  @ApiProperty({ type: String })
  readonly name: string;

  @ApiProperty({ enum: ['active', 'deleted'] })
  readonly lifecycle_stage: 'active' | 'deleted';

  @ApiProperty({ type: String, format: 'date-time' })
  readonly creation_time: string;

  @ApiProperty({ type: String, format: 'date-time' })
  readonly last_update_time: string;

  @ApiProperty({ type: Object, additionalProperties: { type: 'string' } })
  readonly tags: Readonly<Record<string, string>>;

  constructor(experiment: Experiment) {
    this.experiment_id = String(experiment.id);
    this.name = experiment.name;
    this.lifecycle_stage = experiment.lifecycleStage;
    this.creation_time = new Date(experiment.creationTime).toISOString();
    this.last_update_time = new Date(experiment.lastUpdateTime).toISOString();
    this.tags = Object.fromEntries((experiment.tags ?? []).map(({ key, value }) => [key, value]));
  }
}

export class ExperimentPageDto {
  @ApiProperty({ type: () => [ExperimentDto] })
  readonly experiments: readonly ExperimentDto[];

  @ApiProperty({ type: String, required: false, description: 'Absent on the last page' })
  readonly next_page_token?: string;

  constructor(experiments: readonly ExperimentDto[], nextPageToken: string | undefined) {
    this.experiments = experiments;
    if (nextPageToken !== undefined) this.next_page_token = nextPageToken;
  }
}
