import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { askDatabase, changeDatabase } from '@millrace/access';
import { Rejected } from '@millrace/domain';
import { JobHandlers } from '@millrace/jobs';
import { JobPostponed, JOBS, type OptimizePromptJob, type RunningJob } from '@millrace/ports';
import { createVersion } from '@millrace/registered-models';
import { Run, type RunStatus } from '@millrace/runs';
import { JOB_PAYLOADS } from '../job-payloads.ts';
import { findOptimizedPrompt } from './find-optimized-prompt.ts';
import {
  PromptOptimization,
  type OptimizationSettings,
  type OptimizationState,
} from './prompt-optimization.entity.ts';
import { PromptRewriter, rewritable } from './prompt-rewriter.ts';
import { PromptTrials } from './prompt-trials.ts';

const OPTIMIZATIONS_AT_ONCE = 4;
const LOOK_AGAIN_MS = 1_000;
const MOST_COMPLAINTS = 20;
const UNDER_WAY: OptimizationState[] = ['waiting', 'running'];
const WHEN_TAKEN = 'Another process has just stored the same; it is tried again.';

/** Takes optimizations from phase to phase; each phase is stored when it has ended, so a kill repeats one at most. */
@Injectable()
export class OptimizationWorker implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly dataSource: DataSource,
    private readonly trials: PromptTrials,
    private readonly rewriter: PromptRewriter,
  ) {}

  onModuleInit(): void {
    this.handlers.on(
      JOBS.optimizePrompt,
      { concurrency: OPTIMIZATIONS_AT_ONCE, payload: JOB_PAYLOADS.optimizePrompt },
      (job) => this.run(job),
    );
  }

  private async run(job: RunningJob<OptimizePromptJob>): Promise<void> {
    const { optimizationId: id } = job.payload;
    try {
      for (;;) {
        const optimization = await this.take(id);
        if (!optimization || (await this.step(optimization, job.stop))) return;
      }
    } catch (error) {
      const isOver = error instanceof Rejected || job.attempt >= JOBS.optimizePrompt.attempts;
      if (error instanceof JobPostponed || !isOver || job.stop.aborted) throw error;
      await this.end(id, 'failed', error instanceof Error ? error.message : String(error));
    }
  }

  /** Undefined when it is over. */
  private async take(id: string): Promise<PromptOptimization | undefined> {
    return askDatabase(this.dataSource, async (manager) => {
      const { affected } = await manager.update(
        PromptOptimization,
        { id, state: In(UNDER_WAY) },
        { state: 'running', lastUpdateTime: Date.now() },
      );
      return affected === 1 ? manager.findOneByOrFail(PromptOptimization, { id }) : undefined;
    });
  }

  /** Whether it is over after that. Throws JobPostponed while a trial is under way. */
  private async step(optimization: PromptOptimization, stop: AbortSignal): Promise<boolean> {
    const { id, phase, sourcePrompt, promptName, optimizedVersion } = optimization;
    if (phase === 'rewriting') return this.rewrite(optimization, stop);
    const isBaseline = phase === 'baseline';
    const prompt = isBaseline ? sourcePrompt : `prompts:/${promptName}/${optimizedVersion}`;
    const hasEnded = await this.trials.hasEnded(optimization, isBaseline ? 'baselineId' : 'checkId', prompt);
    if (!hasEnded) throw new JobPostponed(LOOK_AGAIN_MS);
    if (!isBaseline) return this.end(id, 'done');
    await askDatabase(this.dataSource, (manager) =>
      manager.update(PromptOptimization, { id }, { phase: 'rewriting' }),
    );
    return false;
  }

  private async rewrite(optimization: PromptOptimization, stop: AbortSignal): Promise<boolean> {
    const { id, workspaceId, sourcePrompt, promptName: name } = optimization;
    const { reflectionModel, guidelines, datasetId } = JSON.parse(
      optimization.settings,
    ) as OptimizationSettings;
    const { version } = await askDatabase(this.dataSource, (manager) =>
      findOptimizedPrompt(manager, workspaceId, sourcePrompt),
    );
    const template = await this.rewriter.rewrite(
      {
        workspaceId,
        model: reflectionModel,
        template: rewritable(version.templateKind, version.template),
        guidelines,
        complaints: await this.trials.complaints(optimization, MOST_COMPLAINTS),
      },
      stop,
    );
    await changeDatabase(this.dataSource, WHEN_TAKEN, async (manager) => {
      const { templateKind, responseFormat, modelConfig } = version;
      const made = await createVersion(
        manager,
        { workspaceId, name, kind: 'prompt' },
        {
          content: { templateKind, template, responseFormat, modelConfig },
          description: `Optimized from ${sourcePrompt}`,
          tags: [],
          source: 'prompt-template',
        },
      );
      const optimizedVersion = made.version.version;
      await manager.update(PromptOptimization, { id }, { phase: 'checking', optimizedVersion });
    });
    return datasetId === undefined ? this.end(id, 'done') : false;
  }

  private async end(id: string, state: 'done' | 'failed', reason: string | null = null): Promise<true> {
    const status: RunStatus = state === 'done' ? 'FINISHED' : 'FAILED';
    await changeDatabase(this.dataSource, WHEN_TAKEN, async (manager) => {
      const now = Date.now();
      const { affected } = await manager.update(
        PromptOptimization,
        { id, state: In(UNDER_WAY) },
        { state, reason, lastUpdateTime: now },
      );
      const { runId } = await manager.findOneByOrFail(PromptOptimization, { id });
      if (affected === 1) await manager.update(Run, { runId }, { status, endTime: now });
    });
    return true;
  }
}
