import {
  Column,
  Entity,
  JoinColumn,
  ManyToOne,
  OneToMany,
  PrimaryGeneratedColumn,
  type Relation,
} from 'typeorm';
import { MILLISECONDS } from '@millrace/access';
import { ModelVersionTag } from './model-version-tag.entity.ts';
import { RegisteredModel } from './registered-model.entity.ts';

export const STAGES = ['None', 'Staging', 'Production', 'Archived'] as const;
export type Stage = (typeof STAGES)[number];
export type TemplateKind = 'text' | 'chat';

/** A version of a prompt or model. What a prompt says never changes. */
@Entity('model_versions')
export class ModelVersion {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id: number = 0;

  @Column({ name: 'model_id', type: 'integer' })
  modelId: number = 0;

  @Column({ type: 'integer' })
  version: number = 0;

  /** What changed, in its author's words; empty: nothing said. */
  @Column({ type: 'text' })
  description: string = '';

  @Column({ type: 'text' })
  source: string = '';

  @Column({ name: 'run_id', type: 'text' })
  runId: string = '';

  @Column({ name: 'run_link', type: 'text' })
  runLink: string = '';

  @Column({ name: 'logged_model_id', type: 'text' })
  loggedModelId: string = '';

  @Column({ type: 'text' })
  stage: Stage = 'None';

  /** Of prompts only, as is what follows. */
  @Column({ name: 'template_kind', type: 'text', nullable: true })
  templateKind: TemplateKind | null = null;

  /** The text, or the chat messages as JSON. */
  @Column({ type: 'text', nullable: true })
  template: string | null = null;

  /** A JSON schema, as it was written. */
  @Column({ name: 'response_format', type: 'text', nullable: true })
  responseFormat: string | null = null;

  /** JSON, as it was written: name and settings of the model it is meant for. The one part of a prompt that may change. */
  @Column({ name: 'model_config', type: 'text', nullable: true })
  modelConfig: string | null = null;

  @Column({ name: 'creation_time', type: 'bigint', transformer: MILLISECONDS })
  creationTime: number = 0;

  @Column({ name: 'last_update_time', type: 'bigint', transformer: MILLISECONDS })
  lastUpdateTime: number = 0;

  @ManyToOne(() => RegisteredModel)
  @JoinColumn({ name: 'model_id' })
  model?: Relation<RegisteredModel>;

  /** Only when asked for. */
  @OneToMany(() => ModelVersionTag, (tag) => tag.version)
  tags?: Relation<ModelVersionTag>[];
}
