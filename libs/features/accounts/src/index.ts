export { ACCOUNTS_SETTINGS, toAccountsConfig, type AccountsConfig } from './accounts.config.ts';
export { AccountsModule } from './accounts.module.ts';
export { oidcSettingsAreWhole } from './oidc/oidc.config.ts';
