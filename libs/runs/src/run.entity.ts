import { Column, Entity, PrimaryColumn } from 'typeorm';
import { MILLISECONDS, type LifecycleStage } from '@millrace/access';

export const RUN_STATUSES = ['RUNNING', 'SCHEDULED', 'FINISHED', 'FAILED', 'KILLED'] as const;
export type RunStatus = (typeof RUN_STATUSES)[number];

/** One execution inside an experiment. */
@Entity('runs')
export class Run {
  @PrimaryColumn({ name: 'run_id', type: 'text', collation: 'C' })
  runId: string = '';

  @Column({ name: 'experiment_id', type: 'integer' })
  experimentId: number = 0;

  /** The same as its tag `mlflow.runName`. */
  @Column({ name: 'run_name', type: 'varchar', length: 500, collation: 'C' })
  name: string = '';

  @Column({ name: 'user_id', type: 'varchar', length: 256 })
  userId: string = '';

  @Column({ type: 'text' })
  status: RunStatus = 'RUNNING';

  @Column({ name: 'start_time', type: 'bigint', transformer: MILLISECONDS })
  startTime: number = 0;

  @Column({ name: 'end_time', type: 'bigint', nullable: true, transformer: MILLISECONDS })
  endTime: number | null = null;

  @Column({ name: 'artifact_uri', type: 'text' })
  artifactUri: string = '';

  /** Its own; a run of a deleted experiment is deleted too. */
  @Column({ name: 'lifecycle_stage', type: 'text' })
  lifecycleStage: LifecycleStage = 'active';
}
