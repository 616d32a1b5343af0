import { setTimeout as sleep } from 'node:timers/promises';

const ATTEMPTS = 8;
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 15_000;
/** As long as a server may ask for: limits by the minute are told so. */
const LONGEST_ASKED_MS = 120_000;
const MS_PER_SECOND = 1000;

/**
 * Asks until the answer is one that stays, and gives the last one: a server that is busy, or away for a moment, is asked again, no
 * sooner than it said. Throws AbortError when the signal ends it.
 */
export async function untilAnswered(
  ask: () => Promise<Response>,
  signal: AbortSignal,
  isPassing: (status: number) => boolean = isAway,
): Promise<Response> {
  for (let attempt = 1; ; attempt += 1) {
    const response = await ask();
    if (!isPassing(response.status) || attempt === ATTEMPTS) return response;
    const asked = Number(response.headers.get('retry-after') ?? 0) * MS_PER_SECOND;
    await response.body?.cancel();
    const usual = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempt);
    // A date instead of seconds is no number.
    const told = Number.isNaN(asked) ? 0 : Math.min(LONGEST_ASKED_MS, asked);
    await sleep(Math.max(usual, told), undefined, { signal });
  }
}

function isAway(status: number): boolean {
  return status === 429 || status >= 502;
}
