import { Column, Entity, PrimaryColumn } from 'typeorm';
import { MILLISECONDS } from '@millrace/access';

/** What is watched in an experiment, and when somebody is told. */
@Entity('alert_rules')
export class AlertRule {
  @PrimaryColumn({ type: 'uuid' })
  id: string = '';

  @Column({ name: 'workspace_id', type: 'text' })
  workspaceId: string = '';

  @Column({ name: 'experiment_id', type: 'integer' })
  experimentId: number = 0;

  @Column({ type: 'varchar', length: 250 })
  name: string = '';

  @Column({ type: 'text' })
  description: string = '';

  /** AlertDefinition as JSON. */
  @Column({ type: 'text' })
  definition: string = '';

  /** NULL: every webhook of the workspace that asks for alerts. */
  @Column({ name: 'webhook_ids', type: 'uuid', array: true, nullable: true })
  webhookIds: string[] | null = null;

  @Column({ name: 'is_enabled', type: 'boolean' })
  isEnabled: boolean = true;

  @Column({ name: 'next_check_time', type: 'bigint', transformer: MILLISECONDS })
  nextCheckTime: number = 0;

  /** Counts the checks that began: one that was overtaken says nothing. */
  @Column({ name: 'check_number', type: 'integer' })
  checkNumber: number = 0;

  @Column({ name: 'last_check_time', type: 'bigint', transformer: MILLISECONDS, nullable: true })
  lastCheckTime: number | null = null;

  /** Why the last check failed; empty: it did not. */
  @Column({ type: 'text' })
  error: string = '';

  @Column({ name: 'creation_time', type: 'bigint', transformer: MILLISECONDS })
  creationTime: number = 0;

  @Column({ name: 'last_update_time', type: 'bigint', transformer: MILLISECONDS })
  lastUpdateTime: number = 0;
}
