import { syllable } from 'syllable';

/** With so few words it is no sentence: a heading, a number with a point. */
const FEWEST_WORDS = 3;

/** School years (USA) that it takes to read an English text. Undefined where there are no words. */
export function gradeLevel(text: string): number | undefined {
  const words = wordsOf(text);
  if (words.length === 0) return undefined;
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);
  return 0.39 * (words.length / countSentences(text)) + 11.8 * (syllables / words.length) - 15.59;
}

function countSentences(text: string): number {
  const sentences = text.match(/[\p{L}\p{N}_][^.!?]*[.!?]*/gu) ?? [];
  return Math.max(1, sentences.filter((sentence) => wordsOf(sentence).length >= FEWEST_WORDS).length);
}

/** A contraction and a word with hyphens are one word. */
function wordsOf(text: string): string[] {
  return text
    .replaceAll(/[^\p{L}\p{N}_\s'’]/gu, '')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
}
