import { Column, Entity, PrimaryColumn } from 'typeorm';
import { MILLISECONDS } from '@millrace/access';

export type QueueKind = 'user' | 'custom';

/** Traces that people are to look at. One of a user is theirs alone and asks every question of its experiment. */
@Entity('review_queues')
export class ReviewQueue {
  /** `rq-` and 32 hex digits. */
  @PrimaryColumn({ type: 'text' })
  id: string = '';

  @Column({ name: 'workspace_id', type: 'text' })
  workspaceId: string = '';

  @Column({ name: 'experiment_id', type: 'integer' })
  experimentId: number = 0;

  @Column({ type: 'varchar', length: 250 })
  name: string = '';

  /** The name in lower case: unique within the experiment. */
  @Column({ name: 'name_key', type: 'text' })
  nameKey: string = '';

  @Column({ type: 'text' })
  kind: QueueKind = 'custom';

  // The column of an unknown owner is NULL: only TypeORM ever sees that.
  @Column({ name: 'created_by', type: 'text', nullable: true })
  createdBy?: string | null;

  /** In lower case, sorted. */
  @Column({ type: 'text', array: true })
  users: string[] = [];

  /** Sorted. Schemas deleted since are among them. */
  @Column({ name: 'schema_ids', type: 'text', array: true })
  schemaIds: string[] = [];

  @Column({ name: 'creation_time', type: 'bigint', transformer: MILLISECONDS })
  creationTime: number = 0;

  @Column({ name: 'last_update_time', type: 'bigint', transformer: MILLISECONDS })
  lastUpdateTime: number = 0;
}
