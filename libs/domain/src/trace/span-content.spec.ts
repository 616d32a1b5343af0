import { expect, it } from 'vitest';
import type { AttributeValue } from '../span/attribute-value.ts';
import {
  blobOfContent,
  contentKey,
  contentReference,
  contentText,
  parseContent,
  spanOfContent,
} from './span-content.ts';

it('keeps an event without loss', () => {
  const attributes = new Map<string, AttributeValue>([
    ['$key', 9007199254740993n],
    ['list', [1.5, new Map([['deep', null]]), new Uint8Array([255])]],
  ]);
  for (const timeUnixNano of [0n, 1_795_256_376_443_563_548n, 2n ** 64n - 1n]) {
    const event = { timeUnixNano, name: 'gen_ai.choice', attributes };
    expect(parseContent(contentText(event))).toEqual(event);
    expect(blobOfContent(contentText(event))).toBeUndefined();
  }
});

it('knows the span of an entry', () => {
  expect(spanOfContent({ key: contentKey('0123456789abcdef', 'd') })).toBe('0123456789abcdef');
});

it('may refer to a blob', () => {
  expect(blobOfContent(contentReference('a/"b"'))).toBe('a/"b"');
  expect(() => blobOfContent('{"blob":7}')).toThrow(SyntaxError);
});

it.each(['', '[]', '{}', '[1,2,3]', 'x', '[1,"name"]'])('refuses %s', (text) => {
  expect(() => parseContent(text)).toThrow(SyntaxError);
});
