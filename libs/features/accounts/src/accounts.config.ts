import { z } from 'zod';

/** For the environment of the app that has AccountsModule. */
export const ACCOUNTS_SETTINGS = {
  MILLRACE_ADMIN_PASSWORD: z
    .string()
    .min(12, 'expected at least 12 characters')
    .optional()
    .describe("Password of the first user, 'admin', who is made where there is no user yet"),
};

export interface AccountsConfig {
  /** Of the user `admin`, made where there is no user yet. */
  readonly adminPassword?: string | undefined;
  /** Where a password is left that nobody set. */
  readonly adminPasswordFile?: string | undefined;
}

/** What the feature was told. */
export class AccountsOptions {
  readonly adminPassword: string | undefined;
  readonly adminPasswordFile: string | undefined;

  constructor({ adminPassword, adminPasswordFile }: AccountsConfig) {
    this.adminPassword = adminPassword;
    this.adminPasswordFile = adminPasswordFile;
  }
}
