import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { CliError, type ExitCode } from '@millrace/cli';

/** As `npm start` starts it. */
const NODE_OPTIONS = ['--max-semi-space-size=32'];
const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs a whole Millrace in a process of its own until it ends. `bundle` is the built standalone; what stands in `flags` is for it to
 * read. Throws CliError when it ended badly.
 */
export async function runStandalone(bundle: string, flags: readonly string[]): Promise<void> {
  if (!existsSync(bundle)) {
    throw new CliError(`There is no build of Millrace at ${bundle}: "npm start" in a clone builds it.`);
  }
  const child = spawn(process.execPath, [...NODE_OPTIONS, '--enable-source-maps', bundle, ...flags], {
    stdio: 'inherit',
  });
  const forward = (signal: NodeJS.Signals) => child.kill(signal);
  for (const signal of FORWARDED) process.on(signal, forward);
  const code = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (status, signal) => resolve(status ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
  for (const signal of FORWARDED) process.off(signal, forward);
  if (code !== 0) throw new CliError('Millrace ended: see above.', code as ExitCode);
}
