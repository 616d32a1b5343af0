import { describe, expect, it } from 'vitest';
import { Rejected } from '@millrace/domain';
import { checkPromptContent, findVariables } from './prompt-content.ts';

const NOTHING = { responseFormat: null, modelConfig: null };

describe('what a prompt says', () => {
  it('has variables in double braces', () => {
    expect(findVariables('{{a}} {{ b.c }} {{a}} {no} {{ 1x }} {{}}')).toEqual(['a', 'b.c']);
  });

  it.each([
    [{ templateKind: 'text' as const, template: 'x'.repeat(100_001) }, /100000 characters/],
    [{ templateKind: 'chat' as const, template: 'no JSON' }, /list of messages/],
    [{ templateKind: 'chat' as const, template: '[]' }, /list of messages/],
    [{ templateKind: 'chat' as const, template: '[{"role":"user"}]' }, /list of messages/],
    [
      { templateKind: 'text' as const, template: 'x', modelConfig: '[]' },
      /model config must be a JSON object/,
    ],
    [{ templateKind: 'text' as const, template: 'x', responseFormat: '{' }, /response format must be/],
  ])('%# is refused', (content, message) => {
    expect(() => checkPromptContent({ ...NOTHING, ...content })).toThrow(Rejected);
    expect(() => checkPromptContent({ ...NOTHING, ...content })).toThrow(message);
  });
});
