import { InvocationJudge } from './invocation-judge.ts';
import { InvocationWorker } from './invocation-worker.ts';
import { InvocationsService } from './invocations.service.ts';

/** What invocations are made of. */
export const INVOCATIONS_PROVIDERS = [InvocationJudge, InvocationWorker, InvocationsService];
