import { ApiProperty } from '@nestjs/swagger';
import { LIMIT_KINDS, LIMIT_WORDS, type LimitKind, type Limits, type SpansAndBytes } from '@millrace/access';
import { z } from 'zod';
import type { LimitsAndUse } from './limits.service.ts';

/** More than anybody sends, and exact in JSON. */
const MOST = 1e15;
const limit = z.int().min(1).max(MOST).nullable().optional();

const described = (kind: LimitKind) =>
  limit.describe(`${LIMIT_WORDS[kind]}; null: without limit, whatever the default`);

export const putLimitsBody = z.strictObject({
  spans_per_second: described('spans_per_second'),
  bytes_per_second: described('bytes_per_second'),
  requests_per_second: described('requests_per_second'),
  queries_at_once: described('queries_at_once'),
  spans_per_day: described('spans_per_day'),
  bytes_per_day: described('bytes_per_day'),
  spans_per_month: described('spans_per_month'),
  bytes_per_month: described('bytes_per_month'),
} satisfies Record<LimitKind, typeof limit>);
export type PutLimitsBody = z.output<typeof putLimitsBody>;

const propertiesOf = (isNullable: boolean) =>
  Object.fromEntries(
    LIMIT_KINDS.map((kind) => [
      kind,
      { type: 'integer' as const, description: LIMIT_WORDS[kind], ...(isNullable && { nullable: true }) },
    ]),
  );

export class SentDto {
  @ApiProperty({ type: 'integer' })
  readonly spans: number;

  @ApiProperty({ type: 'integer', description: 'Of requests with spans, decompressed' })
  readonly bytes: number;

  constructor({ spans, bytes }: SpansAndBytes) {
    this.spans = spans;
    this.bytes = bytes;
  }
}

/** Limits of a workspace or key, and what was used of them. */
export class LimitsDto {
  @ApiProperty({
    type: 'object',
    properties: propertiesOf(true),
    additionalProperties: false,
    description: 'Its own limits, as they were put',
  })
  readonly own: Limits;

  @ApiProperty({
    type: 'object',
    properties: propertiesOf(false),
    additionalProperties: false,
    description: 'The limits that hold: its own, and the defaults of the installation. Absent: without limit',
  })
  readonly limits: Limits;

  @ApiProperty({ type: SentDto, description: 'Sent since midnight, UTC; a second late' })
  readonly today: SentDto;

  @ApiProperty({ type: SentDto, description: 'Sent since the first of the month, UTC; a second late' })
  readonly this_month: SentDto;

  constructor({ own, limits, stored }: LimitsAndUse) {
    this.own = own;
    this.limits = Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== null));
    this.today = new SentDto(stored.day);
    this.this_month = new SentDto(stored.month);
  }
}
