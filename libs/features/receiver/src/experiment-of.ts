import type { Principal } from '@millrace/access';

/** A key of one experiment sends there, whatever the spans say; any other caller leaves it to them. */
export function experimentOf({ experimentId }: Principal): string | undefined {
  return experimentId === undefined ? undefined : String(experimentId);
}
