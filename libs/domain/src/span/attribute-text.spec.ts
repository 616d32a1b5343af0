import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeAttributeText, encodeAttributeText } from './attribute-text.ts';
import type { AttributeValue } from './attribute-value.ts';

const key = fc.oneof(fc.string(), fc.constantFrom('$bytes', '$double', '$$', '__proto__', '1', '"', '\\'));
const { value } = fc.letrec<{ value: AttributeValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: 'binary' }),
    fc.boolean(),
    fc.constant(null),
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
    fc.double(),
    fc.constantFrom(NaN, Infinity, -Infinity, -0, 5, 1e21, 2 ** 60),
    fc.uint8Array({ maxLength: 5 }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(key, tie('value')), { maxLength: 4 }).map((pairs) => new Map(pairs)),
  ),
}));

function roundTrip(input: AttributeValue): AttributeValue {
  const { type, text } = encodeAttributeText(input);
  return decodeAttributeText(type, text);
}

/** Order of keys counts, which `toEqual` on a Map ignores. */
function inOrder(input: AttributeValue): unknown {
  if (input instanceof Map) return [...input].map(([k, v]) => [k, inOrder(v)]);
  return Array.isArray(input) ? [inOrder.name, ...input.map(inOrder)] : input;
}

describe('attribute text', () => {
  it('gives back any value exactly', () => {
    fc.assert(
      fc.property(value, (input) => {
        expect(inOrder(roundTrip(input))).toStrictEqual(inOrder(input));
      }),
      { numRuns: 2000, seed: 7 },
    );
  });

  it('tells int64 from double inside JSON, and writes JSON others can read', () => {
    expect(encodeAttributeText([5n, 5, 0.5, 'a', true, null])).toEqual({
      type: 'j',
      text: '[5,5.0,0.5,"a",true,null]',
    });
    expect(roundTrip(2n ** 63n - 1n)).toBe(9223372036854775807n);
  });

  it('reads strings of megabytes', () => {
    const long = 'a\\"é'.repeat(1_000_000);
    expect(roundTrip([long])).toEqual([long]);
  });

  it('refuses what it did not write', () => {
    for (const text of ['', '[', '{"a"', '{"a":1}x', '"a', '[1,]', 'nul', '{"$bytes":"zz"}']) {
      expect(() => decodeAttributeText('j', text), text).toThrow(SyntaxError);
    }
    expect(() => decodeAttributeText('q', '')).toThrow(SyntaxError);
  });
});
