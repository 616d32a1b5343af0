import { MILLISECONDS } from '@millrace/access';
import { Column, Entity, PrimaryColumn, type ValueTransformer } from 'typeorm';
import type { AssessmentSourceType } from '@millrace/domain';
import type { JudgedScorer, JudgingCause } from './judged-scorer.ts';

const BIG_INTEGER: ValueTransformer = { to: (value: bigint) => String(value), from: BigInt };

/** What one scorer found about one subject for one cause. Stored once, told after. */
@Entity('verdicts')
export class StoredVerdict {
  /** Follows from subject, scorer and cause, see verdictId. */
  @PrimaryColumn({ type: 'text' })
  id: string = '';

  @Column({ name: 'workspace_id', type: 'text' })
  workspaceId: string = '';

  @Column({ name: 'experiment_id', type: 'integer' })
  experimentId: number = 0;

  @Column({ type: 'text' })
  level: 'trace' | 'session' = 'trace';

  @Column({ name: 'trace_id', type: 'text' })
  traceId: string = '';

  /** A session's is a sum, beyond 64 bits. */
  @Column({ name: 'trace_version', type: 'numeric', precision: 38, transformer: BIG_INTEGER })
  traceVersion: bigint = 0n;

  @Column({ name: 'session_id', type: 'text', nullable: true })
  sessionId?: string | null;

  /** The same for a scorer whatever its version. */
  @Column({ name: 'scorer_key', type: 'text' })
  scorerKey: string = '';

  @Column({ name: 'scorer_id', type: 'text', nullable: true })
  scorerId?: string | null;

  @Column({ name: 'scorer_name', type: 'text' })
  scorerName: string = '';

  @Column({ name: 'scorer_version', type: 'integer', nullable: true })
  scorerVersion?: number | null;

  @Column({ name: 'source_type', type: 'text' })
  sourceType: AssessmentSourceType = 'code';

  @Column({ name: 'source_id', type: 'text', nullable: true })
  sourceId?: string | null;

  @Column({ name: 'cause_kind', type: 'text' })
  causeKind: JudgingCause['kind'] = 'online';

  @Column({ name: 'cause_id', type: 'text' })
  causeId: string = '';

  @Column({ name: 'run_id', type: 'text', nullable: true })
  runId?: string | null;

  @Column({ type: 'text' })
  state: JudgedScorer['state'] = 'scored';

  @Column({ type: 'text', nullable: true })
  reason?: string | null;

  /** The verdicts as JSON. */
  @Column({ type: 'text' })
  findings: string = '[]';

  @Column({ name: 'assessment_ids', type: 'text', array: true })
  assessmentIds: string[] = [];

  @Column({ name: 'input_tokens', type: 'bigint', transformer: MILLISECONDS })
  inputTokens: number = 0;

  @Column({ name: 'output_tokens', type: 'bigint', transformer: MILLISECONDS })
  outputTokens: number = 0;

  @Column({ name: 'cost_usd', type: 'double precision' })
  costUsd: number = 0;

  @Column({ name: 'is_cached', type: 'boolean' })
  isCached: boolean = false;

  /** Whether it becomes assessments of the trace. */
  @Column({ name: 'is_public', type: 'boolean' })
  isPublic: boolean = false;

  @Column({ type: 'boolean' })
  supersedes: boolean = false;

  @Column({ name: 'judged_at', type: 'bigint', transformer: MILLISECONDS })
  judgedAt: number = 0;

  /** When its assessments were in the log; absent: they may not be yet. */
  @Column({ name: 'published_at', type: 'bigint', transformer: MILLISECONDS, nullable: true })
  publishedAt?: number | null;
}
