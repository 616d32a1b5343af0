import { Rejected } from '@millrace/domain';
import type { SqlParams } from './sql-params.ts';

/** Scripts that put no space between words: what the index takes for one word is a whole clause of them. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** A condition: the text in `column` holds every word of `text`, in any case and order. Throws Rejected when there is none. */
export function wordsSql(column: string, text: string, params: SqlParams): string {
  const words = wordsOf(text);
  const lowered = `lowerUTF8(${column})`;
  const indexed = words.filter((word) => !UNSPACED.test(word));
  const conditions = words
    .filter((word) => UNSPACED.test(word))
    .map((word) => `position(${lowered}, ${params.text(word)}) > 0`);
  if (indexed.length > 0) conditions.unshift(`hasAllTokens(${lowered}, ${params.texts(indexed)})`);
  return conditions.join(' AND ');
}

function wordsOf(text: string): string[] {
  const words = [...new Set(text.toLowerCase().split(/[^\p{L}\p{N}\p{M}]+/u))].filter((word) => word !== '');
  if (words.length === 0) throw new Rejected(`'${text}' has no word to search for`);
  return words;
}
