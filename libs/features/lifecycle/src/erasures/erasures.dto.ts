import { ApiProperty } from '@nestjs/swagger';
import { z } from 'zod';
import { ANY_JSON } from '@millrace/service-kit';
import { heldCount, type Removal } from '../removals/removal.ts';
import type { RemovalPage } from '../removals/removals.service.ts';

const TEXT = { type: String };
const OPTIONAL_TEXT = { type: String, required: false };
const DATE = { type: String, format: 'date-time' };
const name = z.string().min(1).max(1_000);

export const createErasureBody = z
  .strictObject({
    user_id: name.optional().describe('Everything of this user'),
    session_id: name
      .optional()
      .describe('Everything of this session; of the user alone if one is named as well'),
    experiment_id: z
      .string()
      .min(1)
      .optional()
      .describe('In this experiment only; absent: in all of the workspace'),
    reason: z
      .string()
      .trim()
      .min(1)
      .max(1_000)
      .describe('Stands in the proof, such as the number of the request'),
  })
  .refine(
    (body) => body.user_id !== undefined || body.session_id !== undefined,
    'name a user_id or a session_id',
  );
export type CreateErasureBody = z.output<typeof createErasureBody>;

export const listErasuresQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(1000).default(20),
  page_token: z.string().optional().describe('next_page_token of the page before'),
});
export type ListErasuresQuery = z.output<typeof listErasuresQuery>;

/** What is of a user or a session is removed from all stores, or was. */
export class ErasureDto {
  @ApiProperty({ type: String, format: 'uuid' })
  readonly erasure_id: string;

  @ApiProperty({ ...OPTIONAL_TEXT, description: 'Absent: in all experiments' })
  readonly experiment_id: string | undefined;

  @ApiProperty(OPTIONAL_TEXT)
  readonly user_id: string | undefined;

  @ApiProperty(OPTIONAL_TEXT)
  readonly session_id: string | undefined;

  @ApiProperty(TEXT)
  readonly reason: string;

  @ApiProperty({ ...TEXT, description: 'Empty where nobody signs in' })
  readonly asked_by: string;

  @ApiProperty({ enum: ['waiting', 'running', 'done', 'failed'], type: String })
  readonly state: string;

  @ApiProperty({ ...OPTIONAL_TEXT, description: 'Why it failed, or can not go on yet' })
  readonly failure: string | undefined;

  @ApiProperty({ type: Number, description: 'Traces found so far, those of judges about them included' })
  readonly trace_count: number;

  @ApiProperty({ type: Number, description: 'Traces that stay because of legal holds' })
  readonly held_count: number;

  @ApiProperty(DATE)
  readonly creation_time: string;

  @ApiProperty({ ...DATE, required: false })
  readonly end_time: string | undefined;

  constructor(removal: Removal) {
    this.erasure_id = removal.id;
    this.experiment_id = removal.experimentId === undefined ? undefined : String(removal.experimentId);
    this.user_id = removal.userId;
    this.session_id = removal.sessionId;
    this.reason = removal.reason;
    this.asked_by = removal.askedBy;
    this.state = removal.state;
    this.failure = removal.failure;
    this.trace_count = removal.traceCount;
    this.held_count = heldCount(removal);
    this.creation_time = new Date(removal.creationTime).toISOString();
    this.end_time = removal.endTime === undefined ? undefined : new Date(removal.endTime).toISOString();
  }
}

export class ErasurePageDto {
  @ApiProperty({ type: [ErasureDto] })
  readonly erasures: readonly ErasureDto[];

  @ApiProperty({ ...OPTIONAL_TEXT, description: 'Absent on the last page' })
  readonly next_page_token: string | undefined;

  constructor({ removals, next }: RemovalPage) {
    this.erasures = removals.map((removal) => new ErasureDto(removal));
    this.next_page_token = next;
  }
}

/** How the proof stands in the description of the API; its fields are in docs/data-lifecycle.md. */
export const PROOF_SCHEMA = ANY_JSON;
