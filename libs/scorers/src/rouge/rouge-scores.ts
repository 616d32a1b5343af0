import { countNgrams, overlap } from '../ngrams.ts';

export type RougeType = 'rouge1' | 'rouge2' | 'rougeL';

export interface RougeScores {
  readonly precision: number;
  readonly recall: number;
  readonly fmeasure: number;
}

/** Words as `rouge_score` finds them: letters a to z and digits, lower case, not stemmed. */
export function rougeTokens(text: string): string[] {
  return text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
}

/** As Google's `rouge_score` counts it. */
export function rougeScores(
  type: RougeType,
  expected: readonly string[],
  found: readonly string[],
): RougeScores {
  if (type === 'rougeL') return toScores(longestCommon(expected, found), expected.length, found.length);
  const size = type === 'rouge1' ? 1 : 2;
  const shared = overlap(countNgrams(expected, size), countNgrams(found, size));
  return toScores(shared, expected.length - size + 1, found.length - size + 1);
}

function toScores(shared: number, expected: number, found: number): RougeScores {
  const precision = shared / Math.max(found, 1);
  const recall = shared / Math.max(expected, 1);
  const sum = precision + recall;
  return { precision, recall, fmeasure: sum > 0 ? (2 * precision * recall) / sum : 0 };
}

/** Length of the longest sequence of words that both have in this order. */
function longestCommon(one: readonly string[], other: readonly string[]): number {
  let before = new Uint32Array(other.length + 1);
  for (const word of one) {
    const lengths = new Uint32Array(other.length + 1);
    for (const [at, another] of other.entries()) {
      lengths[at + 1] =
        word === another ? (before[at] ?? 0) + 1 : Math.max(lengths[at] ?? 0, before[at + 1] ?? 0);
    }
    before = lengths;
  }
  return before.at(-1) ?? 0;
}
