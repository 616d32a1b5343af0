import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DataSource } from 'typeorm';
import { askDatabase, changeDatabase, Scorer } from '@millrace/access';
import { Rejected } from '@millrace/domain';
import { lockActiveRun, writeBatch } from '@millrace/runs';
import { BUILT_IN_SCORERS } from '@millrace/scorers';
import { createEvaluation } from '../evaluations/create-evaluation.ts';
import { hasEnded } from '../evaluations/evaluation.ts';
import { EvaluationsService } from '../evaluations/evaluations.service.ts';
import type { ScorerChoice } from '../evaluations/pin-scorers.ts';
import { summarize, type ScorerSummary } from '../evaluations/summarize.ts';
import { PromptOptimization, type OptimizationSettings } from './prompt-optimization.entity.ts';

/** Which of the two evaluations of an optimization. */
export type Trial = 'baselineId' | 'checkId';

const METRICS: Readonly<Record<Trial, string>> = {
  baselineId: 'initial_eval_score',
  checkId: 'final_eval_score',
};
const WHEN_TAKEN = 'Another process has just stored the same; it is tried again.';

/** Prompts tried on the records of a data set. Throws Rejected for what can't be, Unavailable. */
@Injectable()
export class PromptTrials {
  constructor(
    private readonly dataSource: DataSource,
    private readonly evaluations: EvaluationsService,
  ) {}

  /** Begins the trial unless it is known, and tells whether it has ended. Its scores go to the optimization's run then. */
  async hasEnded(optimization: PromptOptimization, trial: Trial, prompt: string): Promise<boolean> {
    const { workspaceId } = optimization;
    const id = optimization[trial] ?? (await this.begin(optimization, trial, prompt));
    const { evaluation } = await this.evaluations.get(workspaceId, id);
    if (!hasEnded(evaluation.state)) return false;
    if (evaluation.state !== 'finished') {
      throw new Rejected(
        `Trying the prompt ${prompt} was ${evaluation.state}: ${evaluation.failure ?? evaluation.id}`,
      );
    }
    await changeDatabase(this.dataSource, WHEN_TAKEN, async (manager) => {
      const metrics = toMetrics(METRICS[trial], await summarize(manager, id));
      const place = await lockActiveRun(manager, workspaceId, optimization.runId);
      await writeBatch(manager, place, { metrics, params: [], tags: [] });
    });
    return true;
  }

  /** Stored with its place in the optimization: a repeat finds it. */
  private async begin(optimization: PromptOptimization, trial: Trial, prompt: string): Promise<string> {
    const { id, workspaceId, experimentId } = optimization;
    const settings = JSON.parse(optimization.settings) as OptimizationSettings;
    const evaluationId = await changeDatabase(this.dataSource, WHEN_TAKEN, async (manager) => {
      const locked = await manager.findOneOrFail(PromptOptimization, {
        where: { id },
        lock: { mode: 'pessimistic_write' },
      });
      const known = locked[trial];
      if (known) return known;
      const made = await createEvaluation(manager, workspaceId, {
        experimentId: String(experimentId),
        name: `${METRICS[trial]} of ${prompt}`.slice(0, 250),
        cause: 'batch',
        selection: {
          kind: 'dataset',
          datasetId: settings.datasetId ?? '',
          task: { prompt, model: settings.taskModel },
        },
        scorers: await this.chooseScorers(manager, experimentId, settings.scorerNames),
      });
      await manager.update(PromptOptimization, { id }, { [trial]: made });
      return made;
    });
    await this.evaluations.advance({ id: evaluationId, workspaceId });
    return evaluationId;
  }

  /** Registered ones come first, then built-in ones by MLflow's class. */
  private async chooseScorers(
    manager: EntityManager,
    experimentId: number,
    names: readonly string[],
  ): Promise<ScorerChoice[]> {
    const choices: ScorerChoice[] = [];
    for (const name of names) {
      const isRegistered = await manager.existsBy(Scorer, { experimentId, name });
      const builtIn = BUILT_IN_SCORERS.find(({ mlflowClass }) => mlflowClass === name);
      if (!isRegistered && builtIn) {
        const definition = JSON.stringify({ millrace_scorer: { kind: builtIn.name } });
        choices.push({ name: builtIn.name, definition });
      } else choices.push({ name });
    }
    return choices;
  }

  /** What scorers said against the answers of the prompt as it was. */
  async complaints(optimization: PromptOptimization, most: number): Promise<string[]> {
    if (!optimization.baselineId) return [];
    const rows = await askDatabase(this.dataSource, (manager) =>
      manager.query<{ readonly name: string; readonly rationale: string }[]>(
        `SELECT name, rationale FROM evaluation_results
         WHERE evaluation_id = $1 AND is_passing = false AND rationale IS NOT NULL ORDER BY item_id LIMIT $2`,
        [optimization.baselineId, most],
      ),
    );
    return rows.map(({ name, rationale }) => `${name}: ${rationale}`);
  }
}

function toMetrics(prefix: string, summaries: readonly ScorerSummary[]) {
  const timestamp = Date.now();
  const scores = summaries.flatMap(({ name, passRate, mean }) => {
    const value = passRate ?? mean;
    return value === undefined ? [] : [{ name, value }];
  });
  const total = scores.reduce((sum, { value }) => sum + value, 0);
  const each = scores.map(({ name, value }) => ({ key: `${prefix}.${name}`, value, timestamp, step: 0 }));
  if (scores.length === 0) return each;
  return [{ key: prefix, value: total / scores.length, timestamp, step: 0 }, ...each];
}
