import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A word its users put on a run; may be changed. */
@Entity('run_tags')
export class RunTag {
  @PrimaryColumn({ name: 'run_id', type: 'text', collation: 'C' })
  runId: string = '';

  @PrimaryColumn({ type: 'varchar', length: 250 })
  key: string = '';

  /** Of its run, for the index of searches. */
  @Column({ name: 'experiment_id', type: 'integer' })
  experimentId: number = 0;

  @Column({ type: 'text' })
  value: string = '';
}
