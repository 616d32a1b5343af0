import { describe, expect, it } from 'vitest';
import { readableText } from './readable-text.ts';

describe('what a turn says', () => {
  it.each([
    ['plain words', 'plain words'],
    ['"quoted"', 'quoted'],
    ['{"question":"Where is it?"}', 'Where is it?'],
    [
      '{"messages":[{"role":"user","content":"old"},{"role":"assistant","content":"a"},{"role":"user","content":"new"}]}',
      'new',
    ],
    ['[{"role":"user","content":[{"type":"text","text":"one"},{"type":"text","text":"two"}]}]', 'one\ntwo'],
    ['[{"role":"user","parts":[{"type":"text","content":"hello"}]}]', 'hello'],
    ['{"a":1,"b":2}', '{\n  "a": 1,\n  "b": 2\n}'],
    ['{}', ''],
  ])('asked %s', (text, words) => {
    expect(readableText(text, 'user')).toBe(words);
  });

  it.each([
    ['{"choices":[{"message":{"role":"assistant","content":"Hello"}}]}', 'Hello'],
    ['{"messages":[{"type":"human","content":"hi"},{"type":"ai","content":"Hello"}]}', 'Hello'],
    ['[{"role":"assistant","parts":[{"type":"text","content":"Hello"}],"finish_reason":"stop"}]', 'Hello'],
    ['{"answer":"Yes","sources":["a"]}', 'Yes'],
  ])('answered %s', (text, words) => {
    expect(readableText(text, 'assistant')).toBe(words);
  });
});
