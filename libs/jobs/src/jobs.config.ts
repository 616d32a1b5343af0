import type { JobKind } from '@millrace/ports';

/** What a process does with jobs. */
export interface JobsConfig {
  /** Each must have a handler when the process starts. */
  readonly kinds: readonly JobKind<unknown>[];
  /** Jobs of a workspace at once, over all processes. */
  readonly perWorkspace: number;
}

/** Nest token of the configuration. */
export class JobsOptions {
  constructor(readonly config: JobsConfig) {}
}
