import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { RegisteredModel } from './registered-model.entity.ts';

/** A word its users put on a prompt or model. */
@Entity('registered_model_tags')
export class RegisteredModelTag {
  @PrimaryColumn({ name: 'model_id', type: 'integer' })
  modelId: number = 0;

  @PrimaryColumn({ type: 'varchar', length: 250 })
  key: string = '';

  @Column({ type: 'text' })
  value: string = '';

  @ManyToOne(() => RegisteredModel, (model) => model.tags)
  @JoinColumn({ name: 'model_id' })
  model?: Relation<RegisteredModel>;
}
