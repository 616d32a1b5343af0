import { Column, Entity, PrimaryColumn } from 'typeorm';
import { MILLISECONDS } from './milliseconds.ts';

/** A named judge or check of an experiment; what it does is in its versions. */
@Entity('scorers')
export class Scorer {
  /** A UUID. */
  @PrimaryColumn({ type: 'text' })
  id: string = '';

  @Column({ name: 'experiment_id', type: 'integer' })
  experimentId: number = 0;

  @Column({ type: 'varchar', length: 500 })
  name: string = '';

  /** The newest number that was given out; never given out again. */
  @Column({ name: 'last_version', type: 'integer' })
  lastVersion: number = 0;

  @Column({ name: 'creation_time', type: 'bigint', transformer: MILLISECONDS })
  creationTime: number = 0;
}
