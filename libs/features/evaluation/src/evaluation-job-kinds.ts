import { JOBS, type JobKind } from '@millrace/ports';

/** Jobs that a process with EvaluationModule runs: it does not start while one of them has no handler. */
export const EVALUATION_JOB_KINDS: readonly JobKind<unknown>[] = Object.values(JOBS);
