import type { JsonValue } from '@millrace/domain';

/** A program of a user and what it is given. */
export interface CodeRun {
  /** A JavaScript module whose default export is a function of one argument. */
  readonly source: string;
  readonly argument: JsonValue;
  readonly timeoutMs: number;
  readonly memoryBytes: number;
}

/**
 * Runs programs nobody trusts: no network, no files, no clock but the date, no other module, nothing left over from one run to
 * the next. It never blocks the process it is called from.
 */
export abstract class CodeRunner {
  /**
   * What the function returned, as JSON; a promise of it too. Throws Rejected with what happened: a fault of the program and
   * where, too much time, too much memory, a result that is no JSON. Throws Unavailable when too many runs wait.
   */
  abstract run(run: CodeRun): Promise<JsonValue>;
}
