import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { LoggedModel } from './logged-model.entity.ts';

/** A word its users put on it; may be changed. */
@Entity('logged_model_tags')
export class LoggedModelTag {
  @PrimaryColumn({ name: 'model_id', type: 'varchar', length: 64, collation: 'C' })
  modelId: string = '';

  @PrimaryColumn({ type: 'varchar', length: 250 })
  key: string = '';

  @Column({ type: 'text' })
  value: string = '';

  @ManyToOne(() => LoggedModel, (model) => model.tags)
  @JoinColumn({ name: 'model_id' })
  model?: Relation<LoggedModel>;
}
