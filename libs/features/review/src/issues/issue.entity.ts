import { Column, Entity, PrimaryColumn } from 'typeorm';
import { MILLISECONDS } from '@millrace/access';

export const ISSUE_STATUSES = ['pending', 'rejected', 'resolved'] as const;
export type IssueStatus = (typeof ISSUE_STATUSES)[number];
/** From the lowest up. */
export const ISSUE_SEVERITIES = ['not_an_issue', 'low', 'medium', 'high'] as const;
export type IssueSeverity = (typeof ISSUE_SEVERITIES)[number];

/** A problem found in the traces of an experiment. */
@Entity('issues')
export class Issue {
  /** `iss-` and 32 hex digits: the name of the assessments that link traces to it. */
  @PrimaryColumn({ type: 'text' })
  id: string = '';

  @Column({ name: 'workspace_id', type: 'text' })
  workspaceId: string = '';

  @Column({ name: 'experiment_id', type: 'integer' })
  experimentId: number = 0;

  @Column({ type: 'varchar', length: 250 })
  name: string = '';

  @Column({ type: 'text' })
  description: string = '';

  @Column({ type: 'text' })
  status: IssueStatus = 'pending';

  // Columns of what is unknown are NULL: only TypeORM ever sees that.
  @Column({ type: 'text', nullable: true })
  severity?: IssueSeverity | null;

  @Column({ name: 'root_causes', type: 'text', array: true })
  rootCauses: string[] = [];

  @Column({ type: 'text', array: true })
  categories: string[] = [];

  @Column({ name: 'source_run_id', type: 'text', nullable: true })
  sourceRunId?: string | null;

  @Column({ name: 'created_by', type: 'text', nullable: true })
  createdBy?: string | null;

  @Column({ name: 'creation_time', type: 'bigint', transformer: MILLISECONDS })
  creationTime: number = 0;

  @Column({ name: 'last_update_time', type: 'bigint', transformer: MILLISECONDS })
  lastUpdateTime: number = 0;
}
