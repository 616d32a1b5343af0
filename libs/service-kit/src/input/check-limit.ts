import { Rejected } from '@millrace/domain';

/** Checks `max_results`. Throws Rejected beyond 1 to `most`. */
export function checkLimit(limit: number, most: number): void {
  if (Number.isInteger(limit) && limit >= 1 && limit <= most) return;
  throw new Rejected(
    `Invalid value ${limit} for parameter 'max_results' supplied. It must be a positive integer of at most ${most}`,
  );
}
