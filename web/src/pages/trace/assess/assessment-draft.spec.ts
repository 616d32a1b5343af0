import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../../api/assessments.ts';
import { draftOf, draftValue, EMPTY_DRAFT, type ValueKind } from './assessment-draft.ts';

const assessment: Assessment = {
  assessment_id: 'a-1',
  trace_id: 'ab',
  name: 'relevance',
  kind: 'feedback',
  source: { type: 'judge' },
  metadata: {},
  is_valid: true,
  create_time: '',
  last_update_time: '',
};

describe('the draft of an assessment', () => {
  it.each<[unknown, ValueKind]>([
    [true, 'yes-no'],
    [false, 'yes-no'],
    ['helpful', 'text'],
    [0.5, 'number'],
    [['a', 'b'], 'json'],
    [{ answer: 42 }, 'json'],
  ])('of %j gives back the same value', (value, valueKind) => {
    const draft = draftOf({ ...assessment, value: value as Assessment['value'] });
    expect(draft.valueKind).toBe(valueKind);
    expect(draftValue(draft)).toEqual({ value });
  });

  it('takes the words of judges for yes and no', () => {
    expect(draftValue(draftOf({ ...assessment, value: 'no' }))).toEqual({ value: false });
  });

  it('says what is wrong with a value', () => {
    expect(draftValue({ ...EMPTY_DRAFT, valueKind: 'number', value: 'ten' })).toEqual({
      fault: 'Type a number',
    });
    expect(draftValue({ ...EMPTY_DRAFT, valueKind: 'text', value: ' ' })).toHaveProperty('fault');
    expect(draftValue({ ...EMPTY_DRAFT, valueKind: 'json', value: '{"a"' })).toHaveProperty('fault');
  });
});
