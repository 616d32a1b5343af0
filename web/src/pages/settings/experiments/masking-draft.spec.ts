import { expect, it } from 'vitest';
import { newDraft, toDraft, toRule } from './masking-draft.ts';

it('a new rule has a name of its own', () => {
  const first = newDraft('pii', []);
  const second = newDraft('pii', [first]);
  expect([first.name, second.name]).toEqual(['personal', 'personal-2']);
  expect(second.id).not.toBe(first.id);
});

it('what is sent is what was read, without what belongs to other kinds', () => {
  const rule = { name: 'order', kind: 'pattern', pattern: 'A+', action: 'hash', mask_names: false } as const;
  expect(toRule({ ...toDraft(rule, 1), keys: ['left'], text: 'left' })).toEqual({
    ...rule,
    ignore_case: false,
  });
});
