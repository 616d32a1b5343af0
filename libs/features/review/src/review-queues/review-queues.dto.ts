import { ApiProperty } from '@nestjs/swagger';
import { z } from 'zod';
import { ITEM_STATUSES, type ReviewItem } from './review-item.entity.ts';
import type { ReviewQueue } from './review-queue.entity.ts';

const DATE = { type: String, format: 'date-time' };
const OPTIONAL_TEXT = { type: String, required: false };
const page = {
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  page_token: z.string().optional().describe('next_page_token of the page before'),
};

export const createQueueBody = z.strictObject({
  experiment_id: z.string().min(1),
  name: z.string().describe('Unique in the experiment, whatever the case of its letters'),
  users: z.array(z.string()).default([]).describe('Who is to review, up to 10'),
  schema_ids: z.array(z.string()).default([]).describe('The questions'),
  created_by: z.string().optional(),
});
export type CreateQueueBody = z.output<typeof createQueueBody>;

export const userQueueBody = z.strictObject({ experiment_id: z.string().min(1), user: z.string() });
export type UserQueueBody = z.output<typeof userQueueBody>;

export const updateQueueBody = z.strictObject({
  name: z.string().optional(),
  users: z.array(z.string()).optional(),
  schema_ids: z.array(z.string()).optional().describe('Only while the queue has no items'),
  owner: z.string().optional(),
});
export type UpdateQueueBody = z.output<typeof updateQueueBody>;

export const listQueuesQuery = z.strictObject({
  experiment_id: z.string().min(1),
  user: z.string().optional().describe('Queues assigned to them'),
  trace_id: z.string().optional().describe('Queues that hold it'),
  ...page,
});
export type ListQueuesQuery = z.output<typeof listQueuesQuery>;

export const addItemsBody = z.strictObject({ trace_ids: z.array(z.string()).min(1).max(1000) });
export type AddItemsBody = z.output<typeof addItemsBody>;

export const listItemsQuery = z.strictObject({ status: z.enum(ITEM_STATUSES).optional(), ...page });
export type ListItemsQuery = z.output<typeof listItemsQuery>;

export const setStatusBody = z.strictObject({
  status: z.enum(ITEM_STATUSES),
  completed_by: z.string().optional().describe('Required unless the item is opened again'),
});
export type SetStatusBody = z.output<typeof setStatusBody>;

/** Traces that people are to look at. */
export class ReviewQueueDto {
  @ApiProperty({ type: String, example: 'rq-034511f8cc1f44a6bb5b52e179074fe8' })
  readonly queue_id: string;

  @ApiProperty({ type: String })
  readonly experiment_id: string;

  @ApiProperty({ type: String })
  readonly name: string;

  @ApiProperty({ enum: ['user', 'custom'] })
  readonly kind: ReviewQueue['kind'];

  @ApiProperty(OPTIONAL_TEXT)
  readonly created_by: string | undefined;

  @ApiProperty({ type: [String] })
  readonly users: readonly string[];

  @ApiProperty({ type: [String], description: 'A user queue has none: it asks all of its experiment' })
  readonly schema_ids: readonly string[];

  @ApiProperty(DATE)
  readonly creation_time: string;

  @ApiProperty(DATE)
  readonly last_update_time: string;

  constructor(queue: ReviewQueue) {
    this.queue_id = queue.id;
    this.experiment_id = String(queue.experimentId);
    this.name = queue.name;
    this.kind = queue.kind;
    this.created_by = queue.createdBy ?? undefined;
    this.users = queue.users;
    this.schema_ids = queue.schemaIds;
    this.creation_time = new Date(queue.creationTime).toISOString();
    this.last_update_time = new Date(queue.lastUpdateTime).toISOString();
  }
}

export class ReviewQueuePageDto {
  @ApiProperty({ type: () => [ReviewQueueDto], description: 'The newest first' })
  readonly review_queues: readonly ReviewQueueDto[];

  @ApiProperty({ type: String, required: false, description: 'Absent on the last page' })
  readonly next_page_token: string | undefined;

  constructor(queues: readonly ReviewQueue[], next: string | undefined) {
    this.review_queues = queues.map((queue) => new ReviewQueueDto(queue));
    this.next_page_token = next;
  }
}

/** A trace in a review queue. */
export class ReviewItemDto {
  @ApiProperty({ type: String })
  readonly trace_id: string;

  @ApiProperty({ enum: ITEM_STATUSES })
  readonly status: ReviewItem['status'];

  @ApiProperty(OPTIONAL_TEXT)
  readonly completed_by: string | undefined;

  @ApiProperty({ ...DATE, required: false })
  readonly completed_time: string | undefined;

  @ApiProperty(DATE)
  readonly creation_time: string;

  @ApiProperty(DATE)
  readonly last_update_time: string;

  constructor(item: ReviewItem) {
    this.trace_id = item.traceId;
    this.status = item.status;
    this.completed_by = item.completedBy ?? undefined;
    this.completed_time =
      typeof item.completedTime === 'number' ? new Date(item.completedTime).toISOString() : undefined;
    this.creation_time = new Date(item.creationTime).toISOString();
    this.last_update_time = new Date(item.lastUpdateTime).toISOString();
  }
}

export class ReviewItemPageDto {
  @ApiProperty({ type: () => [ReviewItemDto], description: 'The newest first' })
  readonly items: readonly ReviewItemDto[];

  @ApiProperty({ type: String, required: false, description: 'Absent on the last page' })
  readonly next_page_token: string | undefined;

  constructor(items: readonly ReviewItem[], next?: string) {
    this.items = items.map((item) => new ReviewItemDto(item));
    this.next_page_token = next;
  }
}
