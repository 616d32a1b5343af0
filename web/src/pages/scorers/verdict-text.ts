/** What a judge of one's own may answer, by the words that people choose it by. */
export const VERDICT_TYPES = {
  'a text': { type: 'string' },
  'yes or no': { type: 'string', enum: ['yes', 'no'] },
  'true or false': { type: 'boolean' },
  '1 to 5': { type: 'integer', minimum: 1, maximum: 5 },
  '0 to 1': { type: 'number', minimum: 0, maximum: 1 },
  'one of some words': { type: 'string', enum: [] },
} as const;

/** The words for the type of a verdict; undefined for a type that is in no list. */
export function verdictText(type: unknown): string | undefined {
  const text = JSON.stringify(type);
  const known = Object.entries(VERDICT_TYPES).find(([, each]) => JSON.stringify(each) === text)?.[0];
  if (known !== undefined) return known;
  const { enum: words } = (type ?? {}) as { readonly enum?: unknown };
  return Array.isArray(words) ? `one of ${words.map(String).join(', ')}` : undefined;
}
