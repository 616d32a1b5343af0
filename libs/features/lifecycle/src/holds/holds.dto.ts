import { ApiProperty } from '@nestjs/swagger';
import { z } from 'zod';
import type { StoredHold } from './holds.service.ts';

const TEXT = { type: String };
const OPTIONAL_TEXT = { type: String, required: false };
const DATE = { type: String, format: 'date-time' };
const name = z.string().min(1).max(1_000);

export const setHoldBody = z.strictObject({
  experiment_id: z.string().min(1),
  user_id: name.optional().describe('Only what is of this user'),
  session_id: name.optional().describe('Only what is of this session'),
  reason: z.string().trim().min(1).max(1_000).describe('Whoever is refused a deletion reads it'),
});
export type SetHoldBody = z.output<typeof setHoldBody>;

export const listHoldsQuery = z.strictObject({
  lifted: z
    .enum(['true', 'false'])
    .default('false')
    .describe('true: those that were lifted too, after those in force'),
});
export type ListHoldsQuery = z.output<typeof listHoldsQuery>;

/** Nothing under it is removed while it is in force. */
export class LegalHoldDto {
  @ApiProperty({ type: String, format: 'uuid' })
  readonly hold_id: string;

  @ApiProperty(TEXT)
  readonly experiment_id: string;

  @ApiProperty(OPTIONAL_TEXT)
  readonly user_id: string | undefined;

  @ApiProperty(OPTIONAL_TEXT)
  readonly session_id: string | undefined;

  @ApiProperty(TEXT)
  readonly reason: string;

  @ApiProperty({ ...TEXT, description: 'Empty where nobody signs in' })
  readonly set_by: string;

  @ApiProperty(DATE)
  readonly creation_time: string;

  @ApiProperty(OPTIONAL_TEXT)
  readonly lifted_by: string | undefined;

  @ApiProperty({ ...DATE, required: false, description: 'Absent: it is in force' })
  readonly lift_time: string | undefined;

  constructor(hold: StoredHold) {
    this.hold_id = hold.id;
    this.experiment_id = String(hold.experimentId);
    this.user_id = hold.userId;
    this.session_id = hold.sessionId;
    this.reason = hold.reason;
    this.set_by = hold.setBy;
    this.creation_time = new Date(hold.creationTime).toISOString();
    this.lifted_by = hold.liftedBy;
    this.lift_time = hold.liftTime === undefined ? undefined : new Date(hold.liftTime).toISOString();
  }
}

export class LegalHoldListDto {
  @ApiProperty({ type: [LegalHoldDto] })
  readonly holds: readonly LegalHoldDto[];

  constructor(holds: readonly StoredHold[]) {
    this.holds = holds.map((hold) => new LegalHoldDto(hold));
  }
}
