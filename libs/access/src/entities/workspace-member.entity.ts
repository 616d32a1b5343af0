import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '../permissions/roles.ts';
import { MILLISECONDS } from './milliseconds.ts';

/** What a user is in a workspace. */
@Entity('workspace_members')
export class WorkspaceMember {
  @PrimaryColumn({ name: 'workspace_id', type: 'text' })
  workspaceId: string = '';

  @PrimaryColumn({ name: 'user_id', type: 'uuid' })
  userId: string = '';

  @Column({ type: 'text' })
  role: Role = 'viewer';

  @Column({ name: 'creation_time', type: 'bigint', transformer: MILLISECONDS })
  creationTime: number = 0;
}
