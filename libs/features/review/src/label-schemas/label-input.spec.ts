import { describe, expect, it } from 'vitest';
import { checkInput, checkInputStays, type LabelInput } from './label-input.ts';

const categorical = (options: readonly string[], isMultiSelect = false): LabelInput => ({
  kind: 'categorical',
  options,
  isMultiSelect,
});

describe('the input of a label schema', () => {
  it.each<LabelInput>([
    { kind: 'pass_fail', positiveLabel: 'yes', negativeLabel: 'no' },
    categorical(['a', 'b']),
    { kind: 'numeric', min: -1, max: 0 },
    { kind: 'numeric', max: 0 },
    { kind: 'text' },
    { kind: 'text', maxLength: 1 },
  ])('may be %j', (input) => expect(() => checkInput(input)).not.toThrow());

  it.each<readonly [LabelInput, string]>([
    [{ kind: 'pass_fail', positiveLabel: '', negativeLabel: 'no' }, '1 to 64 characters, not 0'],
    [{ kind: 'pass_fail', positiveLabel: 'x', negativeLabel: 'x' }, 'must differ'],
    [categorical([]), '1 to 10 options, not 0'],
    [categorical([...'abcdefghijk']), '1 to 10 options, not 11'],
    [categorical(['a', 'a']), "'a' is there twice"],
    [categorical(['o'.repeat(65)]), '1 to 64 characters, not 65'],
    [{ kind: 'numeric', min: 1, max: 1 }, 'less than the greatest'],
    [{ kind: 'text', maxLength: 0 }, 'at least 1'],
  ])('%j is refused', (input, message) => expect(() => checkInput(input)).toThrow(message));

  it('keeps its kind, not its options', () => {
    expect(() => checkInputStays(categorical(['a']), categorical(['b']))).not.toThrow();
    expect(() => checkInputStays(categorical(['a']), { kind: 'text' })).toThrow("can't change its kind");
    expect(() => checkInputStays(categorical(['a']), categorical(['a'], true))).toThrow('multi_select');
  });
});
