import { setTimeout as sleep } from 'node:timers/promises';

/** How long each part of a process that stops may finish what it began, in milliseconds: its database may be away. */
const DRAIN_MS = 500;

/** Resolves when the work has ended, or has had its time; what is left undone is found again by whatever process looks next. */
export async function waitBriefly(work: Promise<unknown> | undefined, timeoutMs = DRAIN_MS): Promise<void> {
  await Promise.race([work, sleep(timeoutMs, undefined, { ref: false })]);
}
