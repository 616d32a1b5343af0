import { Column, Entity, PrimaryColumn } from 'typeorm';
import { MILLISECONDS } from '@millrace/access';

/** What is being done: the prompt is tried as it is, written anew, and tried again. */
export type OptimizationPhase = 'baseline' | 'rewriting' | 'checking';
export type OptimizationState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

/** How a prompt is made better. */
export interface OptimizationSettings {
  /** Asks the prompt: `provider:/model`. */
  readonly taskModel: string;
  /** Writes the prompt anew. */
  readonly reflectionModel: string;
  readonly guidelines?: string | undefined;
  /** Absent: it is written anew without being tried. */
  readonly datasetId?: string | undefined;
  /** Built-in ones by MLflow's class, others as they are registered. */
  readonly scorerNames: readonly string[];
  /** As it was asked for, JSON. */
  readonly optimizerConfig?: string | undefined;
  readonly tags: readonly { readonly key: string; readonly value: string }[];
}

/** A prompt that is made better by a model which sees what scorers say of its answers. */
@Entity('prompt_optimizations')
export class PromptOptimization {
  @PrimaryColumn({ type: 'uuid' })
  id: string = '';

  @Column({ name: 'workspace_id', type: 'text' })
  workspaceId: string = '';

  @Column({ name: 'experiment_id', type: 'integer' })
  experimentId: number = 0;

  @Column({ name: 'run_id', type: 'text' })
  runId: string = '';

  /** `prompts:/name/version`. */
  @Column({ name: 'source_prompt', type: 'text' })
  sourcePrompt: string = '';

  @Column({ name: 'prompt_name', type: 'text' })
  promptName: string = '';

  /** OptimizationSettings as JSON. */
  @Column({ type: 'text' })
  settings: string = '';

  @Column({ type: 'text' })
  phase: OptimizationPhase = 'baseline';

  @Column({ type: 'text' })
  state: OptimizationState = 'waiting';

  /** Of the evaluation of the prompt as it was, and of the one that was written. */
  @Column({ name: 'baseline_id', type: 'text', nullable: true })
  baselineId?: string | null;

  @Column({ name: 'check_id', type: 'text', nullable: true })
  checkId?: string | null;

  @Column({ name: 'optimized_version', type: 'integer', nullable: true })
  optimizedVersion?: number | null;

  /** Why it failed. */
  @Column({ type: 'text', nullable: true })
  reason?: string | null;

  @Column({ name: 'creation_time', type: 'bigint', transformer: MILLISECONDS })
  creationTime: number = 0;

  @Column({ name: 'last_update_time', type: 'bigint', transformer: MILLISECONDS })
  lastUpdateTime: number = 0;
}
