const KEY = 'millrace.filters';
const MOST = 15;

/** Filters used in this browser, the latest first. */
export function readFilterHistory(): readonly string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? stored.filter((each) => typeof each === 'string') : [];
  } catch {
    return [];
  }
}

export function rememberFilter(filter: string): void {
  if (filter === '') return;
  const rest = readFilterHistory().filter((each) => each !== filter);
  localStorage.setItem(KEY, JSON.stringify([filter, ...rest].slice(0, MOST)));
}
