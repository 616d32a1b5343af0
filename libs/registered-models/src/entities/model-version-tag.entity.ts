import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { ModelVersion } from './model-version.entity.ts';

/** A word its users put on one version. */
@Entity('model_version_tags')
export class ModelVersionTag {
  @PrimaryColumn({ name: 'version_id', type: 'integer' })
  versionId: number = 0;

  @PrimaryColumn({ type: 'varchar', length: 250 })
  key: string = '';

  @Column({ type: 'text' })
  value: string = '';

  @ManyToOne(() => ModelVersion, (version) => version.tags)
  @JoinColumn({ name: 'version_id' })
  version?: Relation<ModelVersion>;
}
