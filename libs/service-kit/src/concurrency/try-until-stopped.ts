import { setTimeout as sleep } from 'node:timers/promises';

const RETRY_MS = 1000;

/** What `attempt` comes to, tried every second for as long as it throws; undefined once `signal` is aborted. */
export async function tryUntilStopped<Result>(
  attempt: () => Promise<Result>,
  signal: AbortSignal,
  onFailure: (reason: string) => void,
): Promise<Result | undefined> {
  while (!signal.aborted) {
    try {
      return await attempt();
    } catch (error) {
      onFailure(error instanceof Error ? error.message : String(error));
      await sleep(RETRY_MS, undefined, { signal }).catch(() => undefined);
    }
  }
  return undefined;
}
