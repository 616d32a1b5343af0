import { expect, it } from 'vitest';
import { dollarsNumber, dollarsText, LARGEST_COST, picoDollars, picoDollarsPerToken } from './dollars.ts';

it.each([
  [0n, '0'],
  [1n, '0.000000000001'],
  [1_500_000_000_000n, '1.5'],
  [LARGEST_COST, '999999.999999999999'],
])('writes %s pico-dollars', (pico, text) => {
  expect(dollarsText(pico)).toBe(text);
});

it.each<[unknown, bigint | undefined]>([
  [0.00012345, 123_450_000n],
  [0.1 + 0.2, 300_000_000_000n],
  ['0.5', 500_000_000_000n],
  ['999999.999999999999', LARGEST_COST],
  ['1e-3', 1_000_000_000n],
  ['1000000', undefined],
  [2n, 2_000_000_000_000n],
  [0, 0n],
  [1e-13, 0n],
  [-1, undefined],
  [Number.NaN, undefined],
  [Infinity, undefined],
  [1e6, undefined],
  ['', undefined],
  ['free', undefined],
  [undefined, undefined],
  [{}, undefined],
])('reads %s dollars', (dollars, pico) => {
  expect(picoDollars(dollars)).toBe(pico);
});

it.each([
  ['2.5', 2_500_000n],
  ['0.0375', 37_500n],
  ['0.000001', 1n],
  ['0.0000001', undefined],
  ['-1', undefined],
  ['1e3', undefined],
  ['', undefined],
])('reads %s dollars per million tokens', (text, pico) => {
  expect(picoDollarsPerToken(text)).toBe(pico);
});

it('gives back what it wrote', () => {
  for (let pico = 1n; pico < 2n ** 52n; pico = pico * 3n + 7n) {
    expect(picoDollars(dollarsNumber(pico))).toBe(pico);
  }
});
