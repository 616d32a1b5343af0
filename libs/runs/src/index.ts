export { checkBatch, checkRunName, type RunBatch } from './check-run-input.ts';
export { createRun, type NewRun } from './create-run.ts';
export { inventName } from './invent-name.ts';
export { findRun, lockActiveRun, lockRun, unknownRun, type RunPlace } from './lock-run.ts';
export type {
  DatasetInput,
  InputDataset,
  KeyValue,
  LoggedMetric,
  MetricPoint,
  ModelOutput,
  RunDetails,
} from './run-details.ts';
export { RUN_ENTITIES } from './run-entities.ts';
export { RunTag } from './run-tag.entity.ts';
export { Run, RUN_STATUSES, type RunStatus } from './run.entity.ts';
export { RUN_NAME_TAG, writeBatch, writeTags } from './write-batch.ts';
export { writeDatasets, writeModels } from './write-inputs.ts';
