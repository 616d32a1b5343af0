import { ApiProperty } from '@nestjs/swagger';
import type { AuditEntry, AuditOutcome } from '@millrace/access';
import { z } from 'zod';
import type { AuditPage } from './audit.service.ts';

export const auditQuery = z.object({
  actor: z.string().optional().describe('Name of the user or key'),
  action: z.string().optional().describe('Part of method and path: `DELETE`, `/prompts`'),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  page_token: z.string().optional(),
});
export type AuditQuery = z.output<typeof auditQuery>;

/** One thing that somebody did or tried. */
export class AuditEntryDto {
  @ApiProperty({ type: String, format: 'date-time' })
  readonly time: string;

  @ApiProperty({ type: String, enum: ['anyone', 'user', 'key', 'nobody'] })
  readonly actor_kind: AuditEntry['actorKind'];

  @ApiProperty({ type: String, description: 'Name of the user or key' })
  readonly actor: string;

  @ApiProperty({ type: String, example: 'DELETE /api/v1/prompts/:name' })
  readonly action: string;

  @ApiProperty({
    type: String,
    example: '{"name":"support"}',
    description: 'What the request named, as JSON',
  })
  readonly target: string;

  @ApiProperty({ type: String, enum: ['done', 'refused', 'failed'] })
  readonly outcome: AuditOutcome;

  @ApiProperty({ type: String, description: 'Where the request came from' })
  readonly address: string;

  constructor(entry: AuditEntry) {
    this.time = new Date(entry.time).toISOString();
    this.actor_kind = entry.actorKind;
    this.actor = entry.actorName;
    this.action = entry.action;
    this.target = entry.target;
    this.outcome = entry.outcome;
    this.address = entry.address;
  }
}

export class AuditPageDto {
  @ApiProperty({ type: () => [AuditEntryDto] })
  readonly entries: readonly AuditEntryDto[];

  @ApiProperty({ type: String, required: false })
  readonly next_page_token?: string;

  constructor({ entries, next }: AuditPage) {
    this.entries = entries.map((entry) => new AuditEntryDto(entry));
    if (next !== undefined) this.next_page_token = next;
  }
}
