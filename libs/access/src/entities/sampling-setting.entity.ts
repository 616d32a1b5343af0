import { Column, Entity, PrimaryColumn } from 'typeorm';
import { MILLISECONDS } from './milliseconds.ts';

/** Which traces of an experiment are kept. */
@Entity('sampling_rules')
export class SamplingSetting {
  @PrimaryColumn({ name: 'experiment_id', type: 'integer' })
  experimentId: number = 0;

  @Column({ type: 'double precision' })
  share: number = 1;

  @Column({ name: 'keep_errors', type: 'boolean' })
  keepErrors: boolean = false;

  // The column of an absent condition is NULL: only TypeORM ever sees that.
  @Column({ name: 'keep_slower_than_ms', type: 'integer', nullable: true })
  keepSlowerThanMs?: number | null;

  @Column({ name: 'last_update_time', type: 'bigint', transformer: MILLISECONDS })
  lastUpdateTime: number = 0;
}
