export { CliError, type ExitCode } from './cli-error.ts';
export { CLIENT_SETTINGS } from './connection/session.ts';
export type { AddCommands } from './program.ts';
export { runProcess } from './run-cli.ts';
