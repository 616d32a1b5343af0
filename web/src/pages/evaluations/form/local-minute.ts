const MINUTE_LENGTH = 16;
const MINUTE_MS = 60_000;

/** A time as `<input type="datetime-local">` holds it, in the reader's time zone; empty for none. */
export function localMinute(time: string | undefined): string {
  if (time === undefined) return '';
  const date = new Date(time);
  return new Date(date.getTime() - date.getTimezoneOffset() * MINUTE_MS)
    .toISOString()
    .slice(0, MINUTE_LENGTH);
}
