import { countNgrams, overlap } from '../ngrams.ts';

const LONGEST_NGRAM = 4;
const ENTITIES: readonly (readonly [string, string])[] = [
  ['&quot;', '"'],
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
];

/**
 * BLEU of one sentence, from 0 to 1, as sacrebleu's `sentence_bleu` counts it (its signature: case mixed, effective order, 13a
 * tokens, exponential smoothing).
 */
export function sentenceBleu(hypothesis: string, references: readonly string[]): number {
  const found = tokenize(hypothesis);
  const asked = references.map(tokenize);
  const precisions: number[] = [];
  let missing = 1;
  for (let size = 1; size <= LONGEST_NGRAM && found.length >= size; size += 1) {
    const total = found.length - size + 1;
    const correct = overlap(
      countNgrams(found, size),
      mostOf(asked.map((tokens) => countNgrams(tokens, size))),
    );
    if (correct === 0) missing *= 2;
    precisions.push(correct > 0 ? correct / total : 1 / (missing * total));
    if (size === 1 && correct === 0) return 0;
  }
  if (precisions.length === 0) return 0;
  const mean = precisions.reduce((sum, precision) => sum + Math.log(precision), 0) / precisions.length;
  return brevity(found.length, closestLength(found.length, asked)) * Math.exp(mean);
}

/** Each n-gram as often as the reference that has it most. */
function mostOf(counts: readonly ReadonlyMap<string, number>[]): ReadonlyMap<string, number> {
  const most = new Map<string, number>();
  for (const count of counts) {
    for (const [ngram, times] of count) most.set(ngram, Math.max(times, most.get(ngram) ?? 0));
  }
  return most;
}

function closestLength(length: number, references: readonly (readonly string[])[]): number {
  const lengths = references.map((tokens) => tokens.length);
  return lengths.toSorted((a, b) => Math.abs(a - length) - Math.abs(b - length) || a - b)[0] ?? 0;
}

function brevity(found: number, asked: number): number {
  return found < asked ? Math.exp(1 - asked / found) : 1;
}

/** mteval-v13a's tokens. */
function tokenize(text: string): string[] {
  let line = text.trimEnd().replaceAll('<skipped>', '').replaceAll('-\n', '').replaceAll('\n', ' ');
  for (const [entity, character] of ENTITIES) line = line.replaceAll(entity, character);
  return ` ${line} `
    .replaceAll(/([{-~[-` -&(-+:-@/])/g, ' $1 ')
    .replaceAll(/([^0-9])([.,])/g, '$1 $2 ')
    .replaceAll(/([.,])([^0-9])/g, ' $1 $2')
    .replaceAll(/([0-9])(-)/g, '$1 $2 ')
    .split(/\s+/)
    .filter((token) => token !== '');
}
