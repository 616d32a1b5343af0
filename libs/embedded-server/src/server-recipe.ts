import type { ChildProcess } from 'node:child_process';

/** A signal, and how long the server may take to end by it before the next step. */
export interface StopStep {
  readonly signal: NodeJS.Signals;
  readonly patienceMs: number;
}

export interface SpawnedServer {
  readonly child: ChildProcess;
  /** The end of what it wrote since it was spawned. */
  readonly output: () => string;
}

/** All that is particular to a server that runs in a child process. */
export interface ServerRecipe {
  /** As sentences call it: `PostgreSQL`. */
  readonly name: string;
  /** File that remembers the processes, so that the next start can tell a left-over from a rival. */
  readonly markPath: string;
  /** How it is ended; SIGKILL follows the last step. */
  readonly stopSteps: readonly StopStep[];
  /** Throws StartFailure while it must not be started. */
  expectStartable?(): Promise<void>;
  /** Starts it on a loopback port. It should end by itself when this process dies, however it dies. */
  spawn(port: number): SpawnedServer;
  isAnswering(port: number): Promise<boolean>;
  /** Why a start failed, from what the server wrote. */
  explain(output: string): StartFailure;
}

/**
 * - `port-taken`: another port may do.
 * - `passing`: what stands in the way goes away by itself in a moment.
 * - `final`: someone has to do what the message says.
 */
type StartFailureKind = 'port-taken' | 'passing' | 'final';

/** A server that ended instead of serving; the message says what to do. */
export class StartFailure extends Error {
  override readonly name = 'StartFailure';

  constructor(
    message: string,
    readonly kind: StartFailureKind = 'final',
  ) {
    super(message);
  }
}
