import { Column, Entity, PrimaryColumn } from 'typeorm';
import { MILLISECONDS } from '@millrace/access';
import type { LabelInput } from './label-input.ts';

export const LABEL_KINDS = ['feedback', 'expectation'] as const;
export type LabelKind = (typeof LABEL_KINDS)[number];

/** A question to reviewers; its name is that of the assessments that answer it. */
@Entity('label_schemas')
export class LabelSchema {
  /** `ls-` and 32 hex digits. */
  @PrimaryColumn({ type: 'text' })
  id: string = '';

  @Column({ name: 'workspace_id', type: 'text' })
  workspaceId: string = '';

  @Column({ name: 'experiment_id', type: 'integer' })
  experimentId: number = 0;

  @Column({ type: 'varchar', length: 250 })
  name: string = '';

  @Column({ type: 'text' })
  kind: LabelKind = 'feedback';

  @Column({ type: 'jsonb' })
  input: LabelInput = { kind: 'text' };

  // The column of an absent instruction is NULL: only TypeORM ever sees that.
  @Column({ type: 'varchar', length: 1000, nullable: true })
  instruction?: string | null;

  @Column({ name: 'has_comment', type: 'boolean' })
  hasComment: boolean = false;

  /** Made with the first listing of its experiment's schemas; can't be changed or deleted. */
  @Column({ name: 'is_default', type: 'boolean' })
  isDefault: boolean = false;

  @Column({ name: 'creation_time', type: 'bigint', transformer: MILLISECONDS })
  creationTime: number = 0;

  @Column({ name: 'last_update_time', type: 'bigint', transformer: MILLISECONDS })
  lastUpdateTime: number = 0;
}
