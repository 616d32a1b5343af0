import { ApiProperty } from '@nestjs/swagger';
import { z } from 'zod';
import {
  budgetUsd,
  scorerChoices,
  selectionFields,
  toScorerChoices,
} from '../evaluations/evaluations.dto.ts';
import type { ScorerChoice } from '../evaluations/pin-scorers.ts';
import { SCHEDULE_WINDOWS, type ScheduleWindow } from './fire-times.ts';
import type { Schedule, SchedulePlan } from './schedule-rows.ts';
import type { ScheduleChange, SchedulePage } from './schedules.service.ts';

const TEXT = { type: String };
const OPTIONAL_NUMBER = { type: Number, required: false };
const DATE = { type: String, format: 'date-time' };

const cron = z.string().max(200).describe('Five fields: minute, hour, day of month, month, day of week');
const timeZone = z.string().max(100).describe('Of IANA, such as Europe/Berlin');
const window = z
  .enum(SCHEDULE_WINDOWS)
  .describe('What came since it fired before, or the calendar day before the one it fires on');
const page = {
  limit: z.coerce.number().int().min(1).max(1000).default(20),
  page_token: z.string().optional().describe('next_page_token of the page before'),
};

export const createScheduleBody = z.strictObject({
  experiment_id: z.string().min(1),
  name: z.string().min(1).max(250),
  cron,
  time_zone: timeZone.default('UTC'),
  window: window.default('since-previous-fire'),
  ...selectionFields,
  scorers: scorerChoices,
  budget_usd: budgetUsd,
  is_paused: z.boolean().default(false),
});
export type CreateScheduleBody = z.output<typeof createScheduleBody>;

export const updateScheduleBody = z.strictObject({
  name: z.string().min(1).max(250).optional(),
  cron: cron.optional(),
  time_zone: timeZone.optional(),
  window: window.optional(),
  filter: z.string().max(20_000).optional(),
  sample_rate: z.number().gt(0).max(1).optional(),
  seed: z.string().max(100).optional(),
  max_traces: z.int().min(1).max(10_000_000).optional(),
  scorers: scorerChoices.optional(),
  budget_usd: budgetUsd,
  is_paused: z.boolean().optional(),
});
export type UpdateScheduleBody = z.output<typeof updateScheduleBody>;

export const listSchedulesQuery = z.strictObject({
  experiment_id: z.string().optional().describe('Those of all experiments when absent'),
  ...page,
});
export type ListSchedulesQuery = z.output<typeof listSchedulesQuery>;

export const pageQuery = z.strictObject(page);
export type PageQuery = z.output<typeof pageQuery>;

export const fireTimesQuery = z.strictObject({
  cron,
  time_zone: timeZone.default('UTC'),
  count: z.coerce.number().int().min(1).max(100).default(5),
});
export type FireTimesQuery = z.output<typeof fireTimesQuery>;

/** What was asked for, in the words of the domain. */
export function toPlan(body: CreateScheduleBody): SchedulePlan {
  return {
    name: body.name,
    cron: body.cron,
    timeZone: body.time_zone,
    window: body.window,
    filter: body.filter,
    sampleRate: body.sample_rate,
    seed: body.seed,
    maxTraces: body.max_traces,
    budgetUsd: body.budget_usd,
    scorers: toScorerChoices(body.scorers),
    isPaused: body.is_paused,
  };
}

/** The same of a change. */
export function toChange(body: UpdateScheduleBody): ScheduleChange {
  return {
    name: body.name,
    cron: body.cron,
    timeZone: body.time_zone,
    window: body.window,
    filter: body.filter,
    sampleRate: body.sample_rate,
    seed: body.seed,
    maxTraces: body.max_traces,
    budgetUsd: body.budget_usd,
    scorers: body.scorers && toScorerChoices(body.scorers),
    isPaused: body.is_paused,
  };
}

export class ScheduleScorerDto {
  @ApiProperty(TEXT)
  readonly name: string;

  @ApiProperty({ ...OPTIONAL_NUMBER, description: 'The newest when absent' })
  readonly version: number | undefined;

