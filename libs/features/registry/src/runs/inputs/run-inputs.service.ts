import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { askDatabase, changeDatabase, parseExperimentId } from '@millrace/access';
import { Rejected } from '@millrace/domain';
import { checkLength, checkText } from '@millrace/service-kit';
import {
  lockActiveRun,
  writeDatasets,
  writeModels,
  type DatasetInput,
  type ModelOutput,
  type RunPlace,
} from '@millrace/runs';

/** A dataset that runs of an experiment read, and what for. */
export interface DatasetSummary {
  readonly experimentId: number;
  readonly name: string;
  readonly digest: string;
  readonly context: string | null;
}

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
      await writeDatasets(manager, place, datasets);
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
