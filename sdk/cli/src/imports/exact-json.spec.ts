import { expect, it } from 'vitest';
import { parseExactJson } from './exact-json.ts';

it('keeps long integers as text, wherever they stand but in a text', () => {
  const text = String.raw`{"a": 1795358760393274641, "b": [-9007199254740993, 12], "c": "1795358760393274641 \" 1795358760393274641", "d\\": 1.7953587603932746e18, "e": 1234567890123456.5}`;
  expect(parseExactJson(text)).toEqual({
    a: '1795358760393274641',
    b: ['-9007199254740993', 12],
    c: '1795358760393274641 " 1795358760393274641',
    'd\\': 1.7953587603932746e18,
    e: 1234567890123456.5,
  });
});

it('takes texts of megabytes', () => {
  const long = 'x"\\'.repeat(1_000_000);
  expect(parseExactJson(JSON.stringify({ long }))).toEqual({ long });
});

it('is as strict as JSON', () => {
  expect(() => parseExactJson('{"a": "12')).toThrow(SyntaxError);
});
