import { Rejected } from '@millrace/domain';
import type { SqlParams } from './sql-params.ts';

/** Scripts that put no space between words: what the index takes for one word is a whole clause of them. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** A condition: the text in `column` holds every word of `text`, in any case and order. Throws Rejected when there is none. */
export function wordsSql(column: string, text: string, params: SqlParams): string {
  const words = wordsOf(text);
  const lowered = `lowerUTF8(${column})`;
  // To cut a text into words takes three times as long as to find letters in it: few texts are left for that.
  const letters = words.map((word) => `position(${lowered}, ${params.text(word)}) > 0`);
  const whole = words.filter((word) => !UNSPACED.test(word)).map((word) => isWord(lowered, word, params));
  return [...letters, ...whole].join(' AND ');
}

/** Line feeds, tabs and carriage returns are two characters in a JSON text, of which the second seems to begin the next word. */
const ESCAPES = ['n', 't', 'r'];

function isWord(lowered: string, word: string, params: SqlParams): string {
  const glued = ESCAPES.map((letter) => `${letter}${word}`);
  const escaped = params.texts(glued.map((text) => `\\${text}`));
  return `(hasAllTokens(${lowered}, ${params.texts([word])})
    OR (multiSearchAny(${lowered}, ${escaped}) AND hasAnyTokens(${lowered}, ${params.texts(glued)})))`;
}

function wordsOf(text: string): string[] {
  const words = [...new Set(text.toLowerCase().split(/[^\p{L}\p{N}\p{M}]+/u))].filter((word) => word !== '');
  if (words.length === 0) throw new Rejected(`'${text}' has no word to search for`);
  return words;
}
