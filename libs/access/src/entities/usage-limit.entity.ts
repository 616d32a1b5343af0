import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Limits } from '../limits/limit-kinds.ts';

/** What a workspace, or one of its keys, may use. */
@Entity('usage_limits')
export class UsageLimit {
  @PrimaryColumn({ name: 'workspace_id', type: 'text' })
  workspaceId: string = '';

  /** Empty: of the workspace as a whole. */
  @PrimaryColumn({ name: 'key_id', type: 'varchar', length: 12, default: '' })
  keyId: string = '';

  @Column({ type: 'jsonb' })
  limits: Limits = {};
}
