import { MILLISECONDS } from '@millrace/access';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a model answered a judge, to be answered again for the same question. */
@Entity('judgements')
export class Judgement {
  /** Hash of the workspace, the models and everything that was asked. */
  @PrimaryColumn({ type: 'text' })
  id: string = '';

  @Column({ name: 'workspace_id', type: 'text' })
  workspaceId: string = '';

  /** Of the verdict it was paid for. */
  @Column({ name: 'verdict_id', type: 'text', nullable: true })
  verdictId?: string | null;

  /** Of the call; absent where judges are not traced. */
  @Column({ name: 'trace_id', type: 'text', nullable: true })
  traceId?: string | null;

  /** GivenAnswer as JSON. */
  @Column({ type: 'text' })
  answer: string = '';

  @Column({ name: 'expires_at', type: 'bigint', transformer: MILLISECONDS })
  expiresAt: number = 0;
}
