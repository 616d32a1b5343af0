import { ExperimentTag } from './experiment-tag.entity.ts';
import { Experiment } from './experiment.entity.ts';
import { ForwardingProgress } from './forwarding-progress.entity.ts';
import { ForwardingTarget } from './forwarding-target.entity.ts';
import { ModelPrice } from './model-price.entity.ts';
import { SamplingCount } from './sampling-count.entity.ts';
import { SamplingSetting } from './sampling-setting.entity.ts';
import { Workspace } from './workspace.entity.ts';

/** Everything of this library that lives in PostgreSQL. */
export const ACCESS_ENTITIES = [
  Workspace,
  Experiment,
  ExperimentTag,
  ModelPrice,
  ForwardingTarget,
  ForwardingProgress,
  SamplingSetting,
  SamplingCount,
] as const;
