import { describe, expect, it } from 'vitest';
import type { PromptVersion } from '../../../api/prompts.ts';
import { EMPTY_DRAFT, toDraft, toNewVersion } from './draft.ts';

const chat = {
  name: 'p',
  version: 1,
  kind: 'chat',
  messages: [
    { role: 'user', content: 'Hi {{name}}', name: 'n' },
    { role: 'user', content: [{ type: 'text', text: 'x' }] },
  ],
  model_config: { temperature: 0 },
} as unknown as PromptVersion;

describe('a draft', () => {
  it('of a version says the same again', () => {
    expect(toNewVersion({ ...toDraft(chat), commitMessage: 'why' })).toEqual({
      messages: chat.messages,
      model_config: { temperature: 0 },
      commit_message: 'why',
      tags: {},
    });
  });

  it('says which field is no JSON object', () => {
    expect(() => toNewVersion({ ...EMPTY_DRAFT, responseFormat: '{' })).toThrow(
      /^Response format is not JSON/,
    );
    expect(() => toNewVersion({ ...EMPTY_DRAFT, modelConfig: '[1]' })).toThrow(/^Model config must be/);
  });
});
