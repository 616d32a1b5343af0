import { z } from 'zod';
import { OIDC_SETTINGS, toOidcConfig, type OidcConfig } from './oidc/oidc.config.ts';

/** For the environment of the app that has AccountsModule. */
export const ACCOUNTS_SETTINGS = {
  MILLRACE_ADMIN_PASSWORD: z
    .string()
    .min(12, 'expected at least 12 characters')
    .optional()
    .describe("Password of the first user, 'admin', who is made where there is no user yet"),
  ...OIDC_SETTINGS,
};

export interface AccountsConfig {
  /** Of the user `admin`, made where there is no user yet. */
  readonly adminPassword?: string | undefined;
  /** Where a password is left that nobody set. */
  readonly adminPasswordFile?: string | undefined;
  /** Absent: people sign in by password only. */
  readonly oidc?: OidcConfig | undefined;
}

/** What the feature was told. */
export class AccountsOptions {
  readonly adminPassword: string | undefined;
  readonly adminPasswordFile: string | undefined;
  readonly oidc: OidcConfig | undefined;

  constructor({ adminPassword, adminPasswordFile, oidc }: AccountsConfig) {
    this.adminPassword = adminPassword;
    this.adminPasswordFile = adminPasswordFile;
    this.oidc = oidc;
  }
}

/** What the environment says of accounts. */
export function toAccountsConfig(
  config: Parameters<typeof toOidcConfig>[0] & { readonly MILLRACE_ADMIN_PASSWORD?: string | undefined },
): AccountsConfig {
  return { adminPassword: config.MILLRACE_ADMIN_PASSWORD, oidc: toOidcConfig(config) };
}
