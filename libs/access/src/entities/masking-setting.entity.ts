import type { MaskingRule } from '@millrace/masking';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { MILLISECONDS } from './milliseconds.ts';

/** What is never stored of an experiment. No row: nothing is masked. */
@Entity('masking_rules')
export class MaskingSetting {
  @PrimaryColumn({ name: 'experiment_id', type: 'integer' })
  experimentId: number = 0;

  /** In the order in which they are applied. */
  @Column({ type: 'jsonb' })
  rules: readonly MaskingRule[] = [];

  @Column({ name: 'last_update_time', type: 'bigint', transformer: MILLISECONDS })
  lastUpdateTime: number = 0;
}
