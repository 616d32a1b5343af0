import { expect, it } from 'vitest';
import { attributeJson, attributeText } from './attribute-json.ts';
import type { AttributeValue } from './attribute-value.ts';

it.each<[AttributeValue, string]>([
  ['say "hi"\n', '"say \\"hi\\"\\n"'],
  [9007199254740993n, '9007199254740993'],
  [0.25, '0.25'],
  [1, '1.0'],
  [-0, '-0.0'],
  [1e21, '1e+21'],
  [Number.NaN, '"NaN"'],
  [Number.NEGATIVE_INFINITY, '"-Infinity"'],
  [true, 'true'],
  [null, 'null'],
  [new Uint8Array([0, 255, 16]), '"AP8Q"'],
  [[], '[]'],
  [new Map(), '{}'],
  [['', null, [1n]], '["",null,[1]]'],
  [
    new Map<string, AttributeValue>([
      ['a"b', 1n],
      ['', new Map([['list', [false]]])],
    ]),
    '{"a\\"b":1,"":{"list":[false]}}',
  ],
])('writes %o as %s', (value, text) => {
  expect(attributeJson(value)).toBe(text);
});

it('keeps bytes longer than one chunk', () => {
  const bytes = new Uint8Array(20_001).map((_, index) => index % 251);
  expect(Buffer.from(JSON.parse(attributeJson(bytes)), 'base64')).toEqual(Buffer.from(bytes));
});

it('leaves a string as it is when text is asked for', () => {
  expect(attributeText('{"a": 1}')).toBe('{"a": 1}');
  expect(attributeText(['x'])).toBe('["x"]');
});
