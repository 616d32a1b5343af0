import { Rejected } from '@millrace/domain';
import { describe, expect, it } from 'vitest';
import { ScorerDefinition } from './scorer-definition.ts';

const parse = (json: object): ScorerDefinition => ScorerDefinition.parse(JSON.stringify(json));

describe.each([
  [
    'a scorer in our own form',
    (model: unknown) => ({ millrace_scorer: { kind: 'safety', parameters: { model } } }),
  ],
  ['a judge with instructions', (model: unknown) => ({ instructions_judge_pydantic_data: { model } })],
  ['a built-in scorer', (model: unknown) => ({ builtin_scorer_pydantic_data: { model } })],
  ['a scorer of a third party', (model: unknown) => ({ third_party_scorer_data: { model } })],
  [
    'a judge that learnt',
    (model: unknown) => ({
      memory_augmented_judge_data: { base_judge: { instructions_judge_pydantic_data: { model } } },
    }),
  ],
])('%s', (_, withModel) => {
  it('names its endpoint, under the name of today', () => {
    const definition = parse(withModel('gateway:/first'));
    expect(definition.endpointName).toBe('first');
    expect(JSON.parse(definition.withEndpoint('second'))).toEqual(withModel('gateway:/second'));
    expect(definition.withEndpoint('first')).toBe(definition.text);
    expect(definition.withEndpoint(undefined)).toBe(definition.text);
  });

  it.each(['openai:/gpt-4o', 'gateway:', 'gateway://host/x', null, undefined])(
    '%s is no endpoint',
    (model) => {
      expect(parse(withModel(model)).endpointName).toBeUndefined();
    },
  );
});

it('finds source at any depth', () => {
  expect(parse({ call_source: null, name: 'x' }).hasSource).toBe(false);
  expect(parse({ ensemble_scorer_data: { scorers: [{ call_source: 'import os' }] } }).hasSource).toBe(true);
});

it('knows who compares with expectations', () => {
  const judge = (instructions: string) => parse({ instructions_judge_pydantic_data: { instructions } });
  expect(judge('Is {{outputs}} like {{ expectations }}?').needsExpectations).toBe(true);
  expect(judge('Are expectations met by {{ outputs }}?').needsExpectations).toBe(false);
});

it.each(['', 'text', '[]', 'null', '"{}"'])('%s is none', (text) => {
  expect(() => ScorerDefinition.parse(text)).toThrow(Rejected);
});

describe('what is no scorer', () => {
  const check = (json: object) => () => parse(json).check('mine');

  it.each([
    ['an unknown form', { colour: 'red' }, "it needs 'millrace_scorer'"],
    ['an unknown kind', { millrace_scorer: { kind: 'magic' } }, "no scorer of kind 'magic'"],
    [
      'a wrong parameter',
      { millrace_scorer: { kind: 'regex_match', parameters: { pattern: '(' } } },
      'invalid regex pattern',
    ],
  ])('%s is refused', (_, definition, reason) => {
    expect(check(definition)).toThrow(Rejected);
    expect(check(definition)).toThrow(reason);
  });

  it.each([
    { millrace_scorer: { kind: 'json_valid' } },
    { third_party_scorer_data: { module: 'deepeval' } },
    { builtin_scorer_class: 'SomethingNew' },
    { call_source: 'return 1' },
    { instructions_judge_pydantic_data: {} },
  ])('%o is kept', (definition) => {
    expect(check(definition)).not.toThrow();
  });
});

it('tells where a program has a fault when it is registered', () => {
  const program = (source: string) => parse({ millrace_scorer: { kind: 'code', parameters: { source } } });
  expect(() => program('export default () => 1').check('mine')).not.toThrow();
  expect(() => program('export default () =>\n  ]').check('mine')).toThrow(
    /line 2, column 3: Unexpected token/,
  );
});
