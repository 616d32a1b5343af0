import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { findActiveExperiment } from '@millrace/access';
import { findDataset } from '@millrace/datasets';
import { parseFilter, parseTraceId, Rejected } from '@millrace/domain';
import { createRun, writeDatasets, type KeyValue, type RunPlace } from '@millrace/runs';
import { checkLength } from '@millrace/service-kit';
import type { PinnedScorer } from '../judging/judged-scorer.ts';
import type { DatasetSelection, EvaluationCause, FilterSelection, Selection } from './evaluation.ts';
import { findPrompt } from './items/prompt-messages.ts';
import { pinScorers, type ScorerChoice } from './pin-scorers.ts';

/** An evaluation as it is asked for. */
export interface NewEvaluation {
  readonly experimentId: string;
  readonly name?: string | undefined;
  readonly cause: EvaluationCause;
  readonly selection: Selection;
  readonly scorers: readonly ScorerChoice[];
  readonly budgetUsd?: number | undefined;
  /** That asks, and the time it is due if it is. */
  readonly schedule?: { readonly id: string; readonly fireTime?: number | undefined } | undefined;
}

const LONGEST_NAME = 250;
const MOST_TRACE_IDS = 10_000;
const RUN_TYPE = { key: 'mlflow.runType', value: 'genai_evaluate' };

/**
 * Stores an evaluation with its run; whoever advances evaluations goes on from there. Throws Rejected for what can't be: an
 * unknown experiment, data set or scorer, a filter that is none.
 */
export async function createEvaluation(
  manager: EntityManager,
  workspaceId: string,
  given: NewEvaluation,
): Promise<string> {
  const { cause, schedule, budgetUsd, experimentId } = given;
  const name = given.name?.trim() || `${cause} evaluation`;
  checkLength('The name of an evaluation', name, LONGEST_NAME);
  const experiment = await findActiveExperiment(manager, workspaceId, experimentId);
  const selection = checkSelection(given.selection);
  if (selection.kind === 'dataset' && selection.task) {
    await findPrompt(manager, workspaceId, selection.task.prompt);
  }
  const scorers = await pinScorers(manager, experiment.id, given.scorers);
  const id = `ev-${randomUUID().replaceAll('-', '')}`;
  const tags = runTags(id, cause, scorers, schedule?.id);
  const place = await createRun(manager, workspaceId, { experimentId, name, tags });
  if (selection.kind === 'dataset') await logDataset(manager, workspaceId, place, selection);
  await manager.query(
    `INSERT INTO evaluations (id, workspace_id, experiment_id, run_id, name, cause, state, selection, scorers, budget_usd,
       creation_time, last_look_time, schedule_id, fire_time)
     VALUES ($1, $2, $3, $4, $5, $6, 'selecting', $7, $8, $9, $10, $10, $11, $12)`,
    [
      id,
      workspaceId,
      experiment.id,
      place.runId,
      name,
      cause,
      JSON.stringify(selection),
      JSON.stringify(scorers),
      budgetUsd ?? null,
      Date.now(),
      schedule?.id ?? null,
      schedule?.fireTime ?? null,
    ],
  );
  return id;
}

/** Throws Rejected for a selection that can't be. */
export function checkSelection(selection: Selection): Selection {
  if (selection.kind === 'traces') {
    const traceIds = [...new Set(selection.traceIds.map(toTraceId))];
    if (traceIds.length > 0 && traceIds.length <= MOST_TRACE_IDS) return { kind: 'traces', traceIds };
    throw new Rejected(`An evaluation names 1 to ${MOST_TRACE_IDS} traces, not ${traceIds.length}.`);
  }
  if (selection.kind === 'filter') checkFilterSelection(selection);
  return selection;
}

function checkFilterSelection({ filter, fromTime, toTime, sampleRate }: FilterSelection): void {
  parseFilter(filter);
  if (fromTime !== undefined && toTime !== undefined && fromTime >= toTime) {
    throw new Rejected('The window of an evaluation is empty: from must be before to.');
  }
  if (!(sampleRate > 0 && sampleRate <= 1)) {
    throw new Rejected(`The sample rate must be above 0 and at most 1, not ${sampleRate}.`);
  }
}

function toTraceId(text: string): string {
  const id = parseTraceId(text);
  if (id === undefined) throw new Rejected(`'${text}' is no trace id.`);
  return id;
}

function runTags(
  id: string,
  cause: EvaluationCause,
  scorers: readonly PinnedScorer[],
  scheduleId: string | undefined,
): KeyValue[] {
  const named = scorers.map(({ name, version }) => (version === undefined ? name : `${name}/${version}`));
  return [
    RUN_TYPE,
    { key: 'millrace.evaluation.id', value: id },
    { key: 'millrace.evaluation.cause', value: cause },
    { key: 'millrace.evaluation.scorers', value: named.join(', ').slice(0, 5_000) },
    ...(scheduleId === undefined ? [] : [{ key: 'millrace.evaluation.schedule_id', value: scheduleId }]),
  ];
}

async function logDataset(
  manager: EntityManager,
  workspaceId: string,
  place: RunPlace,
  { datasetId }: DatasetSelection,
): Promise<void> {
  const { id, name, digest, recordCount } = await findDataset(manager, workspaceId, datasetId);
  const dataset = {
    name,
    digest,
    sourceType: 'mlflow_evaluation_dataset',
    source: JSON.stringify({ dataset_id: id }),
    profile: JSON.stringify({ num_records: recordCount }),
  };
  await writeDatasets(manager, place, [
    { dataset, tags: [{ key: 'mlflow.data.context', value: 'evaluation' }] },
  ]);
}
