import { Column, Entity, OneToMany, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { ExperimentTag } from './experiment-tag.entity.ts';
import { MILLISECONDS } from './milliseconds.ts';

export type LifecycleStage = 'active' | 'deleted';

/** A named place for traces, runs and what belongs to them. Id 0 is `Default`. */
@Entity('experiments')
export class Experiment {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id: number = 0;

  @Column({ name: 'workspace_id', type: 'text' })
  workspaceId: string = '';

  @Column({ type: 'varchar', length: 500 })
  name: string = '';

  @Column({ name: 'artifact_location', type: 'text' })
  artifactLocation: string = '';

  @Column({ name: 'lifecycle_stage', type: 'text' })
  lifecycleStage: LifecycleStage = 'active';

  @Column({ name: 'creation_time', type: 'bigint', transformer: MILLISECONDS })
  creationTime: number = 0;

  @Column({ name: 'last_update_time', type: 'bigint', transformer: MILLISECONDS })
  lastUpdateTime: number = 0;

  /** Only when asked for. */
  @OneToMany(() => ExperimentTag, (tag) => tag.experiment)
  tags?: Relation<ExperimentTag>[];
}
