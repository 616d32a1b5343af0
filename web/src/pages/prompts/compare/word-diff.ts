import { diffWordsWithSpace } from 'diff';

/** Lines of the server's comparison. */
export interface LineChange {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

export interface WordPiece {
  readonly kind: 'same' | 'changed';
  readonly text: string;
}

/** A line of one of the two texts: what of it is not in the other. */
export interface DiffLine {
  readonly kind: LineChange['kind'];
  /** In the text before, from 1; absent for an added line. */
  readonly before?: number;
  readonly after?: number;
  readonly pieces: readonly WordPiece[];
}

/** Beyond this a word by word comparison takes longer than anyone waits; whole lines are marked. */
const LONGEST = 20_000;

/** Lines to show; where lines were replaced by others, the words that differ. */
export function diffLines(changes: readonly LineChange[]): DiffLine[] {
  const lines: DiffLine[] = [];
  let [before, after] = [0, 0];
  changes.forEach(({ kind, text }, position) => {
    const words = wordsOf(changes, position);
    for (const pieces of cutLines(words ?? [{ kind: kind === 'same' ? 'same' : 'changed', text }])) {
      if (kind !== 'added') before++;
      if (kind !== 'removed') after++;
      lines.push({
        kind,
        ...(kind !== 'added' && { before }),
        ...(kind !== 'removed' && { after }),
        pieces,
      });
    }
  });
  return lines;
}

/** Pieces of a change that replaces its neighbour, or is replaced by it. */
function wordsOf(changes: readonly LineChange[], position: number): WordPiece[] | undefined {
  const change = changes[position];
  if (change === undefined || change.kind === 'same') return undefined;
  const isRemoved = change.kind === 'removed';
  const other = changes[position + (isRemoved ? 1 : -1)];
  if (other?.kind !== (isRemoved ? 'added' : 'removed')) return undefined;
  const [before, after] = isRemoved ? [change.text, other.text] : [other.text, change.text];
  if (before.length + after.length > LONGEST) return undefined;
  return diffWordsWithSpace(before, after)
    .filter(({ added, removed }) => (isRemoved ? !added : !removed))
    .map(({ value, added, removed }) => {
      // A space between two words that differ belongs to the stretch that differs.
      const isChanged = added || removed || /^[ \t]+$/.test(value);
      return { kind: isChanged ? 'changed' : 'same', text: value };
    });
}

/** A line break ends a line and is not shown. */
function cutLines(pieces: readonly WordPiece[]): WordPiece[][] {
  const lines: WordPiece[][] = [[]];
  for (const { kind, text } of pieces) {
    text.split('\n').forEach((part, position) => {
      if (position > 0) lines.push([]);
      if (part !== '') lines.at(-1)?.push({ kind, text: part });
    });
  }
  if (lines.length > 1 && lines.at(-1)?.length === 0) lines.pop();
  return lines;
}
