export { ACCESS_ENTITIES } from './entities/access-entities.ts';
export { ExperimentTag } from './entities/experiment-tag.entity.ts';
export { Experiment, type LifecycleStage } from './entities/experiment.entity.ts';
export { Workspace } from './entities/workspace.entity.ts';
export { askDatabase } from './database/ask-database.ts';
