/** What the address of the list holds beside the traffic. */
export interface TracesSearch {
  /** An order of GET /api/v1/traces: `execution_time DESC`; the newest first when absent. */
  readonly order?: string;
}

const ORDER = /^(?:timestamp|execution_time|name|status) (?:ASC|DESC)$/;

/** The order of a list whose address does not say. */
export const NEWEST_FIRST = 'timestamp DESC';

export function readTracesSearch(search: Readonly<Record<string, unknown>>): TracesSearch {
  const order = search['order'];
  return typeof order === 'string' && ORDER.test(order) && order !== NEWEST_FIRST ? { order } : {};
}

/** The order after a click on a column: descending first, then ascending, then that of the list. */
export function nextOrder(current: string | undefined, field: string): string | undefined {
  const order = current ?? NEWEST_FIRST;
  if (order === `${field} DESC`) return `${field} ASC`;
  if (order === `${field} ASC`) return field === 'timestamp' ? undefined : NEWEST_FIRST;
  return `${field} DESC`;
}
