export { AccessModule } from './access.module.ts';
export { ACCESS_ENTITIES } from './entities/access-entities.ts';
export { ExperimentTag } from './entities/experiment-tag.entity.ts';
export { Experiment, type LifecycleStage } from './entities/experiment.entity.ts';
export { ModelPrice } from './entities/model-price.entity.ts';
export { PriceDirectory } from './prices/price-directory.ts';
export { askDatabase } from './database/ask-database.ts';
export type { ExperimentSummary } from './experiments/experiment-cache.ts';
export {
  DEFAULT_WORKSPACE_ID,
  ExperimentDirectory,
  parseExperimentId,
  type ExperimentPlace,
} from './experiments/experiment-directory.ts';
