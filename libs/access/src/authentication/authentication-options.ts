import type { Limits } from '../limits/limit-kinds.ts';

/** What an app is told of who may call it. */
export interface AuthenticationOptions {
  /** False: everybody may do everything. */
  readonly isRequired: boolean;
  /** Opens /metrics to whoever shows it. */
  readonly metricsToken?: string | undefined;
  /** What tenants may use unless it is said for them. */
  readonly defaultLimits?: Limits;
}

interface Settings {
  readonly MILLRACE_AUTHENTICATION: boolean;
  readonly MILLRACE_METRICS_TOKEN?: string | undefined;
  readonly MILLRACE_DEFAULT_LIMITS: Limits;
}

/** The same by the settings of an app: AUTHENTICATION_SETTINGS and LIMIT_SETTINGS. */
export function authenticationOptions(settings: Settings): AuthenticationOptions {
  return {
    isRequired: settings.MILLRACE_AUTHENTICATION,
    metricsToken: settings.MILLRACE_METRICS_TOKEN,
    defaultLimits: settings.MILLRACE_DEFAULT_LIMITS,
  };
}
