import { describe, expect, it } from 'vitest';
import { readObject } from './record-json.ts';

describe('JSON of a record', () => {
  it('is an object', () => {
    expect(readObject('Inputs', '{"question": "Who?"}')).toEqual({ question: 'Who?' });
  });

  it.each([
    ['[1]', /^Inputs: a JSON object is expected/],
    ['null', /^Inputs: a JSON object is expected/],
    ['{"question": }', /^Inputs: Unexpected token/],
  ])('is not %s', (text, reason) => {
    expect(() => readObject('Inputs', text)).toThrow(reason);
  });
});
