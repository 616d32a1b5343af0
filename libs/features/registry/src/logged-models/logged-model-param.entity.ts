import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { LoggedModel } from './logged-model.entity.ts';

/** What it was made with; never changed. */
@Entity('logged_model_params')
export class LoggedModelParam {
  @PrimaryColumn({ name: 'model_id', type: 'varchar', length: 64, collation: 'C' })
  modelId: string = '';

  @PrimaryColumn({ type: 'varchar', length: 250 })
  key: string = '';

  @Column({ type: 'text' })
  value: string = '';

  @ManyToOne(() => LoggedModel, (model) => model.params)
  @JoinColumn({ name: 'model_id' })
  model?: Relation<LoggedModel>;
}
