import { describe, expect, it } from 'vitest';
import { diffLines } from './word-diff.ts';

describe('a comparison by line and word', () => {
  it('marks the words that differ where a line replaces another', () => {
    expect(
      diffLines([
        { kind: 'same', text: 'You are kind.\n' },
        { kind: 'removed', text: 'Answer briefly.\n' },
        { kind: 'added', text: 'Answer politely.\nThank.\n' },
        { kind: 'same', text: 'End' },
      ]),
    ).toEqual([
      { kind: 'same', before: 1, after: 1, pieces: [{ kind: 'same', text: 'You are kind.' }] },
      {
        kind: 'removed',
        before: 2,
        pieces: [
          { kind: 'same', text: 'Answer ' },
          { kind: 'changed', text: 'briefly' },
          { kind: 'same', text: '.' },
        ],
      },
      {
        kind: 'added',
        after: 2,
        pieces: [
          { kind: 'same', text: 'Answer ' },
          { kind: 'changed', text: 'politely' },
          { kind: 'same', text: '.' },
        ],
      },
      { kind: 'added', after: 3, pieces: [{ kind: 'changed', text: 'Thank.' }] },
      { kind: 'same', before: 3, after: 4, pieces: [{ kind: 'same', text: 'End' }] },
    ]);
  });

  it('marks a line that has no counterpart as a whole', () => {
    expect(diffLines([{ kind: 'added', text: 'a b\n' }])).toEqual([
      { kind: 'added', after: 1, pieces: [{ kind: 'changed', text: 'a b' }] },
    ]);
  });
});
