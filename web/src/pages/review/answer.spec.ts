import { expect, it } from 'vitest';
import type { LabelSchema } from '../../api/review.ts';
import { isAnswered, toAssessment } from './answer.ts';

const question = (input: LabelSchema['input']): LabelSchema => ({
  schema_id: 's-1',
  experiment_id: '0',
  name: 'is_helpful',
  kind: 'feedback',
  input,
  has_comment: true,
  is_default: false,
  creation_time: '2026-11-21T12:00:00Z',
  last_update_time: '2026-11-21T12:00:00Z',
});

it.each([
  [undefined, false],
  ['', false],
  [[], false],
  [0, true],
  ['no', true],
])('%j is an answer: %s', (value, expected) => {
  expect(isAnswered({ value, reason: '' })).toBe(expected);
});

it('yes and no become booleans, reasons rationales', () => {
  const asked = question({ kind: 'pass_fail' });
  expect(toAssessment(asked, { value: 'no', reason: 'too long' }, 'ann')).toEqual({
    name: 'is_helpful',
    kind: 'feedback',
    value: false,
    source: { type: 'human', id: 'ann' },
    rationale: 'too long',
  });
});

it('a number stays one', () => {
  expect(toAssessment(question({ kind: 'numeric' }), { value: 3, reason: '' }, 'ann')).toMatchObject({
    value: 3,
  });
});
