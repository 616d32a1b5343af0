import { EvaluationDatasetExperiment } from './evaluation-dataset-experiment.entity.ts';
import { EvaluationDatasetTag } from './evaluation-dataset-tag.entity.ts';
import { EvaluationDataset } from './evaluation-dataset.entity.ts';

/** What of evaluation datasets is an entity; records are read and written in SQL. */
export const DATASET_ENTITIES: readonly (new () => object)[] = [
  EvaluationDataset,
  EvaluationDatasetExperiment,
  EvaluationDatasetTag,
];
