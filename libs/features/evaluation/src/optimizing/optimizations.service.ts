import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DataSource, In, type EntityManager } from 'typeorm';
import { askDatabase, changeDatabase, parseExperimentId } from '@millrace/access';
import { findDataset } from '@millrace/datasets';
import { Rejected } from '@millrace/domain';
import { KeptJobs } from '@millrace/jobs';
import { JOBS } from '@millrace/ports';
import { createRun, Run, writeBatch } from '@millrace/runs';
import { findOptimizedPrompt } from './find-optimized-prompt.ts';
import { PromptOptimization, type OptimizationSettings } from './prompt-optimization.entity.ts';

/** A prompt and how it is to be made better. */
export interface NewOptimization extends Omit<OptimizationSettings, 'taskModel'> {
  readonly experimentId: string;
  readonly sourcePrompt: string;
}

/** One with the scores of its run by metric. */
export interface ScoredOptimization {
  readonly optimization: PromptOptimization;
  readonly metrics: ReadonlyMap<string, number>;
}

const WHEN_TAKEN = 'Someone else has just changed the optimization: read it back.';
const MOST_LISTED = 1_000;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Prompts that are made better. Throws Rejected for what can't be, Unavailable. */
@Injectable()
export class OptimizationsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly jobs: KeptJobs,
  ) {}

  async create(workspaceId: string, given: NewOptimization): Promise<PromptOptimization> {
    const { experimentId, sourcePrompt, ...rest } = given;
    const made = await changeDatabase(this.dataSource, WHEN_TAKEN, async (manager) => {
      const prompt = await findOptimizedPrompt(manager, workspaceId, sourcePrompt);
      if (rest.datasetId !== undefined) await findDataset(manager, workspaceId, rest.datasetId);
      if (rest.datasetId !== undefined && rest.scorerNames.length === 0) {
        throw new Rejected('Name at least one scorer: without one nothing tells which prompt is better.');
      }
      const now = Date.now();
      const name = `optimize_prompt_metaprompt_${prompt.name}_${prompt.version.version}_${now}`;
      const place = await createRun(manager, workspaceId, { experimentId, name, startTime: now, tags: [] });
      const params = paramsOf(given);
      await writeBatch(manager, place, { metrics: [], params, tags: [] });
      const settings: OptimizationSettings = { ...rest, taskModel: prompt.model };
      return manager.save(PromptOptimization, {
        ...{ id: randomUUID(), workspaceId, experimentId: place.experimentId, runId: place.runId },
        sourcePrompt: `prompts:/${prompt.name}/${prompt.version.version}`,
        promptName: prompt.name,
        settings: JSON.stringify(settings),
        phase: rest.datasetId === undefined ? ('rewriting' as const) : ('baseline' as const),
        state: 'waiting' as const,
        creationTime: now,
        lastUpdateTime: now,
      });
    });
    const { id } = made;
    const payload = { optimizationId: id };
    await this.jobs.enqueue([{ kind: JOBS.optimizePrompt, workspaceId, payload, key: id }]);
    return made;
  }

  get(workspaceId: string, id: string): Promise<ScoredOptimization> {
    return askDatabase(this.dataSource, async (manager) => {
      const optimization = await find(manager, workspaceId, id);
      const rows = await manager.query<{ readonly key: string; readonly value: number }[]>(
        'SELECT key, value FROM latest_metrics WHERE run_id = $1',
        [optimization.runId],
      );
      return { optimization, metrics: new Map(rows.map(({ key, value }) => [key, Number(value)])) };
    });
  }

  /** The newest first. */
  search(workspaceId: string, experimentId: string): Promise<PromptOptimization[]> {
    return askDatabase(this.dataSource, (manager) =>
      manager.find(PromptOptimization, {
        where: { workspaceId, experimentId: parseExperimentId(experimentId) ?? -1 },
        order: { creationTime: 'DESC' },
        take: MOST_LISTED,
      }),
    );
  }

  /** Throws Rejected for one that is over. */
  cancel(workspaceId: string, id: string): Promise<ScoredOptimization> {
    return changeDatabase(this.dataSource, WHEN_TAKEN, async (manager) => {
      const { runId, state } = await find(manager, workspaceId, id);
      const { affected } = await manager.update(
        PromptOptimization,
        { id, state: In(['waiting', 'running']) },
        { state: 'cancelled', lastUpdateTime: Date.now() },
      );
      if (affected !== 1) throw new Rejected(`The job ${id} is over (${state}): it can't be cancelled.`);
      await manager.update(Run, { runId }, { status: 'KILLED', endTime: Date.now() });
      return { optimization: await find(manager, workspaceId, id), metrics: new Map() };
    });
  }

  /** Its run is deleted too; the prompt it wrote stays. */
  async delete(workspaceId: string, id: string): Promise<void> {
    await changeDatabase(this.dataSource, WHEN_TAKEN, async (manager) => {
      const { runId } = await find(manager, workspaceId, id);
      await manager.delete(PromptOptimization, { id });
      await manager.update(Run, { runId }, { lifecycleStage: 'deleted' });
    });
  }
}

async function find(manager: EntityManager, workspaceId: string, id: string): Promise<PromptOptimization> {
  const found = ID.test(id) ? await manager.findOneBy(PromptOptimization, { id, workspaceId }) : null;
  if (found) return found;
  throw new Rejected(`Job with ID ${id} not found`, 'not-found');
}

function paramsOf({ sourcePrompt, datasetId, scorerNames, optimizerConfig }: NewOptimization) {
  return [
    { key: 'source_prompt_uri', value: sourcePrompt },
    { key: 'optimizer_type', value: 'metaprompt' },
    { key: 'dataset_id', value: datasetId ?? '' },
    { key: 'scorer_names', value: JSON.stringify(scorerNames) },
    ...(optimizerConfig === undefined ? [] : [{ key: 'optimizer_config_json', value: optimizerConfig }]),
  ];
}
