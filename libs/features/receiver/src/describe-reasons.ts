const MOST_REASONS = 20;
const LONGEST_REASON = 300;

/** The `error_message` of partial_success: the first reasons, each cut where a client's own text makes it long. */
export function describeReasons(reasons: readonly string[]): string {
  const told = reasons
    .slice(0, MOST_REASONS)
    .map((reason) => (reason.length > LONGEST_REASON ? `${reason.slice(0, LONGEST_REASON)}…` : reason));
  if (reasons.length > MOST_REASONS) told.push(`and ${reasons.length - MOST_REASONS} more`);
  return told.join('; ');
}
