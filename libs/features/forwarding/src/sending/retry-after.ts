/** No target may silence forwarding for longer, milliseconds. */
const LONGEST_WAIT_MS = 600_000;

/** The wait that a Retry-After header asks for in milliseconds: seconds, or a date. Undefined when it says neither. */
export function readRetryAfter(header: string | undefined, now = Date.now()): number | undefined {
  if (header === undefined) return undefined;
  const waitMs = /^\d+$/.test(header.trim()) ? Number(header) * 1_000 : Date.parse(header) - now;
  return Number.isNaN(waitMs) ? undefined : Math.min(Math.max(0, waitMs), LONGEST_WAIT_MS);
}
