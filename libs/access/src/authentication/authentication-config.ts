import { SETTINGS, type BrowserRules } from '@millrace/service-kit';
import { isIP } from 'node:net';
import { z } from 'zod';

/** Characters: what can be guessed is no secret. */
const SHORTEST_TOKEN = 16;

/** Whether anybody has to sign in, as an operator sets it on every service. */
export const AUTHENTICATION_SETTINGS = {
  MILLRACE_AUTHENTICATION: z
    .enum(['on', 'off'], { error: 'expected on or off' })
    .transform((value) => value === 'on')
    .describe('Whether whoever calls has to show a key or sign in; off: everybody may do everything'),
  MILLRACE_ALLOW_UNAUTHENTICATED: z
    .enum(['true', 'false'], { error: 'expected true or false' })
    .default('false')
    .transform((value) => value === 'true')
    .describe('Listen to other machines although nobody has to sign in'),
  MILLRACE_METRICS_TOKEN: z
    .string()
    .min(
      SHORTEST_TOKEN,
      `expected at least ${SHORTEST_TOKEN} characters: a random text, such as of openssl rand -hex 16`,
    )
    .optional()
    .describe(
      'What Prometheus shows to read /metrics, as `authorization: Bearer <token>`; absent: operators alone may',
    ),
  MILLRACE_ALLOWED_ORIGINS: SETTINGS.MILLRACE_ALLOWED_ORIGINS,
  MILLRACE_ALLOWED_HOSTS: SETTINGS.MILLRACE_ALLOWED_HOSTS,
  MILLRACE_TRUSTED_PROXIES: SETTINGS.MILLRACE_TRUSTED_PROXIES,
};

interface GivenSettings {
  readonly MILLRACE_AUTHENTICATION: boolean;
  readonly MILLRACE_ALLOW_UNAUTHENTICATED: boolean;
  readonly MILLRACE_HOST: string;
}

/** For the settings of an app: it is open to other machines on purpose only. */
export const openOnPurposeOnly = z.refine<GivenSettings>(
  (config) =>
    config.MILLRACE_AUTHENTICATION ||
    config.MILLRACE_ALLOW_UNAUTHENTICATED ||
    isLoopback(config.MILLRACE_HOST),
  {
    path: ['MILLRACE_HOST'],
    message:
      'expected an address of this machine alone, such as 127.0.0.1, because nobody has to sign in: anyone who ' +
      'reaches it could read and write all traces. Set MILLRACE_AUTHENTICATION=on; or, if something in front guards it, ' +
      'MILLRACE_ALLOW_UNAUTHENTICATED=true (standalone: --allow-unauthenticated)',
    // Told together with the faults of other settings.
    when: ({ value }) => typeof Reflect.get(Object(value), 'MILLRACE_HOST') === 'string',
  },
);

/** Where nobody has to sign in, a name that nobody told of may be a page's that wants in. */
export function browserRules(config: {
  readonly MILLRACE_AUTHENTICATION: boolean;
  readonly MILLRACE_ALLOW_UNAUTHENTICATED: boolean;
  readonly MILLRACE_ALLOWED_ORIGINS: readonly string[];
  readonly MILLRACE_ALLOWED_HOSTS: readonly string[];
}): BrowserRules {
  const isGuarded = config.MILLRACE_AUTHENTICATION || config.MILLRACE_ALLOW_UNAUTHENTICATED;
  return {
    allowedOrigins: config.MILLRACE_ALLOWED_ORIGINS,
    allowedHosts: isGuarded ? undefined : config.MILLRACE_ALLOWED_HOSTS,
  };
}

/** What the process was told. */
export class AuthenticationConfig {
  constructor(
    /** False: everybody may do everything. */
    readonly isRequired: boolean,
    /** Opens /metrics to whoever shows it. */
    readonly metricsToken?: string,
  ) {}
}

/** A name that has to be looked up may be anybody's address. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}
