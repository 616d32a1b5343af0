import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Experiment } from './experiment.entity.ts';

/** A word its users put on an experiment. */
@Entity('experiment_tags')
export class ExperimentTag {
  @PrimaryColumn({ name: 'experiment_id', type: 'integer' })
  experimentId: number = 0;

  @PrimaryColumn({ type: 'varchar', length: 250 })
  key: string = '';

  @Column({ type: 'varchar', length: 20000 })
  value: string = '';

  @ManyToOne(() => Experiment, (experiment) => experiment.tags)
  @JoinColumn({ name: 'experiment_id' })
  experiment?: Relation<Experiment>;
}
