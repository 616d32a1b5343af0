import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { askDatabase, changeDatabase, parseExperimentId } from '@millrace/access';
import { Rejected } from '@millrace/domain';
import { checkLength, checkText } from '@millrace/service-kit';
import { lockActiveRun, type RunPlace } from '../lock-run.ts';
import type { DatasetInput, InputDataset, ModelOutput } from '../run-details.ts';

/** A dataset that runs of an experiment read, and what for. */
export interface DatasetSummary {
  readonly experimentId: number;
  readonly name: string;
  readonly digest: string;
  readonly context: string | null;
}

const CONTEXT_TAG = 'mlflow.data.context';
const MOST_DATASETS = 1000;
const MOST_EXPERIMENTS = 20;
const MOST_SUMMARIES = 1000;

/** What runs read and made: datasets and models. Throws Rejected for what can't be, Unavailable while PostgreSQL is down. */
@Injectable()
export class RunInputsService {
  constructor(private readonly dataSource: DataSource) {}

  /** A dataset is known by its name and digest in the experiment; again adds tags. */
  async logInputs(
    workspaceId: string,
    runId: string,
    {
      datasets,
      modelIds,
    }: { readonly datasets: readonly DatasetInput[]; readonly modelIds: readonly string[] },
  ): Promise<void> {
    if (datasets.length > MOST_DATASETS) {
      throw new Rejected(`At most ${MOST_DATASETS} datasets can be logged at once, not ${datasets.length}.`);
    }
    for (const input of datasets) checkDatasetInput(input);
    for (const id of modelIds) checkModelId(id);
    await this.changeRun(workspaceId, runId, async (manager, place) => {
      await writeDatasets(manager, place.experimentId, datasets);
      await writeDatasetInputs(manager, place, datasets);
      await writeModels(manager, runId, 'input', modelIds.map((modelId) => ({ modelId, step: 0 }))); // prettier-ignore
    });
  }

  async logOutputs(workspaceId: string, runId: string, models: readonly ModelOutput[]): Promise<void> {
    for (const { modelId } of models) checkModelId(modelId);
    await this.changeRun(workspaceId, runId, (manager) => writeModels(manager, runId, 'output', models));
  }

  /** The datasets of active runs, the latest first. */
  searchDatasets(workspaceId: string, experimentIds: readonly string[]): Promise<DatasetSummary[]> {
    if (experimentIds.length === 0 || experimentIds.length > MOST_EXPERIMENTS) {
      throw new Rejected(
        `A search of datasets names 1 to ${MOST_EXPERIMENTS} experiment_ids, not ${experimentIds.length}.`,
      );
    }
    const ids = experimentIds.map(parseExperimentId).filter((id) => id !== undefined);
    return askDatabase(this.dataSource, (manager) =>
      manager.query<DatasetSummary[]>(
        `SELECT dataset.experiment_id AS "experimentId", dataset.name, dataset.digest, input.context
         FROM input_datasets dataset
         JOIN experiments experiment ON experiment.id = dataset.experiment_id AND experiment.workspace_id = $1
         JOIN run_dataset_inputs input ON input.dataset_id = dataset.id
         JOIN runs run ON run.run_id = input.run_id AND run.lifecycle_stage = 'active'
         WHERE dataset.experiment_id = ANY($2) AND experiment.lifecycle_stage = 'active'
         GROUP BY dataset.experiment_id, dataset.name, dataset.digest, input.context
         ORDER BY max(input.position) DESC LIMIT $3`,
        [workspaceId, ids, MOST_SUMMARIES],
      ),
    );
  }

  private async changeRun(
    workspaceId: string,
    runId: string,
    work: (manager: EntityManager, place: RunPlace) => Promise<void>,
  ): Promise<void> {
    const whenTaken = 'Another request has just logged the same; read it back.';
    await changeDatabase(this.dataSource, whenTaken, async (manager) =>
      work(manager, await lockActiveRun(manager, workspaceId, runId)),
    );
  }
}

function checkDatasetInput({ dataset, tags }: DatasetInput): void {
  checkText('The name of a dataset', dataset.name, 500);
  checkText('The digest of a dataset', dataset.digest, 36);
  checkText('The source_type of a dataset', dataset.sourceType, 500);
  checkLength('The source of a dataset', dataset.source, 65_535);
  checkLength('The schema of a dataset', dataset.schema ?? '', 1_048_575);
  checkLength('The profile of a dataset', dataset.profile ?? '', 16_777_215);
  for (const { key, value } of tags) {
    checkText('The key of a dataset input tag', key, 255);
    checkLength('The value of a dataset input tag', value, 500);
  }
}

function checkModelId(modelId: string): void {
  checkText('The model_id of a run', modelId, 64);
}

/** In the order of their keys: two runs that log the same datasets wait for each other, never in a circle. */
async function writeDatasets(
  manager: EntityManager,
  experimentId: number,
  inputs: readonly DatasetInput[],
): Promise<void> {
  if (inputs.length === 0) return;
  const of = (field: keyof InputDataset) => inputs.map(({ dataset }) => dataset[field] ?? null);
  await manager.query(
    `INSERT INTO input_datasets (experiment_id, name, digest, source_type, source, schema, profile)
     SELECT $1, given.* FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
       AS given (name, digest, source_type, source, schema, profile)
     ORDER BY name, digest
     ON CONFLICT (experiment_id, name, digest) DO NOTHING`,
    [experimentId, of('name'), of('digest'), of('sourceType'), of('source'), of('schema'), of('profile')],
  );
}

async function writeDatasetInputs(
  manager: EntityManager,
  { runId, experimentId }: RunPlace,
  inputs: readonly DatasetInput[],
): Promise<void> {
  if (inputs.length === 0) return;
  const first = new Map(inputs.toReversed().map((input) => [JSON.stringify([input.dataset.name, input.dataset.digest]), input])); // prettier-ignore
  const distinct = [...first.values()].toReversed();
  const tags = distinct.map((input) => Object.fromEntries(input.tags.map(({ key, value }) => [key, value])));
  await manager.query(
    `INSERT INTO run_dataset_inputs AS known (run_id, dataset_id, context, tags)
     SELECT $1, dataset.id, given.tags ->> $6, given.tags
     FROM unnest($3::text[], $4::text[], $5::jsonb[]) WITH ORDINALITY AS given (name, digest, tags, position)
     JOIN input_datasets dataset
       ON dataset.experiment_id = $2 AND dataset.name = given.name AND dataset.digest = given.digest
     ORDER BY given.position
     ON CONFLICT (run_id, dataset_id) DO UPDATE
       SET tags = known.tags || excluded.tags, context = coalesce(excluded.context, known.context)`,
    [
      runId,
      experimentId,
      distinct.map(({ dataset }) => dataset.name),
      distinct.map(({ dataset }) => dataset.digest),
      tags.map((each) => JSON.stringify(each)),
      CONTEXT_TAG,
    ],
  );
}

async function writeModels(
  manager: EntityManager,
  runId: string,
  role: 'input' | 'output',
  models: readonly ModelOutput[],
): Promise<void> {
  if (models.length === 0) return;
  await manager.query(
    `INSERT INTO run_models (run_id, role, model_id, step)
     SELECT $1, $2, given.model_id, given.step
     FROM unnest($3::text[], $4::bigint[]) AS given (model_id, step)
     ON CONFLICT DO NOTHING`,
    [runId, role, models.map(({ modelId }) => modelId), models.map(({ step }) => step)],
  );
}
