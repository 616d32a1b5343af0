import { ApiProperty } from '@nestjs/swagger';
import type { DeadLetter } from '@millrace/ports';
import { z } from 'zod';

export const listDeadLettersQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});

export const deadLetterIdsBody = z.strictObject({
  ids: z.array(z.string().min(1)).min(1).max(500).describe('Ids of dead letters'),
});

/** A record of the log that could not be stored. */
export class DeadLetterDto {
  @ApiProperty({ type: String })
  readonly id: string;

  @ApiProperty({ type: String })
  readonly experiment_id: string;

  @ApiProperty({ type: String })
  readonly trace_id: string;

  @ApiProperty({ type: String, format: 'date-time' })
  readonly failed_at: string;

  @ApiProperty({ type: String })
  readonly reason: string;

  constructor(letter: DeadLetter) {
    this.id = letter.id;
    this.experiment_id = String(letter.experimentId);
    this.trace_id = letter.traceId;
    this.failed_at = new Date(letter.failedAt).toISOString();
    this.reason = letter.reason;
  }
}

export class DeadLetterListDto {
  @ApiProperty({ type: () => [DeadLetterDto], description: 'Newest first' })
  readonly dead_letters: readonly DeadLetterDto[];

  constructor(letters: readonly DeadLetter[]) {
    this.dead_letters = letters.map((letter) => new DeadLetterDto(letter));
  }
}

export class DeadLetterCountDto {
  @ApiProperty({ type: Number, description: 'How many there were among the ids' })
  readonly count: number;

  constructor(count: number) {
    this.count = count;
  }
}
