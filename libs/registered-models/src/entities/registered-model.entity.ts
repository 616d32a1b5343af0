import { Column, Entity, OneToMany, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { MILLISECONDS } from '@millrace/access';
import { RegisteredModelAlias } from './registered-model-alias.entity.ts';
import { RegisteredModelTag } from './registered-model-tag.entity.ts';

export type RegisteredKind = 'prompt' | 'model';

/** A name with versions: a prompt or a model. Both share one space of names. */
@Entity('registered_models')
export class RegisteredModel {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id: number = 0;

  @Column({ name: 'workspace_id', type: 'text' })
  workspaceId: string = '';

  @Column({ type: 'text' })
  kind: RegisteredKind = 'model';

  @Column({ type: 'text' })
  name: string = '';

  /** Empty: none. */
  @Column({ type: 'text' })
  description: string = '';

  /** The highest number a version ever had, deleted ones too. */
  @Column({ name: 'last_version', type: 'integer' })
  lastVersion: number = 0;

  @Column({ name: 'creation_time', type: 'bigint', transformer: MILLISECONDS })
  creationTime: number = 0;

  @Column({ name: 'last_update_time', type: 'bigint', transformer: MILLISECONDS })
  lastUpdateTime: number = 0;

  /** Only when asked for. */
  @OneToMany(() => RegisteredModelTag, (tag) => tag.model)
  tags?: Relation<RegisteredModelTag>[];

  /** Only when asked for. */
  @OneToMany(() => RegisteredModelAlias, (alias) => alias.model)
  aliases?: Relation<RegisteredModelAlias>[];
}
