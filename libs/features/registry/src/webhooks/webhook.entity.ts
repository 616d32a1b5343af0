import { Column, Entity, PrimaryColumn } from 'typeorm';
import { MILLISECONDS } from '@millrace/access';
import type { EventType } from '@millrace/webhook-events';

/** An address that is told of changes. */
@Entity('webhooks')
export class Webhook {
  @PrimaryColumn({ type: 'uuid' })
  id: string = '';

  @Column({ name: 'workspace_id', type: 'text' })
  workspaceId: string = '';

  @Column({ type: 'varchar', length: 63 })
  name: string = '';

  @Column({ type: 'text' })
  description: string = '';

  @Column({ type: 'text' })
  url: string = '';

  @Column({ type: 'text', array: true })
  events: EventType[] = [];

  /** What deliveries are signed with, sealed. */
  @Column({ type: 'text', nullable: true })
  secret: string | null = null;

  @Column({ name: 'is_enabled', type: 'boolean' })
  isEnabled: boolean = true;

  @Column({ name: 'creation_time', type: 'bigint', transformer: MILLISECONDS })
  creationTime: number = 0;

  @Column({ name: 'last_update_time', type: 'bigint', transformer: MILLISECONDS })
  lastUpdateTime: number = 0;
}
