import { LIFECYCLE_JOBS, type JobKind } from '@millrace/ports';

/** Jobs that a process with LifecycleModule runs: it does not start while one of them has no handler. */
export const LIFECYCLE_JOB_KINDS: readonly JobKind<unknown>[] = Object.values(LIFECYCLE_JOBS);
