import { Unavailable } from '@millrace/domain';

const RETRY_AFTER_MS = 1_000;
/** What ioredis says when it is not connected, and Redis when it can't take anything at the moment. */
const PASSING =
  /Connection is closed|Command timed out|max retries per request|Stream isn't writeable|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|^LOADING|^BUSY|^READONLY|^MASTERDOWN|^CLUSTERDOWN|^NOREPLICAS|^OOM|^MISCONF/;

/** Runs `work` on Redis. Throws Unavailable when it can't be reached or has no room; other faults come through. */
export async function askRedis<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Error) || !PASSING.test(error.message)) throw error;
    const isFull = error.message.startsWith('OOM');
    const message = isFull
      ? 'Redis has no memory left: give it more or discard jobs that were set aside.'
      : 'Redis cannot be reached at the moment; try again soon.';
    throw new Unavailable(message, RETRY_AFTER_MS, { cause: error });
  }
}
