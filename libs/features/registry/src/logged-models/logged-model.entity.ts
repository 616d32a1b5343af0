import { Column, Entity, OneToMany, PrimaryColumn, type Relation } from 'typeorm';
import { MILLISECONDS } from '@millrace/access';
import { LoggedModelParam } from './logged-model-param.entity.ts';
import { LoggedModelTag } from './logged-model-tag.entity.ts';

export type LoggedModelStatus = 'PENDING' | 'READY' | 'FAILED';

/** A version of an application or a model, which traces, runs and evaluations refer to. Names may repeat. */
@Entity('logged_models')
export class LoggedModel {
  /** `m-` and 32 hexadecimal digits. */
  @PrimaryColumn({ name: 'model_id', type: 'varchar', length: 64, collation: 'C' })
  id: string = '';

  @Column({ name: 'workspace_id', type: 'text' })
  workspaceId: string = '';

  @Column({ name: 'experiment_id', type: 'integer' })
  experimentId: number = 0;

  @Column({ type: 'varchar', length: 500 })
  name: string = '';

  /** Empty when nobody said. */
  @Column({ name: 'model_type', type: 'varchar', length: 500 })
  modelType: string = '';

  /** Empty when it came of no run. */
  @Column({ name: 'source_run_id', type: 'varchar', length: 64 })
  sourceRunId: string = '';

  @Column({ type: 'text' })
  status: LoggedModelStatus = 'PENDING';

  @Column({ name: 'artifact_uri', type: 'text' })
  artifactUri: string = '';

  @Column({ name: 'is_deleted', type: 'boolean' })
  isDeleted: boolean = false;

  @Column({ name: 'creation_time', type: 'bigint', transformer: MILLISECONDS })
  creationTime: number = 0;

  @Column({ name: 'last_update_time', type: 'bigint', transformer: MILLISECONDS })
  lastUpdateTime: number = 0;

  /** Only when asked for. */
  @OneToMany(() => LoggedModelParam, (param) => param.model)
  params?: Relation<LoggedModelParam>[];

  /** Only when asked for. */
  @OneToMany(() => LoggedModelTag, (tag) => tag.model)
  tags?: Relation<LoggedModelTag>[];
}
