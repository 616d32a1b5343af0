import type { LabelSchema } from '../../api/review.ts';

/** What may be answered, for people. */
export function describeInput(input: LabelSchema['input']): string {
  const { kind, options = [], min, max } = input;
  if (kind === 'pass_fail') return `${input.positive_label ?? 'yes'} or ${input.negative_label ?? 'no'}`;
  if (kind === 'categorical')
    return `${input.multi_select === true ? 'some' : 'one'} of ${options.join(', ')}`;
  if (kind === 'numeric')
    return `a number${min === undefined ? '' : ` from ${min}`}${max === undefined ? '' : ` to ${max}`}`;
  return 'text';
}
