export { AccessModule } from './access.module.ts';
export { ACCESS_ENTITIES } from './entities/access-entities.ts';
export { ExperimentTag } from './entities/experiment-tag.entity.ts';
export { Experiment, type LifecycleStage } from './entities/experiment.entity.ts';
export { ForwardingProgress } from './entities/forwarding-progress.entity.ts';
export { ForwardingTarget, type ForwardingCompression } from './entities/forwarding-target.entity.ts';
export { GatewayEndpointBinding } from './entities/gateway-endpoint-binding.entity.ts';
export { GatewayEndpoint, type GatewayFallback } from './entities/gateway-endpoint.entity.ts';
export { OnlineScoring } from './entities/online-scoring.entity.ts';
export { ScorerVersion } from './entities/scorer-version.entity.ts';
export { Scorer } from './entities/scorer.entity.ts';
export { MILLISECONDS } from './entities/milliseconds.ts';
export { ModelPrice } from './entities/model-price.entity.ts';
export { SamplingCount } from './entities/sampling-count.entity.ts';
export { SamplingSetting } from './entities/sampling-setting.entity.ts';
export { SamplingDirectory, type SamplingRules } from './sampling/sampling-directory.ts';
export { SamplingLedger } from './sampling/sampling-ledger.ts';
export { PriceDirectory } from './prices/price-directory.ts';
export { ForwardingLedger, type ForwardingDelta } from './forwarding/forwarding-ledger.ts';
export { askDatabase, explainDatabaseError } from './database/ask-database.ts';
export { changeDatabase } from './database/change-database.ts';
export {
  findActiveExperiment,
  lockActiveExperiment,
  unknownExperiment,
} from './experiments/active-experiment.ts';
export type { ExperimentSummary } from './experiments/experiment-cache.ts';
export { CurrentWorkspace, requestWorkspace } from './workspaces/current-workspace.ts';
export { DEFAULT_WORKSPACE_ID, WorkspaceDirectory } from './workspaces/workspace-directory.ts';
export { WORKSPACE_HEADER } from './workspaces/workspace.guard.ts';
export { Workspace } from './entities/workspace.entity.ts';
export {
  DEFAULT_EXPERIMENT_NAME,
  ExperimentDirectory,
  parseExperimentId,
  type ExperimentPlace,
} from './experiments/experiment-directory.ts';
