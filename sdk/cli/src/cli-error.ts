/** How a command ended, as its exit code. */
export const EXIT = {
  done: 0,
  failed: 1,
  wrongUse: 2,
  notReachable: 3,
  notFound: 4,
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Why a command was not done; the message says what to do. */
export class CliError extends Error {
  override readonly name = 'CliError';
  readonly exitCode: ExitCode;

  constructor(message: string, exitCode: ExitCode = EXIT.failed, options?: ErrorOptions) {
    super(message, options);
    this.exitCode = exitCode;
  }
}

export const EXIT_CODES_HELP = `Exit codes:
  0    done
  1    failed: the server refused, or a job failed
  2    called wrongly
  3    Millrace can't be reached
  4    there is no such thing
  130  interrupted`;
