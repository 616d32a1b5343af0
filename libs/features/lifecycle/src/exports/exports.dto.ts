import { ApiProperty } from '@nestjs/swagger';
import { z } from 'zod';
import { EXPORTED_TABLES, type ExportedFile } from './export-manifest.ts';
import { EXPORT_RUN_STATES, type ExportRun } from './export-run.ts';
import type { ExportRunPage } from './export-runs.service.ts';
import type { ExportScheduleState } from './export-schedules.service.ts';
import { EXPORT_INTERVALS, LATENESS_MS, WINDOW_MS } from './export-windows.ts';

const TEXT = { type: String };
const OPTIONAL_TEXT = { type: String, required: false };
const COUNT = { type: Number };
const DATE = { type: String, format: 'date-time' };
const UUID = { type: String, format: 'uuid' };
const MOST_DAYS = 36_500;

const name = z.string().trim().min(1).max(250);
const keepDays = z.int().min(1).max(MOST_DAYS);
const time = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));

export const createExportScheduleBody = z.strictObject({
  name,
  experiment_id: z.string().min(1).optional().describe('Absent: all experiments of the workspace'),
  every: z.enum(EXPORT_INTERVALS).describe('Each hour or each day of UTC is a window of its own'),
  filter: z.string().max(20_000).default('').describe("Of traces, such as: status = 'ERROR'"),
  include_judge_traces: z.boolean().default(false).describe('Whether traces that judges made are exported'),
  is_enabled: z.boolean().default(true).describe('false: only what is asked for is exported'),
  keep_days: keepDays
    .optional()
    .describe('Days after the end of a window that its files are kept; absent: for ever'),
});
export type CreateExportScheduleBody = z.output<typeof createExportScheduleBody>;

export const updateExportScheduleBody = z.strictObject({
  name: name.optional(),
  is_enabled: z.boolean().optional(),
  keep_days: keepDays.nullable().optional().describe('null: for ever'),
});
export type UpdateExportScheduleBody = z.output<typeof updateExportScheduleBody>;

export const exportWindowsBody = z.strictObject({
  from: time.describe('The first moment of an hour or day of UTC'),
  to: time.describe('The last window ends then'),
});
export type ExportWindowsBody = z.output<typeof exportWindowsBody>;

export const listExportRunsQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(1000).default(20),
  page_token: z.string().optional().describe('next_page_token of the page before'),
});
export type ListExportRunsQuery = z.output<typeof listExportRunsQuery>;

export class ExportedFileDto {
  @ApiProperty({ enum: EXPORTED_TABLES, type: String })
  readonly table: string;

  @ApiProperty({
    ...TEXT,
    description: 'Of the object in the bucket; of the file in the folder of blobs under files/',
  })
  readonly key: string;

  @ApiProperty(COUNT)
  readonly rows: number;

  @ApiProperty(COUNT)
  readonly bytes: number;

  @ApiProperty(TEXT)
  readonly sha256: string;

  constructor(file: ExportedFile) {
    this.table = file.table;
    this.key = file.key;
    this.rows = file.rows;
    this.bytes = file.bytes;
    this.sha256 = file.sha256;
  }
}

/** A window of an export schedule. */
export class ExportRunDto {
  @ApiProperty(UUID)
  readonly run_id: string;

  @ApiProperty(UUID)
  readonly schedule_id: string;

  @ApiProperty({ ...DATE, description: 'Traces requested from then on' })
  readonly from: string;

  @ApiProperty({ ...DATE, description: 'and before then' })
  readonly to: string;

  @ApiProperty({ enum: EXPORT_RUN_STATES, type: String, description: 'removed: its files grew old' })
  readonly state: string;

  @ApiProperty({ ...OPTIONAL_TEXT, description: 'Why it failed, or can not go on yet' })
  readonly failure: string | undefined;

  @ApiProperty({ ...OPTIONAL_TEXT, description: 'Absent: the clock. Empty where nobody signs in' })
  readonly asked_by: string | undefined;

  @ApiProperty({
    ...DATE,
    required: false,
    description: 'Everything acknowledged before then is in the files',
  })
  readonly complete_to: string | undefined;

