import classes from './diff-view.module.css';
import { diffLines, type LineChange } from './word-diff.ts';

const SIGNS = { same: ' ', removed: '−', added: '+' } as const;
const SPOKEN = { same: undefined, removed: 'Removed', added: 'Added' } as const;

/** Two texts in one, line by line, with the words that differ marked. */
export function DiffView({ changes }: { readonly changes: readonly LineChange[] }) {
  return (
    <div className={classes.diff} role="list" aria-label="Changes of the template">
      {diffLines(changes).map(({ kind, before, after, pieces }, position) => (
        <div key={position} role="listitem" className={`${classes.line} ${classes[kind] ?? ''}`}>
          <span className={classes.number}>{before}</span>
          <span className={classes.number}>{after}</span>
          <span className={classes.sign} aria-label={SPOKEN[kind]} role={kind === 'same' ? undefined : 'img'}>
            {SIGNS[kind]}
          </span>
          <span className={classes.text}>
            {pieces.map((piece, at) =>
              piece.kind === 'changed' && kind !== 'same' ? (
                <mark key={at} className={classes.word}>
                  {piece.text}
                </mark>
              ) : (
                <span key={at}>{piece.text}</span>
              ),
            )}
          </span>
        </div>
      ))}
    </div>
  );
}
