import { Column, Entity, PrimaryColumn } from 'typeorm';
import { MILLISECONDS } from '@millrace/access';

export const ITEM_STATUSES = ['pending', 'complete', 'declined'] as const;
export type ItemStatus = (typeof ITEM_STATUSES)[number];

/** A trace in a review queue. */
@Entity('review_items')
export class ReviewItem {
  @PrimaryColumn({ name: 'queue_id', type: 'text' })
  queueId: string = '';

  /** 32 lower-case hex digits. */
  @PrimaryColumn({ name: 'trace_id', type: 'text' })
  traceId: string = '';

  @Column({ type: 'text' })
  status: ItemStatus = 'pending';

  // Columns of an open item are NULL: only TypeORM ever sees that.
  @Column({ name: 'completed_by', type: 'text', nullable: true })
  completedBy?: string | null;

  @Column({ name: 'completed_time', type: 'bigint', transformer: MILLISECONDS, nullable: true })
  completedTime?: number | null;

  @Column({ name: 'creation_time', type: 'bigint', transformer: MILLISECONDS })
  creationTime: number = 0;

  @Column({ name: 'last_update_time', type: 'bigint', transformer: MILLISECONDS })
  lastUpdateTime: number = 0;
}
