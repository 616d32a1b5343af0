import type { JobKind, JobQueue } from '@millrace/ports';

/** How an adapter lets `describeJobQueue` open its queue; the server is started before the suite and stopped after it. */
export interface JobQueueHarness {
  /** As a process has it: several may be open at once. */
  open(): Promise<OpenJobQueue>;
  /** A program that calls `hostJobWorker`, and what it is started with. */
  readonly host: { readonly path: () => string; readonly args: () => readonly string[] };
  /** When the repetition fires next; undefined when there is none. */
  nextTime(kind: JobKind<unknown>, key: string): Promise<Date | undefined>;
  /** Kills the server that keeps the jobs, and starts it again on the same data. */
  killServer(): Promise<void>;
  restartServer(): Promise<void>;
}

export interface OpenJobQueue {
  readonly queue: JobQueue;
  /** What the adapter's module does at shutdown; safe twice. */
  close(): Promise<void>;
}
