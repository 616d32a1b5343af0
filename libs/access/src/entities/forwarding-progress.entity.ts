import { Column, Entity, PrimaryColumn } from 'typeorm';
import { MILLISECONDS } from './milliseconds.ts';

/** A bigint column whose values stay far below 2^53. */
const COUNT = { type: 'bigint', transformer: MILLISECONDS } as const;

/** How far forwarding to a target has come in one shard of the log. */
@Entity('forwarding_progress')
export class ForwardingProgress {
  @PrimaryColumn({ name: 'target_id', type: 'integer' })
  targetId: number = 0;

  @PrimaryColumn({ type: 'integer' })
  shard: number = 0;

  @Column({ name: 'sent_spans', ...COUNT })
  sentSpans: number = 0;

  @Column({ name: 'failed_spans', ...COUNT })
  failedSpans: number = 0;

  /** Records of the log, of all experiments, that are still to be looked at. */
  @Column({ name: 'lag_records', ...COUNT })
  lagRecords: number = 0;

  /** Empty: none yet. */
  @Column({ type: 'text' })
  error: string = '';

  @Column({ name: 'error_time', ...COUNT })
  errorTime: number = 0;

  @Column({ name: 'last_update_time', ...COUNT })
  lastUpdateTime: number = 0;
}
