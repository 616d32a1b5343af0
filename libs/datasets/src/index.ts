export { DATASET_ENTITIES } from './dataset-entities.ts';
export { EvaluationDatasetExperiment } from './evaluation-dataset-experiment.entity.ts';
export { EvaluationDatasetTag } from './evaluation-dataset-tag.entity.ts';
export { EvaluationDataset, experimentIdsOf, type DatasetSchema } from './evaluation-dataset.entity.ts';
export { findDataset, unknownDataset } from './find-dataset.ts';
export {
  findRecord,
  findRecordInputs,
  listRecordPlaces,
  type DatasetRecord,
  type RecordPlace,
} from './read-records.ts';
