import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { RegisteredModel } from './registered-model.entity.ts';

/** A name for one version of a prompt or model, such as `production`. */
@Entity('registered_model_aliases')
export class RegisteredModelAlias {
  @PrimaryColumn({ name: 'model_id', type: 'integer' })
  modelId: number = 0;

  @PrimaryColumn({ type: 'varchar', length: 255 })
  alias: string = '';

  @Column({ type: 'integer' })
  version: number = 0;

  @ManyToOne(() => RegisteredModel, (model) => model.aliases)
  @JoinColumn({ name: 'model_id' })
  model?: Relation<RegisteredModel>;
}
