import { Rejected } from '@millrace/domain';

/** The words that a text has to hold. Throws Rejected when there is none. */
export function wordsOf(text: string): string[] {
  const words = [...new Set(text.toLowerCase().split(/[^\p{L}\p{N}]+/u))].filter((word) => word !== '');
  if (words.length === 0) throw new Rejected(`'${text}' has no word to search for`);
  return words;
}
