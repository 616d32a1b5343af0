import { execFile } from 'node:child_process';
import { commandLine } from './servers/index.ts';
import type { Launch } from './service-fleet.ts';

export interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command line: `millrace backup`, `restore`, `doctor`. */
export function runCommand(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<CommandResult> {
  return runLaunch(
    { command: [process.execPath, 'dist/cli/main.js'], cwd: process.cwd(), env: process.env },
    environment,
    args,
  );
}

/** Runs a program that ends. */
export function runLaunch(
  { command, user, cwd, env }: Launch,
  environment: Readonly<Record<string, string>>,
  more: readonly string[] = [],
): Promise<CommandResult> {
  const [file, ...args] = commandLine({
    command: [...command, ...more],
    ...(user !== undefined && { user }),
  });
  return new Promise((resolve) => {
    execFile(file, args, { cwd, env: { ...env, ...environment } }, (error, stdout, stderr) => {
      const code = typeof error?.code === 'number' ? error.code : error === null ? 0 : -1;
      resolve({ code, stdout, stderr });
    });
  });
}
