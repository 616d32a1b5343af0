import { Rejected } from '@millrace/domain';
import { expect, it } from 'vitest';
import { loadScorer } from './load-scorer.ts';

const native = (form: unknown) => JSON.stringify({ millrace_scorer: form });

it('loads a scorer of our own form under the name it is given', () => {
  const scorer = loadScorer(native({ kind: 'exact_match', parameters: { expectation: 'right' } }), 'same');
  expect(scorer).toMatchObject({ name: 'same', level: 'trace', needsExpectations: ['right'] });
  expect(loadScorer(native({ kind: 'exact_match' }), 'same').needsExpectations).toEqual([
    'expected_response',
  ]);
});

it.each([
  ['no JSON', 'x', 'must be a JSON object'],
  ['a list', '[]', 'must be a JSON object'],
  ['no form', '{}', "it needs 'millrace_scorer'"],
  ['no kind', native({}), "'millrace_scorer.kind'"],
  ['another kind', native({ kind: 'magic' }), "no scorer of kind 'magic': the kinds are exact_match"],
  ['another field', native({ kind: 'exact_match', params: {} }), 'params'],
  ['an unknown parameter', native({ kind: 'exact_match', parameters: { colour: 1 } }), 'colour'],
  ['a wrong parameter', native({ kind: 'exact_match', parameters: { ignore_case: 'no' } }), "'ignore_case'"],
])('refuses %s', (_, definition, reason) => {
  expect(() => loadScorer(definition, 'mine')).toThrow(Rejected);
  expect(() => loadScorer(definition, 'mine')).toThrow(reason);
});
