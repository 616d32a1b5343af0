import { ExperimentTag } from './experiment-tag.entity.ts';
import { Experiment } from './experiment.entity.ts';
import { ModelPrice } from './model-price.entity.ts';
import { Workspace } from './workspace.entity.ts';

/** Everything of this library that lives in PostgreSQL. */
export const ACCESS_ENTITIES = [Workspace, Experiment, ExperimentTag, ModelPrice] as const;
