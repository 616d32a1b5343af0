import type { MigrationInterface } from 'typeorm';
import { Experiments } from './0001-experiments.ts';
import { ModelPrices } from './0002-model-prices.ts';
import { ForwardingTargets } from './0003-forwarding-targets.ts';
import { SamplingRules } from './0004-sampling-rules.ts';
import { Runs } from './0005-runs.ts';
import { Artifacts } from './0006-artifacts.ts';
import { RegisteredModels } from './0007-registered-models.ts';
import { LoggedModels } from './0008-logged-models.ts';
import { EvaluationDatasets } from './0009-evaluation-datasets.ts';
import { Scorers } from './0010-scorers.ts';
import { Review } from './0011-review.ts';
import { Gateway } from './0012-gateway.ts';
import { Webhooks } from './0013-webhooks.ts';
import { Workspaces } from './0014-workspaces.ts';
import { JobSlots } from './0015-job-slots.ts';
import { Judging } from './0016-judging.ts';
import { Evaluations } from './0017-evaluations.ts';
import { EvaluationSchedules } from './0018-evaluation-schedules.ts';
import { Alerts } from './0019-alerts.ts';
import { Invocations } from './0020-invocations.ts';
import { KeptJobs } from './0021-kept-jobs.ts';
import { AnswersOfTasks } from './0022-answers-of-tasks.ts';
import { Access } from './0023-access.ts';
import { Masking } from './0024-masking.ts';
import { DataLifecycle } from './0025-data-lifecycle.ts';
import { UsageLimits } from './0027-limits.ts';
import { Exports } from './0028-exports.ts';
import { SignInFailures } from './0029-sign-in-failures.ts';

/** In the order they are applied. A released one is never edited. */
export const MIGRATIONS: readonly (new () => MigrationInterface)[] = [
  Experiments,
  ModelPrices,
  ForwardingTargets,
  SamplingRules,
  Runs,
  Artifacts,
  RegisteredModels,
  LoggedModels,
  EvaluationDatasets,
  Scorers,
  Review,
  Gateway,
  Webhooks,
  Workspaces,
  JobSlots,
  Judging,
  Evaluations,
  EvaluationSchedules,
  Alerts,
  Invocations,
  KeptJobs,
  AnswersOfTasks,
  Access,
  Masking,
  DataLifecycle,
  UsageLimits,
  Exports,
  SignInFailures,
];
