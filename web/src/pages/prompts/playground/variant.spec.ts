import { describe, expect, it } from 'vitest';
import type { PromptVersion } from '../../../api/prompts.ts';
import { toQuestion, toVariant } from './variant.ts';

const version = {
  name: 'p',
  version: 2,
  kind: 'text',
  template: 'Hi {{name}}',
  model_config: { provider: 'anthropic', model_name: 'claude', temperature: 0, max_tokens: 9 },
} as unknown as PromptVersion;

describe('a variant', () => {
  it('of a version asks for the version, with the model it is meant for', () => {
    expect(toQuestion(toVariant(version, 1), { name: 'Ada' }, '7')).toEqual({
      prompt: { name: 'p', version: 2 },
      variables: { name: 'Ada' },
      model: 'anthropic:/claude',
      temperature: 0,
      max_output_tokens: 9,
      experiment_id: '7',
    });
  });

  it('that was edited asks with its words', () => {
    const edited = { ...toVariant(version, 1), registered: undefined };
    expect(toQuestion(edited, {}, undefined)).toMatchObject({
      messages: [{ role: 'user', content: 'Hi {{name}}' }],
    });
  });

  it('without a version asks the default model', () => {
    expect(toQuestion(toVariant(undefined, 0), {}, undefined)).toEqual({
      messages: [],
      variables: {},
      model: 'openai:/gpt-4.1-mini',
    });
  });
});
