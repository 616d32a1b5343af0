import { ApiProperty } from '@nestjs/swagger';
import { z } from 'zod';
import { heldCount, type Removal } from '../removals/removal.ts';
import type { RemovalPage } from '../removals/removals.service.ts';
import type { Retention } from './retention.service.ts';

const TEXT = { type: String };
const COUNT = { type: Number };
const DATE = { type: String, format: 'date-time' };
const OPTIONAL = { required: false };
const MOST_DAYS = 36_500;

export const setRetentionBody = z.strictObject({
  days: z
    .int()
    .min(0)
    .max(MOST_DAYS)
    .nullable()
    .describe('0: for ever. null: no rule; experiments without one have that of the workspace'),
});
export type SetRetentionBody = z.output<typeof setRetentionBody>;

export const applyRetentionBody = z.strictObject({ experiment_id: z.string().min(1) });
export type ApplyRetentionBody = z.output<typeof applyRetentionBody>;

export const listRemovalsQuery = z.strictObject({
  experiment_id: z.string().optional().describe('Those of all experiments when absent'),
  limit: z.coerce.number().int().min(1).max(1000).default(20),
  page_token: z.string().optional().describe('next_page_token of the page before'),
});
export type ListRemovalsQuery = z.output<typeof listRemovalsQuery>;

export class ExperimentRetentionDto {
  @ApiProperty(TEXT)
  readonly experiment_id: string;

  @ApiProperty({ ...COUNT, description: '0: for ever' })
  readonly days: number;

  constructor(experimentId: number, days: number) {
    this.experiment_id = String(experimentId);
    this.days = days;
  }
}

/** For how many days traces are kept. */
export class RetentionDto {
  @ApiProperty({ ...COUNT, description: 'Of experiments without a rule of their own; 0: for ever' })
  readonly default_days: number;

  @ApiProperty({
    ...COUNT,
    description: 'For how many days a trace that somebody deleted is still on the disk',
  })
  readonly deletion_grace_days: number;

  @ApiProperty({ type: [ExperimentRetentionDto] })
  readonly experiments: readonly ExperimentRetentionDto[];

  constructor({ defaultDays, deletionGraceDays, experiments }: Retention) {
    this.default_days = defaultDays;
    this.deletion_grace_days = deletionGraceDays;
    this.experiments = experiments.map(
      ({ experimentId, days }) => new ExperimentRetentionDto(experimentId, days),
    );
  }
}

/** Traces that were removed because of their age, or because somebody had deleted them. */
export class RemovalDto {
  @ApiProperty({ type: String, format: 'uuid' })
  readonly removal_id: string;

  @ApiProperty({ enum: ['retention', 'deletion'], type: String })
  readonly kind: string;

  @ApiProperty({ ...TEXT, ...OPTIONAL, description: 'Absent: of all experiments' })
  readonly experiment_id: string | undefined;

  @ApiProperty({ enum: ['waiting', 'running', 'done', 'failed'], type: String })
  readonly state: string;

  @ApiProperty({ ...TEXT, ...OPTIONAL, description: 'Why it failed, or can not go on yet' })
  readonly failure: string | undefined;

  @ApiProperty({ ...TEXT, description: 'Such as: older than 30 days' })
  readonly reason: string;

  @ApiProperty({ ...DATE, ...OPTIONAL, description: 'Traces requested before then' })
  readonly cutoff_time: string | undefined;

  @ApiProperty(COUNT)
  readonly trace_count: number;

  @ApiProperty(COUNT)
  readonly span_count: number;

  @ApiProperty({ ...COUNT, description: 'On disk, by the share of the rows of their tables' })
  readonly byte_count: number;

  @ApiProperty({ ...COUNT, description: 'Traces that stay because of legal holds' })
  readonly held_count: number;

  @ApiProperty(DATE)
  readonly creation_time: string;

  @ApiProperty({ ...DATE, ...OPTIONAL })
  readonly end_time: string | undefined;

  constructor(removal: Removal) {
    this.removal_id = removal.id;
    this.kind = removal.kind;
    this.experiment_id = removal.experimentId === undefined ? undefined : String(removal.experimentId);
    this.state = removal.state;
    this.failure = removal.failure;
    this.reason = removal.reason;
    this.cutoff_time = dateOf(removal.cutoffTime);
    this.trace_count = removal.traceCount;
    this.span_count = removal.found['spans'] ?? 0;
    this.byte_count = removal.found['bytes'] ?? 0;
    this.held_count = heldCount(removal);
    this.creation_time = new Date(removal.creationTime).toISOString();
    this.end_time = dateOf(removal.endTime);
  }
}

export class RemovalPageDto {
  @ApiProperty({ type: [RemovalDto] })
  readonly removals: readonly RemovalDto[];

  @ApiProperty({ ...TEXT, ...OPTIONAL, description: 'Absent on the last page' })
  readonly next_page_token: string | undefined;

  constructor({ removals, next }: RemovalPage) {
    this.removals = removals.map((removal) => new RemovalDto(removal));
    this.next_page_token = next;
  }
}

function dateOf(time: number | undefined): string | undefined {
  return time === undefined ? undefined : new Date(time).toISOString();
}
