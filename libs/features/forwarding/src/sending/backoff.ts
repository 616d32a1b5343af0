import { setTimeout as sleep } from 'node:timers/promises';

const LONGEST_MS = 60_000;

/** The wait before the next attempt: doubled each time, with a quarter of chance, never shorter than asked for. */
export function backoffMs(attempt: number, firstMs: number, askedMs = 0): number {
  const doubled = Math.min(LONGEST_MS, firstMs * 2 ** Math.min(attempt, 20));
  return Math.max(askedMs, doubled * (0.75 + Math.random() / 4));
}

/** Resolves after the time or when the signal says so. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}
