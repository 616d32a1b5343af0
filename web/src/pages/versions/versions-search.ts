export const MOST_COMPARED = 4;

/** What the pages of versions show. */
export interface VersionsSearch {
  /** Part of a name. */
  readonly search?: string;
  /** Ids of those chosen to be compared, joined by commas. */
  readonly models?: string;
}

export function readVersionsSearch(given: Readonly<Record<string, unknown>>): VersionsSearch {
  return { search: textOf(given['search']), models: textOf(given['models']) };
}

export function idsOf(models: string | undefined): string[] {
  return (models ?? '').split(',').filter((id) => id !== '');
}

/** The chosen ids with one more, or without it; no more than can be compared. */
export function toggleId(models: string | undefined, id: string): string | undefined {
  const ids = idsOf(models);
  const next = ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id].slice(-MOST_COMPARED);
  return next.length === 0 ? undefined : next.join(',');
}

function textOf(value: unknown): string | undefined {
  return value === undefined || value === '' ? undefined : String(value);
}
