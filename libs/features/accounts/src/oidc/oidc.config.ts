import { z } from 'zod';

const url = z.url({ protocol: /^https?$/, error: 'expected a URL beginning with https://' });

/** For the environment of the app that has AccountsModule. */
export const OIDC_SETTINGS = {
  MILLRACE_PUBLIC_URL: url
    .optional()
    .describe('Where browsers reach Millrace: https://millrace.example; needed to sign in by OpenID Connect'),
  MILLRACE_OIDC_ISSUER: url
    .optional()
    .describe(
      'Issuer of OpenID Connect, by which people may sign in; its /.well-known/openid-configuration is read',
    ),
  MILLRACE_OIDC_CLIENT_ID: z.string().min(1).optional().describe('What the issuer knows Millrace by'),
  MILLRACE_OIDC_CLIENT_SECRET: z.string().min(1).optional().describe("Millrace's secret with the issuer"),
  MILLRACE_OIDC_NAME: z
    .string()
    .min(1)
    .default('OpenID Connect')
    .describe('What the button calls it: the name of your company, or of the issuer'),
  MILLRACE_OIDC_SCOPES: z.string().default('openid profile email').describe('What the issuer is asked for'),
};

interface GivenSettings {
  readonly MILLRACE_PUBLIC_URL?: string | undefined;
  readonly MILLRACE_OIDC_ISSUER?: string | undefined;
  readonly MILLRACE_OIDC_CLIENT_ID?: string | undefined;
  readonly MILLRACE_OIDC_CLIENT_SECRET?: string | undefined;
  readonly MILLRACE_OIDC_NAME: string;
  readonly MILLRACE_OIDC_SCOPES: string;
}

/** Who vouches for people, and how it is asked. */
export interface OidcConfig {
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly name: string;
  readonly scopes: string;
  /** The issuer sends browsers back to it. */
  readonly callback: URL;
}

export const CALLBACK_PATH = '/auth/oidc/callback';

/** Settings of OpenID Connect go together. */
export const oidcSettingsAreWhole = z.refine<GivenSettings>(
  (config) => {
    const given = [
      config.MILLRACE_OIDC_ISSUER,
      config.MILLRACE_OIDC_CLIENT_ID,
      config.MILLRACE_OIDC_CLIENT_SECRET,
    ].filter((value) => value !== undefined);
    return given.length === 0 || (given.length === 3 && config.MILLRACE_PUBLIC_URL !== undefined);
  },
  {
    path: ['MILLRACE_OIDC_ISSUER'],
    message:
      'expected together with MILLRACE_OIDC_CLIENT_ID, MILLRACE_OIDC_CLIENT_SECRET and MILLRACE_PUBLIC_URL, or none of them',
  },
);

/** Undefined where people sign in by password only. */
export function toOidcConfig(config: GivenSettings): OidcConfig | undefined {
  const { MILLRACE_OIDC_ISSUER: issuer, MILLRACE_PUBLIC_URL: publicUrl } = config;
  const { MILLRACE_OIDC_CLIENT_ID: clientId, MILLRACE_OIDC_CLIENT_SECRET: clientSecret } = config;
  if (!issuer || !publicUrl || !clientId || !clientSecret) return undefined;
  return {
    issuer: new URL(issuer),
    clientId,
    clientSecret,
    name: config.MILLRACE_OIDC_NAME,
    scopes: config.MILLRACE_OIDC_SCOPES,
    callback: new URL(CALLBACK_PATH, publicUrl),
  };
}
