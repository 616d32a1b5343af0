import { ApiKey } from './api-key.entity.ts';
import { AuditEntry } from './audit-entry.entity.ts';
import { ExperimentTag } from './experiment-tag.entity.ts';
import { Experiment } from './experiment.entity.ts';
import { ForwardingProgress } from './forwarding-progress.entity.ts';
import { ForwardingTarget } from './forwarding-target.entity.ts';
import { GatewayEndpointBinding } from './gateway-endpoint-binding.entity.ts';
import { GatewayEndpoint } from './gateway-endpoint.entity.ts';
import { MaskingSetting } from './masking-setting.entity.ts';
import { ModelPrice } from './model-price.entity.ts';
import { OnlineScoring } from './online-scoring.entity.ts';
import { SamplingCount } from './sampling-count.entity.ts';
import { SamplingSetting } from './sampling-setting.entity.ts';
import { ScorerVersion } from './scorer-version.entity.ts';
import { Scorer } from './scorer.entity.ts';
import { UsageLimit } from './usage-limit.entity.ts';
import { User } from './user.entity.ts';
import { UserSession } from './user-session.entity.ts';
import { WorkspaceMember } from './workspace-member.entity.ts';
import { Workspace } from './workspace.entity.ts';

/** Everything of this library that lives in PostgreSQL. */
export const ACCESS_ENTITIES = [
  Workspace,
  Experiment,
  ExperimentTag,
  ModelPrice,
  ForwardingTarget,
  ForwardingProgress,
  MaskingSetting,
  SamplingSetting,
  SamplingCount,
  Scorer,
  ScorerVersion,
  OnlineScoring,
  GatewayEndpoint,
  GatewayEndpointBinding,
  User,
  UserSession,
  WorkspaceMember,
  ApiKey,
  AuditEntry,
  UsageLimit,
] as const;
