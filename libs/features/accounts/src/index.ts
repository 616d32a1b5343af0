export { ACCOUNTS_SETTINGS, type AccountsConfig } from './accounts.config.ts';
export { AccountsModule } from './accounts.module.ts';
