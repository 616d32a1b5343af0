export { ConfigError, loadConfig } from './config/load-config.ts';
export { Gathering, type GatheredWork } from './concurrency/gathering.ts';
export { FairSlots, type FairSlotsOptions } from './concurrency/fair-slots.ts';
export { FairTurns } from './concurrency/fair-turns.ts';
export { currentTenant, workFor, type Tenant } from './concurrency/tenant-context.ts';
export { mapBounded } from './concurrency/map-bounded.ts';
export { Recurring } from './concurrency/recurring.ts';
export { waitBriefly } from './concurrency/wait-briefly.ts';
export { BackgroundSubscription } from './concurrency/background-subscription.ts';
export { ErrorFormats, type WriteError } from './errors/error-formats.ts';
export { MlflowError, type MlflowErrorCode } from './errors/mlflow-error.ts';
export { HealthChecks, type CheckResult } from './health/health-checks.ts';
export { measureLogLag } from './metrics/measure-log-lag.ts';
export { Metrics } from './metrics/metrics.ts';
export { ServiceKitModule } from './service-kit.module.ts';
export type { BodyLimits } from './start/body-parsers.ts';
export { StreamedBody } from './start/streamed-body.ts';
export { claimDataFolder, isDataFolderClaimed } from './start/data-folder.ts';
export { StartError, explainListenError } from './start/start-error.ts';
export type { Listener } from './start/listeners.ts';
export { runService } from './start/run-service.ts';
export { startService, type RunningService, type ServiceOptions } from './start/start-service.ts';
export type { LogLevel } from './logs/json-logger.ts';
export { describeSettings, type DescribedSetting } from './config/describe-settings.ts';
export { SETTINGS } from './config/settings.ts';
export { describeApi } from './openapi/build-openapi.ts';
export { listRoutes, routesOf, type Route } from './openapi/list-routes.ts';
export { ANY_JSON, ApiZodBody, ApiZodQuery, JSON_OBJECT } from './input/api-zod.ts';
export { checkLimit } from './input/check-limit.ts';
export { checkLength, checkText } from './input/check-text.ts';
export { decodePageToken, encodePageToken, type PageValue } from './input/page-token.ts';
export { parseUnixNano, unixNano } from './input/unix-nano.ts';
export { jsonValue } from './input/json-value.ts';
export { ZodPipe } from './input/zod.pipe.ts';
export {
  mlflowBoolean,
  mlflowDouble,
  mlflowEnum,
  mlflowInteger,
  mlflowList,
  mlflowMessage,
  mlflowText,
} from './mlflow/mlflow-message.ts';
export {
  MlflowParameters,
  mlflowPaths,
  readMlflowParameters,
  type MlflowRequest,
} from './mlflow/mlflow-parameters.ts';
export type { BrowserRules } from './network/browser-guard.ts';
export { guardAddresses, type AddressGuard } from './network/address-guard.ts';
export { SecretBox } from './secrets/secret-box.ts';
export { SecretsModule, type SecretsConfig } from './secrets/secrets.module.ts';