  @ApiProperty({ type: () => [ExportedFileDto], description: 'Of a run that is done' })
  readonly files: readonly ExportedFileDto[];

  @ApiProperty(DATE)
  readonly creation_time: string;

  @ApiProperty({ ...DATE, required: false })
  readonly end_time: string | undefined;

  constructor(run: ExportRun) {
    const manifest = run.state === 'done' ? run.manifest : undefined;
    this.run_id = run.id;
    this.schedule_id = run.scheduleId;
    this.from = dateOf(run.from);
    this.to = dateOf(run.to);
    this.state = run.state;
    this.failure = run.failure;
    this.asked_by = run.askedBy;
    this.complete_to = manifest?.complete_to;
    this.files = (manifest?.files ?? []).map((file) => new ExportedFileDto(file));
    this.creation_time = dateOf(run.creationTime);
    this.end_time = run.endTime === undefined ? undefined : dateOf(run.endTime);
  }
}

export class ExportRunPageDto {
  @ApiProperty({ type: () => [ExportRunDto] })
  readonly runs: readonly ExportRunDto[];

  @ApiProperty({ ...OPTIONAL_TEXT, description: 'Absent on the last page' })
  readonly next_page_token: string | undefined;

  constructor({ runs, next }: ExportRunPage) {
    this.runs = runs.map((run) => new ExportRunDto(run));
    this.next_page_token = next;
  }
}

/** Runs that were asked for. */
export class ExportRunListDto {
  @ApiProperty({ type: () => [ExportRunDto] })
  readonly runs: readonly ExportRunDto[];

  constructor(runs: readonly ExportRun[]) {
    this.runs = runs.map((run) => new ExportRunDto(run));
  }
}

/** Traces that are written to files, window by window. */
export class ExportScheduleDto {
  @ApiProperty(UUID)
  readonly schedule_id: string;

  @ApiProperty(TEXT)
  readonly name: string;

  @ApiProperty({ ...OPTIONAL_TEXT, description: 'Absent: all experiments of the workspace' })
  readonly experiment_id: string | undefined;

  @ApiProperty({ enum: EXPORT_INTERVALS, type: String })
  readonly every: string;

  @ApiProperty(TEXT)
  readonly filter: string;

  @ApiProperty({ type: Boolean })
  readonly include_judge_traces: boolean;

  @ApiProperty({ type: Boolean })
  readonly is_enabled: boolean;

  @ApiProperty({ type: Number, required: false, description: 'Absent: for ever' })
  readonly keep_days: number | undefined;

  @ApiProperty({
    ...DATE,
    required: false,
    description: 'When the next window is exported; absent while disabled',
  })
  readonly next_run_time: string | undefined;

  @ApiProperty({ type: () => ExportRunDto, required: false, description: 'The latest window' })
  readonly latest_run: ExportRunDto | undefined;

  @ApiProperty({ ...TEXT, description: 'Empty where nobody signs in' })
  readonly created_by: string;

  @ApiProperty(DATE)
  readonly creation_time: string;

  constructor({ schedule, latestRun }: ExportScheduleState) {
    this.schedule_id = schedule.id;
    this.name = schedule.name;
    this.experiment_id = schedule.experimentId === undefined ? undefined : String(schedule.experimentId);
    this.every = schedule.every;
    this.filter = schedule.filter;
    this.include_judge_traces = schedule.includesJudgeTraces;
    this.is_enabled = schedule.isEnabled;
    this.keep_days = schedule.keepDays;
    this.next_run_time = schedule.isEnabled
      ? dateOf(schedule.nextFrom + WINDOW_MS[schedule.every] + LATENESS_MS)
      : undefined;
    this.latest_run = latestRun && new ExportRunDto(latestRun);
    this.created_by = schedule.createdBy;
    this.creation_time = dateOf(schedule.creationTime);
  }
}

export class ExportScheduleListDto {
  @ApiProperty({ type: () => [ExportScheduleDto] })
  readonly schedules: readonly ExportScheduleDto[];

  constructor(schedules: readonly ExportScheduleState[]) {
    this.schedules = schedules.map((schedule) => new ExportScheduleDto(schedule));
  }
}

function dateOf(time: number): string {
  return new Date(time).toISOString();
}
