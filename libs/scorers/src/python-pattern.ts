const SPACES = '\\s\\x0b\\x1c-\\x1f\\x{85}\\p{Z}';
const WORDS = '\\p{L}\\p{N}_';
/** All categories but those of words, and of Pc all but the underscore. */
const NO_WORDS =
  '\\p{M}\\p{S}\\p{Z}\\p{C}\\p{Pd}\\p{Ps}\\p{Pe}\\p{Pi}\\p{Pf}\\p{Po}\\x{203f}\\x{2040}\\x{2054}\\x{fe33}\\x{fe34}\\x{fe4d}-\\x{fe4f}\\x{ff3f}';

/** What Python's escapes mean, as RE2 writes it: outside a class and inside of one. */
const ESCAPES: Readonly<Record<string, readonly [string, string]>> = {
  d: ['\\p{Nd}', '\\p{Nd}'],
  D: ['\\P{Nd}', '\\P{Nd}'],
  w: [`[${WORDS}]`, WORDS],
  W: [`[^${WORDS}]`, NO_WORDS],
  s: [`[${SPACES}]`, SPACES],
  S: [`[^${SPACES}]`, '\\S'],
  Z: ['\\z', '\\z'],
};
const CODE_POINT = /^\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))/;
const OPEN_REPETITION = /^\{,(\d+)\}/;
/** With it `$` means the end of a line, in both languages. */
const MULTILINE = /\(\?[a-z]*m/;

/** A pattern of Python's `re` as RE2 has to be told: its letters, digits and spaces are Unicode's, its `$` may stand before a last line feed. */
export function toLinearPattern(pattern: string, isWhole: boolean): string {
  const end = MULTILINE.test(pattern) ? '$' : isWhole ? '\\z' : '(?:\\n?\\z)';
  let translated = '';
  let classStart = -1;
  for (let at = 0; at < pattern.length;) {
    const isInClass = classStart >= 0;
    const [taken, written] = translateAt(pattern, at, isInClass, end);
    const character = pattern.charAt(at);
    if (!isInClass && character === '[') classStart = at + (pattern[at + 1] === '^' ? 1 : 0);
    // A bracket that comes first in a class is one of its characters.
    if (isInClass && character === ']' && at > classStart + 1) classStart = -1;
    translated += written;
    at += taken;
  }
  return isWhole ? `\\A(?:${translated})\\z` : translated;
}

function translateAt(pattern: string, at: number, isInClass: boolean, end: string): [number, string] {
  const character = pattern.charAt(at);
  if (character === '\\') {
    const point = CODE_POINT.exec(pattern.slice(at, at + 10));
    if (point) return [point[0].length, `\\x{${point[1] ?? point[2]}}`];
    const escape = ESCAPES[pattern.charAt(at + 1)];
    return [2, escape ? escape[isInClass ? 1 : 0] : pattern.slice(at, at + 2)];
  }
  if (isInClass) return [1, character];
  if (character === '$') return [1, end];
  const repetition = character === '{' ? OPEN_REPETITION.exec(pattern.slice(at, at + 12)) : undefined;
  return repetition ? [repetition[0].length, `{0,${repetition[1]}}`] : [1, character];
}
