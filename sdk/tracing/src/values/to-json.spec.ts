import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toJson } from './to-json.ts';

class Order {
  readonly number: number;

  constructor(number: number) {
    this.number = number;
  }
}

const circle: Record<string, unknown> = { name: 'wheel' };
circle['self'] = circle;
const deep = Array.from({ length: 100_000 }).reduce((inner) => ({ inner }), {});

describe('JSON of inputs and outputs', () => {
  it('is that of JSON.stringify for whatever JSON has words for', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => toJson(value) === JSON.stringify(value)));
  });

  it.each([
    ['a bigint', 12n, '"12"'],
    ['a function', Math.max, '"[function max]"'],
    ['an error', new TypeError('no'), '{"name":"TypeError","message":"no"}'],
    ['a map', new Map([['a', new Set([1, 2n])]]), '{"a":[1,"2"]}'],
    ['bytes', new Uint8Array(3), '"[3 bytes]"'],
    ['a buffer of bytes', new ArrayBuffer(4), '"[4 bytes]"'],
    ['a Buffer, which says its JSON itself', Buffer.from('abc'), '"[3 bytes]"'],
    ['a time', new Date(0), '"1970-01-01T00:00:00.000Z"'],
    ['an object of a class', new Order(7), '{"number":7}'],
    ['one that says its JSON', { toJSON: () => ({ amount: 5n }) }, '{"amount":"5"}'],
    ['one without a prototype', Object.assign(Object.create(null), { a: 1n }), '{"a":"1"}'],
    ['a circle', circle, '{"name":"wheel","self":"[circular]"}'],
  ])('tells %s in text, at the top and far below', (_, value, json) => {
    expect(toJson(value)).toBe(json);
    expect(toJson({ many: [{ plain: true }, { value }] })).toBe(
      `{"many":[{"plain":true},{"value":${json}}]}`,
    );
  });

  it('asks an object for its JSON once: that may be long', () => {
    let asked = 0;
    const long = { toJSON: () => `asked ${(asked += 1)} times` };
    expect(toJson({ list: [1, { long }] })).toBe('{"list":[1,{"long":"asked 1 times"}]}');
  });

  it('writes what stands in two places twice: that is no circle', () => {
    const twice = { name: 'stone' };
    expect(toJson([twice, { twice }, twice])).toBe(
      '[{"name":"stone"},{"twice":{"name":"stone"}},{"name":"stone"}]',
    );
  });

  it('leaves out what is undefined, and never throws', () => {
    expect(toJson(undefined)).toBe('null');
    expect(toJson({ a: undefined, b: [undefined] })).toBe('{"b":[null]}');
    const broken = Object.defineProperty({}, 'oops', { enumerable: true, get: () => expect.fail('no') });
    expect(toJson(broken)).toContain("can't be shown");
    expect(toJson(deep)).toContain("can't be shown");
  });
});
