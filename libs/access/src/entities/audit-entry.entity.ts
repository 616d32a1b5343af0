import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { MILLISECONDS } from './milliseconds.ts';

/** `refused`: whoever it was may not. `failed`: they may, and it did not work. */
export type AuditOutcome = 'done' | 'refused' | 'failed';

/** One thing that somebody did or tried. */
@Entity('audit_entries')
export class AuditEntry {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: string = '';

  @Column({ type: 'bigint', transformer: MILLISECONDS })
  time: number = 0;

  /** Null: of the whole installation. */
  @Column({ name: 'workspace_id', type: 'text', nullable: true })
  workspaceId: string | null = null;

  @Column({ name: 'actor_kind', type: 'text' })
  actorKind: 'anyone' | 'user' | 'key' | 'nobody' = 'nobody';

  @Column({ name: 'actor_id', type: 'text' })
  actorId: string = '';

  @Column({ name: 'actor_name', type: 'text' })
  actorName: string = '';

  /** Method and path of the endpoint: `DELETE /api/v1/prompts/:name`. */
  @Column({ type: 'text' })
  action: string = '';

  /** What the request named, as JSON: ids and names, never values. */
  @Column({ type: 'text' })
  target: string = '';

  @Column({ type: 'text' })
  outcome: AuditOutcome = 'done';

  /** Where the request came from. */
  @Column({ type: 'text' })
  address: string = '';
}
