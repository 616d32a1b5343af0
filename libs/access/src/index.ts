export { AccessModule, AuthenticationModule } from './access.module.ts';
export {
  AUTHENTICATION_SETTINGS,
  AuthenticationConfig,
  browserRules,
  isLoopback,
  openOnPurposeOnly,
} from './authentication/authentication-config.ts';
export { authenticationOptions } from './authentication/authentication-options.ts';
export { AuditTrail, type NewAuditEntry } from './audit/audit-trail.ts';
export { Authenticator } from './authentication/authenticator.ts';
export { ApiKeyDirectory } from './authentication/api-key-directory.ts';
export { formatApiKey, hashSecret, makeApiKey } from './authentication/api-key-text.ts';
export { SESSION_COOKIE, readCookie, readCredential } from './authentication/credentials.ts';
export { PasswordSignIn } from './authentication/password-sign-in.ts';
export { SignInLimits } from './authentication/sign-in-limits.ts';
export { hashPassword, isPassword, LONGEST_PASSWORD, SHORTEST_PASSWORD } from './authentication/passwords.ts';
export { CurrentPrincipal, requestPrincipal, type Principal } from './authentication/principal.ts';
export { sessionHash, UserDirectory, type KnownUser } from './authentication/user-directory.ts';
export { Admission, type Admitted } from './permissions/admission.ts';
export { findPermission } from './permissions/find-permission.ts';
export { ROLES, type Role } from './permissions/roles.ts';
export { ROUTE_PERMISSIONS } from './permissions/route-permissions.ts';
export { AuditEntry, type AuditOutcome } from './entities/audit-entry.entity.ts';
export { ApiKey } from './entities/api-key.entity.ts';
export { User } from './entities/user.entity.ts';
export { UserSession } from './entities/user-session.entity.ts';
export { WorkspaceMember } from './entities/workspace-member.entity.ts';
export { UsageLimit } from './entities/usage-limit.entity.ts';
export { DefaultLimits, LIMIT_SETTINGS } from './limits/default-limits.ts';
export { fairShares } from './limits/fair-shares.ts';
export { LIMIT_KINDS, LIMIT_WORDS, limitsOver, type LimitKind, type Limits } from './limits/limit-kinds.ts';
export { LimitStore, subjectKey, type LimitedSubject } from './limits/limit-store.ts';
export { limitedSubjects } from './limits/subjects-of.ts';
export type { SpansAndBytes, StoredUse } from './limits/subject-use.ts';
export { UsageLimiter } from './limits/usage-limiter.ts';
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
export { MaskingSetting } from './entities/masking-setting.entity.ts';
export { MaskingDirectory, requireMasker, type Maskers } from './masking/masking-directory.ts';
export { SamplingDirectory, type SamplingRules } from './sampling/sampling-directory.ts';
export { SamplingLedger } from './sampling/sampling-ledger.ts';
export { PriceDirectory } from './prices/price-directory.ts';
export { ForwardingLedger, type ForwardingDelta } from './forwarding/forwarding-ledger.ts';
export { coveringHold, LegalHolds, sayHold, type LegalHold } from './holds/legal-holds.ts';
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
export { WORKSPACE_HEADER } from './workspaces/workspace-header.ts';
export { Workspace } from './entities/workspace.entity.ts';
export {
  DEFAULT_EXPERIMENT_NAME,
  ExperimentDirectory,
  parseExperimentId,
  type ExperimentPlace,
} from './experiments/experiment-directory.ts';
