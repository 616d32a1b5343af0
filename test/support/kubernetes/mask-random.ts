const MASK = 'random';

/** A text of `key: value` lines; a value that two renderings don't share is replaced by a word. */
export function maskRandom(first: string, second: string): string {
  const others = second.split('\n');
  const lines = first.split('\n');
  if (lines.length !== others.length)
    throw new Error('two renderings of the same values differ in their lines');
  return lines
    .map((line, index) => (line === others[index] ? line : masked(line, others[index] ?? '')))
    .join('\n');
}

function masked(line: string, other: string): string {
  const [, key, quote] = /^([^:]+: )("?)/.exec(line) ?? [];
  if (key === undefined || !other.startsWith(key))
    throw new Error(`two renderings of the same values differ in more than a value: ${line.trim()}`);
  return `${key}${quote}${MASK}${quote}`;
}