  @ApiProperty({ type: String, required: false, description: 'JSON of one that is not registered' })
  readonly definition: string | undefined;

  constructor({ name, version, definition }: ScorerChoice) {
    this.name = name;
    this.version = version;
    this.definition = definition;
  }
}

/** Evaluations of an experiment that begin by the clock. */
export class ScheduleDto {
  @ApiProperty({ type: String, example: 'sch-3f7a0a52f2c14f3c9a51f5f8f5f7d1aa' })
  readonly schedule_id: string;

  @ApiProperty(TEXT)
  readonly experiment_id: string;

  @ApiProperty(TEXT)
  readonly name: string;

  @ApiProperty({ type: String, example: '0 1 * * *' })
  readonly cron: string;

  @ApiProperty({ type: String, example: 'Europe/Berlin' })
  readonly time_zone: string;

  @ApiProperty({ enum: SCHEDULE_WINDOWS })
  readonly window: ScheduleWindow;

  @ApiProperty(TEXT)
  readonly filter: string;

  @ApiProperty({ type: Number })
  readonly sample_rate: number;

  @ApiProperty(TEXT)
  readonly seed: string;

  @ApiProperty(OPTIONAL_NUMBER)
  readonly max_traces: number | undefined;

  @ApiProperty({ ...OPTIONAL_NUMBER, description: 'US dollars for each evaluation' })
  readonly budget_usd: number | undefined;

  @ApiProperty({ type: () => [ScheduleScorerDto], description: 'Taken as they are each time it fires' })
  readonly scorers: readonly ScheduleScorerDto[];

  @ApiProperty({ type: Boolean })
  readonly is_paused: boolean;

  @ApiProperty({ ...DATE, required: false, description: 'Absent while it is paused' })
  readonly next_fire_time: string | undefined;

  @ApiProperty({ ...DATE, required: false })
  readonly last_fire_time: string | undefined;

  @ApiProperty({ type: String, required: false, description: 'Why it could not begin when it fired last' })
  readonly failure: string | undefined;

  @ApiProperty({ type: Number, description: 'Times missed for too long: the last 31 are made up for' })
  readonly left_out_fires: number;

  @ApiProperty(DATE)
  readonly creation_time: string;

  constructor(schedule: Schedule) {
    this.schedule_id = schedule.id;
    this.experiment_id = String(schedule.experimentId);
    this.name = schedule.name;
    this.cron = schedule.cron;
    this.time_zone = schedule.timeZone;
    this.window = schedule.window;
    this.filter = schedule.filter;
    this.sample_rate = schedule.sampleRate;
    this.seed = schedule.seed;
    this.max_traces = schedule.maxTraces;
    this.budget_usd = schedule.budgetUsd;
    this.scorers = schedule.scorers.map((scorer) => new ScheduleScorerDto(scorer));
    this.is_paused = schedule.isPaused;
    this.next_fire_time = schedule.isPaused ? undefined : toDate(schedule.nextFireTime);
    this.last_fire_time = schedule.lastFireTime === undefined ? undefined : toDate(schedule.lastFireTime);
    this.failure = schedule.failure;
    this.left_out_fires = schedule.leftOutFires;
    this.creation_time = toDate(schedule.creationTime);
  }
}

export class SchedulePageDto {
  @ApiProperty({ type: () => [ScheduleDto] })
  readonly schedules: readonly ScheduleDto[];

  @ApiProperty({ type: String, required: false, description: 'Absent on the last page' })
  readonly next_page_token: string | undefined;

  constructor({ schedules, next }: SchedulePage) {
    this.schedules = schedules.map((schedule) => new ScheduleDto(schedule));
    this.next_page_token = next;
  }
}

export class FireTimesDto {
  @ApiProperty({ type: [String] })
  readonly fire_times: readonly string[];

  constructor(times: readonly number[]) {
    this.fire_times = times.map(toDate);
  }
}

function toDate(time: number): string {
  return new Date(time).toISOString();
}
