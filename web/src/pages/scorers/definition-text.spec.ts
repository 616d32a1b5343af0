import { expect, it } from 'vitest';
import { kindOfDefinition, modelOfDefinition } from './definition-text.ts';

it.each([
  [{ millrace_scorer: { kind: 'contains', parameters: {} } }, 'contains', undefined],
  [{ millrace_scorer: { kind: 'safety', parameters: { model: 'openai:/m' } } }, 'safety', 'openai:/m'],
  [{ instructions_judge_pydantic_data: { model: 'gateway:/chat' } }, 'instructions', 'gateway:/chat'],
  [{ builtin_scorer_class: 'Safety', builtin_scorer_pydantic_data: {} }, 'Safety', undefined],
  [{}, 'of MLflow', undefined],
])('%j', (definition, kind, model) => {
  expect([kindOfDefinition(definition), modelOfDefinition(definition)]).toEqual([kind, model]);
});
