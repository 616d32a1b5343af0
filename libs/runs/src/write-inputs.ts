import type { EntityManager } from 'typeorm';
import type { RunPlace } from './lock-run.ts';
import type { DatasetInput, InputDataset, ModelOutput } from './run-details.ts';

/** The tag of a dataset input that says what it was read for. */
const CONTEXT_TAG = 'mlflow.data.context';

/** Datasets that a run read; the run is locked. A dataset is known by its name and digest in the experiment; again adds tags. */
export async function writeDatasets(
  manager: EntityManager,
  place: RunPlace,
  inputs: readonly DatasetInput[],
): Promise<void> {
  if (inputs.length === 0) return;
  await writeInputDatasets(manager, place.experimentId, inputs);
  await writeDatasetInputs(manager, place, inputs);
}

/** In the order of their keys: two runs that log the same datasets wait for each other, never in a circle. */
async function writeInputDatasets(
  manager: EntityManager,
  experimentId: number,
  inputs: readonly DatasetInput[],
): Promise<void> {
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

/** Models that a run read or made; again changes nothing. */
export async function writeModels(
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
