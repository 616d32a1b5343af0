import { expect, it } from 'vitest';
import { parsePromptText, promptText } from './prompt-text.ts';

it.each([
  [{ name: 'greet', version: '2' }, 'greet/2'],
  [{ name: 'team/greet', version: 'latest' }, 'team/greet/latest'],
  [{ name: 'greet' }, 'greet'],
  [{ name: 'team/greet' }, 'team/greet/'],
])('%o is %s and back', (prompt, text) => {
  expect(promptText(prompt)).toBe(text);
  expect(parsePromptText(text)).toEqual(prompt);
});
