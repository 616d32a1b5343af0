import { Column, Entity, PrimaryColumn } from 'typeorm';
import { MILLISECONDS } from './milliseconds.ts';

/** What was not kept of an experiment. */
@Entity('sampling_counts')
export class SamplingCount {
  @PrimaryColumn({ name: 'experiment_id', type: 'integer' })
  experimentId: number = 0;

  @Column({ type: 'bigint', transformer: MILLISECONDS })
  traces: number = 0;

  @Column({ type: 'bigint', transformer: MILLISECONDS })
  spans: number = 0;
}
