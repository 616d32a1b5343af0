import { CommanderError } from 'commander';
import { CliError, EXIT, type ExitCode } from './cli-error.ts';
import { processTerminal, type Terminal } from './output/terminal.ts';
import { createProgram, type AddCommands } from './program.ts';

/** Runs what `argv` says on a terminal; never throws. Resolves with the exit code. */
export async function runCli(
  argv: readonly string[],
  terminal: Terminal,
  addMore?: AddCommands,
): Promise<ExitCode> {
  try {
    await createProgram(terminal, addMore).parseAsync(argv, { from: 'user' });
    return EXIT.done;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.wrongUse;
    if (terminal.signal.aborted) return EXIT.interrupted;
    terminal.messages.write(`millrace: ${error instanceof Error ? error.message : String(error)}\n`);
    return error instanceof CliError ? error.exitCode : EXIT.failed;
  }
}

/** Runs the process's own command. */
export async function runProcess(addMore?: AddCommands): Promise<void> {
  const controller = new AbortController();
  process.once('SIGINT', () => {
    controller.abort();
    // A second one ends it at once.
    process.once('SIGINT', () => process.exit(EXIT.interrupted));
  });
  process.once('SIGTERM', () => controller.abort());
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.done);
    throw error;
  });
  process.exitCode = await runCli(process.argv.slice(2), processTerminal(controller.signal), addMore);
}
