import { Column, Entity, OneToMany, PrimaryColumn, type Relation } from 'typeorm';
import { MILLISECONDS } from '@millrace/access';
import { EvaluationDatasetExperiment } from './evaluation-dataset-experiment.entity.ts';
import { EvaluationDatasetTag } from './evaluation-dataset-tag.entity.ts';

/** Types of the fields that records have had, by part of a record. */
export interface DatasetSchema {
  readonly inputs: Readonly<Record<string, string>>;
  /** One type when outputs are no objects. */
  readonly outputs: Readonly<Record<string, string>> | string;
  readonly expectations: Readonly<Record<string, string>>;
  readonly version: string;
}

/** A named collection of records to evaluate on. Names may repeat. */
@Entity('evaluation_datasets')
export class EvaluationDataset {
  /** `d-` and 32 hexadecimal digits. */
  @PrimaryColumn({ type: 'text' })
  id: string = '';

  @Column({ name: 'workspace_id', type: 'text' })
  workspaceId: string = '';

  @Column({ type: 'varchar', length: 500 })
  name: string = '';

  /** Another one after each change of the records. */
  @Column({ type: 'text' })
  digest: string = '';

  /** Of all records there ever were; NULL before the first. */
  @Column({ type: 'jsonb', nullable: true })
  schema?: DatasetSchema | null;

  @Column({ name: 'record_count', type: 'bigint', transformer: MILLISECONDS })
  recordCount: number = 0;

  @Column({ name: 'created_by', type: 'text', nullable: true })
  createdBy?: string | null;

  @Column({ name: 'last_updated_by', type: 'text', nullable: true })
  lastUpdatedBy?: string | null;

  @Column({ name: 'creation_time', type: 'bigint', transformer: MILLISECONDS })
  creationTime: number = 0;

  @Column({ name: 'last_update_time', type: 'bigint', transformer: MILLISECONDS })
  lastUpdateTime: number = 0;

  @OneToMany(() => EvaluationDatasetTag, (tag) => tag.dataset)
  tags?: Relation<EvaluationDatasetTag>[];

  @OneToMany(() => EvaluationDatasetExperiment, (link) => link.dataset)
  experiments?: Relation<EvaluationDatasetExperiment>[];
}

/** The experiments of a dataset, smallest id first. */
export function experimentIdsOf({ experiments = [] }: EvaluationDataset): string[] {
  return experiments
    .map(({ experimentId }) => experimentId)
    .sort((a, b) => a - b)
    .map(String);
}
