import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { askDatabase, findActiveExperiment, PriceDirectory } from '@millrace/access';
import { Rejected } from '@millrace/domain';
import { ModelDirectory } from '@millrace/model-access';
import { loadScorer, type Scorer } from '@millrace/scorers';
import { EvaluationOptions } from '../../evaluation.config.ts';
import { checkSelection, type NewEvaluation } from '../create-evaluation.ts';
import type { Selection } from '../evaluation.ts';
import { findPrompt } from '../items/prompt-messages.ts';
import { pinScorers } from '../pin-scorers.ts';
import {
  estimateAsking,
  type AskingEstimate,
  type NamedModel,
  type ScorerEstimate,
} from './estimate-scorer.ts';
import { SelectionSizes } from './selection-sizes.ts';

/** What an evaluation would take, roughly: from the sizes of a few of its traces. */
export interface EvaluationEstimate {
  readonly eligible: number;
  readonly sampled: number;
  readonly scorers: readonly ScorerEstimate[];
  /** Of the answers to a task, where there is one. */
  readonly task: AskingEstimate | undefined;
  /** Sum of those that are known. */
  readonly costUsd: number;
  /** Whether the cost of every scorer and of the task is known. */
  readonly isWhole: boolean;
  /** Whether it would stay within the budget; absent without one. */
  readonly isWithinBudget: boolean | undefined;
}

/** How long an answer is that nobody knows yet. */
const USUAL_ANSWER_TOKENS = 500;

/** Tells the cost of evaluations before they begin. Throws Rejected for what can't be evaluated, Unavailable. */
@Injectable()
export class EstimatesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sizes: SelectionSizes,
    private readonly models: ModelDirectory,
    private readonly prices: PriceDirectory,
    private readonly options: EvaluationOptions,
  ) {}

  async estimate(workspaceId: string, given: NewEvaluation): Promise<EvaluationEstimate> {
    const selection = checkSelection(given.selection);
    const { experimentId, pinned, task } = await askDatabase(this.dataSource, (manager) =>
      manager.transaction(async (inner) => {
        const { id } = await findActiveExperiment(inner, workspaceId, given.experimentId);
        const pinned = await pinScorers(inner, id, given.scorers);
        return { experimentId: id, pinned, task: await effortOfTask(inner, workspaceId, selection) };
      }),
    );
    const size = await this.sizes.measure(workspaceId, experimentId, selection);
    const overrides = await this.prices.overridesOf(workspaceId);
    const scorers: ScorerEstimate[] = [];
    for (const { definition, name } of pinned) {
      const scorer = loadScorer(definition, name);
      const model = await this.modelOf(workspaceId, scorer.effort.model);
      scorers.push({ scorer: name, ...estimateAsking(scorer.effort, model, size, overrides) });
    }
    const answers =
      task && estimateAsking(task, await this.modelOf(workspaceId, task.model), size, overrides);
    const all = answers ? [...scorers, answers] : scorers;
    const costUsd = all.reduce((sum, each) => sum + (each.costUsd ?? 0), 0);
    return {
      eligible: size.eligible,
      sampled: size.sampled,
      scorers,
      task: answers,
      costUsd,
      isWhole: all.every((each) => each.costUsd !== undefined),
      isWithinBudget: given.budgetUsd === undefined ? undefined : costUsd <= given.budgetUsd,
    };
  }

  /** One that can't be reached yet has no price: the evaluation will say why. */
  private async modelOf(workspaceId: string, name = this.options.config.judging.model): Promise<NamedModel> {
    try {
      const { candidates } = await this.models.resolve(workspaceId, name);
      return { name, candidate: candidates[0] };
    } catch (error) {
      if (!(error instanceof Rejected)) throw error;
      const [, provider, model] = /^([^:]+):\/(.+)$/.exec(name) ?? [];
      const candidate = provider === undefined || provider === 'gateway' || model === undefined ? undefined : { provider, model }; // prettier-ignore
      return { name, candidate };
    }
  }
}

/** Undefined without a task: one call for each record. */
async function effortOfTask(
  manager: EntityManager,
  workspaceId: string,
  selection: Selection,
): Promise<Scorer['effort'] | undefined> {
  const task = selection.kind === 'dataset' ? selection.task : undefined;
  if (!task) return undefined;
  const { template } = await findPrompt(manager, workspaceId, task.prompt);
  return {
    model: task.model,
    calls: 1,
    promptCharacters: template.length,
    outputTokens: USUAL_ANSWER_TOKENS,
  };
}
