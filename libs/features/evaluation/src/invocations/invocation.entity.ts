import { Column, Entity, PrimaryColumn } from 'typeorm';
import { MILLISECONDS } from '@millrace/access';
import type { StoredAssessment } from '@millrace/domain';
import type { PinnedScorer } from '../judging/judged-scorer.ts';

export type InvocationState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

/** What came of one trace: assessments as they are stored, or why there is none. */
export interface InvocationResult {
  readonly traceId: string;
  readonly assessments: readonly StoredAssessment[];
  readonly failures: readonly string[];
}

/** A scorer asked about named traces, and what it found. */
@Entity('scorer_invocations')
export class Invocation {
  @PrimaryColumn({ type: 'uuid' })
  id: string = '';

  @Column({ name: 'workspace_id', type: 'text' })
  workspaceId: string = '';

  @Column({ name: 'experiment_id', type: 'integer' })
  experimentId: number = 0;

  @Column({ type: 'jsonb' })
  scorer: PinnedScorer = { name: '', definition: '' };

  /** Of one session where the scorer judges sessions. */
  @Column({ name: 'trace_ids', type: 'text', array: true })
  traceIds: string[] = [];

  /** Whether what is found becomes assessments of the traces. */
  @Column({ type: 'boolean' })
  publishes: boolean = false;

  @Column({ type: 'text' })
  state: InvocationState = 'waiting';

  /** InvocationResults as JSON. */
  @Column({ type: 'text', nullable: true })
  results?: string | null;

  /** Why it failed. */
  @Column({ type: 'text', nullable: true })
  reason?: string | null;

  @Column({ name: 'creation_time', type: 'bigint', transformer: MILLISECONDS })
  creationTime: number = 0;

  @Column({ name: 'last_update_time', type: 'bigint', transformer: MILLISECONDS })
  lastUpdateTime: number = 0;
}
