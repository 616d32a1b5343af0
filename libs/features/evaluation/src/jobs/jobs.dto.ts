import { ApiProperty } from '@nestjs/swagger';
import type { JobCounts, JobState, JobStatus, SetAsideJob } from '@millrace/ports';
import { ANY_JSON } from '@millrace/service-kit';
import { z } from 'zod';
import type { SetAsidePage } from './jobs.service.ts';

export const listSetAsideQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  page_token: z.string().optional().describe('next_page_token of the page before'),
});
export type ListSetAsideQuery = z.output<typeof listSetAsideQuery>;

const STATES = ['waiting', 'delayed', 'running', 'done', 'cancelled', 'set_aside'] as const;
const DATE = { type: String, format: 'date-time' } as const;
const COUNT = { type: Number } as const;

export class JobProgressDto {
  @ApiProperty(COUNT)
  readonly done: number;

  @ApiProperty(COUNT)
  readonly total: number;

  constructor(progress: { readonly done: number; readonly total: number }) {
    this.done = progress.done;
    this.total = progress.total;
  }
}

export class JobDto {
  @ApiProperty({ type: String })
  readonly id: string;

  @ApiProperty({ type: String, example: 'judge-item' })
  readonly kind: string;

  @ApiProperty({ enum: STATES })
  readonly state: (typeof STATES)[number];

  @ApiProperty({ type: Number, description: 'Runs so far that count' })
  readonly attempt: number;

  @ApiProperty({ type: JobProgressDto, required: false })
  readonly progress: JobProgressDto | undefined;

  @ApiProperty({ type: String, required: false, description: 'Why it failed last' })
  readonly reason: string | undefined;

  @ApiProperty(DATE)
  readonly created_at: string;

  constructor(job: JobStatus) {
    this.id = job.id;
    this.kind = job.kind;
    this.state = stateOf(job.state);
    this.attempt = job.attempt;
    this.progress = job.progress && new JobProgressDto(job.progress);
    this.reason = job.reason;
    this.created_at = new Date(job.createdAt).toISOString();
  }
}

export class SetAsideJobDto extends JobDto {
  @ApiProperty({ ...ANY_JSON, description: 'What it was to do' })
  readonly payload: unknown;

  @ApiProperty(DATE)
  readonly set_aside_at: string;

  constructor(job: SetAsideJob) {
    super(job);
    this.payload = job.payload;
    this.set_aside_at = new Date(job.setAsideAt).toISOString();
  }
}

export class SetAsideJobPageDto {
  @ApiProperty({ type: [SetAsideJobDto] })
  readonly jobs: readonly SetAsideJobDto[];

  @ApiProperty({ type: String, required: false, description: 'Absent on the last page' })
  readonly next_page_token: string | undefined;

  constructor({ jobs, nextPageToken }: SetAsidePage) {
    this.jobs = jobs.map((job) => new SetAsideJobDto(job));
    this.next_page_token = nextPageToken;
  }
}

export class JobCountsDto {
  @ApiProperty({ type: String, example: 'judge-item' })
  readonly kind: string;

  @ApiProperty(COUNT)
  readonly waiting: number;

  @ApiProperty({ type: Number, description: 'Wait for a time, or to be tried again' })
  readonly delayed: number;

  @ApiProperty(COUNT)
  readonly running: number;

  @ApiProperty(COUNT)
  readonly set_aside: number;

  constructor(counts: JobCounts) {
    this.kind = counts.kind;
    this.waiting = counts.waiting;
    this.delayed = counts.delayed;
    this.running = counts.running;
    this.set_aside = counts.setAside;
  }
}

export class JobCountsListDto {
  @ApiProperty({ type: [JobCountsDto] })
  readonly kinds: readonly JobCountsDto[];

  constructor(counts: readonly JobCounts[]) {
    this.kinds = counts.map((each) => new JobCountsDto(each));
  }
}

function stateOf(state: JobState): (typeof STATES)[number] {
  return state === 'set-aside' ? 'set_aside' : state;
}
