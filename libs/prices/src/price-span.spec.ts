import type { PriceOverride, TokenUsage } from '@millrace/domain';
import { dollarsText } from '@millrace/domain';
import { describe, expect, it } from 'vitest';
import { parsePrice } from './parse-price.ts';
import { overridesFor, priceSpan, type PricedSpan } from './price-span.ts';
import { listNames } from './price-table.ts';
import { tokenCost } from './token-cost.ts';

const AT = Date.parse('2026-11-20T12:00:00Z');

function spanOf(tokens: TokenUsage | undefined, more: Partial<PricedSpan> = {}): PricedSpan {
  return { model: 'gpt-4o', provider: 'openai', tokens, serviceTier: undefined, startedAt: AT, ...more };
}

function costOf(text: string, tokens: TokenUsage, more: { startedAt?: string; serviceTier?: string } = {}) {
  const call = {
    tokens,
    startedAt: Date.parse(more.startedAt ?? '2026-11-20'),
    serviceTier: more.serviceTier,
  };
  const cost = tokenCost(parsePrice(text), call);
  return cost && dollarsText(cost.total);
}

it('holds more than 2,000 models', () => {
  const names = [...listNames().values()].reduce((sum, each) => sum + each.length, 0);
  expect(names).toBeGreaterThan(4_000);
});

it('prices every bucket and names the price', () => {
  const cost = priceSpan(spanOf({ input: 1000, cacheRead: 200, output: 100, reasoning: 10 }), []);
  expect(cost).toEqual({
    input: 2_500_000_000n,
    cache: 250_000_000n,
    output: 1_100_000_000n,
    total: 3_850_000_000n,
    price: 'table@2026-11-21#openai/gpt-4o',
  });
});

it.each<[string, TokenUsage | undefined, Partial<PricedSpan>]>([
  ['an unknown model', { input: 1, output: 1 }, { model: 'gpt-4o-secret' }],
  ['no model', { input: 1, output: 1 }, { model: undefined }],
  ['no tokens', undefined, {}],
  ['only a total', { total: 5 }, {}],
  ['input without output', { input: 5 }, {}],
  ['output without input', { output: 5 }, {}],
  ['a service tier without a price', { input: 5, output: 1 }, { serviceTier: 'flex' }],
  ['more than a million dollars', { input: 4e9, output: 4e9 }, { model: 'o1-pro' }],
])('knows no cost of %s', (_, tokens, more) => {
  expect(priceSpan(spanOf(tokens, more), [])).toBeUndefined();
});

it('takes the service tier into account', () => {
  const batch = priceSpan(spanOf({ input: 1000, output: 100 }, { serviceTier: 'batch' }), []);
  expect(batch?.total).toBe(1_750_000_000n);
  expect(batch?.price).toBe('table@2026-11-21#openai/gpt-4o+batch');
  expect(priceSpan(spanOf({ input: 1, output: 1 }, { serviceTier: 'Default' }), [])?.price).not.toContain(
    '+',
  );
});

it('prices embeddings by their input', () => {
  const cost = priceSpan(spanOf({ input: 1_000_000 }, { model: 'text-embedding-3-small' }), []);
  expect(cost && dollarsText(cost.total)).toBe('0.02');
});

describe('tokenCost', () => {
  it.each<[string, string, TokenUsage, string | undefined]>([
    ['below a tier', 'i1>200000:2 o4>200000:6', { input: 200_000, output: 0 }, '0.2'],
    ['above it, for all tokens', 'i1>200000:2 o4>200000:6', { input: 200_001, output: 10 }, '0.400062'],
    [
      'the cache counts for the length',
      'i1>200000:2 r0.1 o4',
      { input: 1, cacheRead: 200_000, output: 0 },
      '0.020002',
    ],
    ['the highest tier', 'i1>10:2>20:3 o0', { input: 21, output: 0 }, '0.000063'],
    [
      'no price for cached tokens',
      'i1 o4',
      { input: 10, cacheRead: 10, cacheWrite: 10, output: 0 },
      '0.00003',
    ],
    ['reasoning as output', 'i1 o4', { input: 0, output: 1, reasoning: 2 }, '0.000012'],
    ['reasoning by itself', 'i1 o4 t6', { input: 0, output: 1, reasoning: 2 }, '0.000016'],
    ['audio', 'i1 o4 a10 A40', { input: 1, output: 1, inputAudio: 2, outputAudio: 3 }, '0.000145'],
    [
      'audio at the price of text',
      'i1 o4',
      { input: 1, output: 1, inputAudio: 2, outputAudio: 3 },
      '0.000019',
    ],
    ['no price of output', 'i1', { input: 1, output: 1 }, undefined],
    ['free', 'i0 o0', { input: 5, output: 5 }, '0'],
  ])('%s', (_, price, tokens, dollars) => {
    expect(costOf(price, tokens)).toBe(dollars);
  });

  it.each([
    ['2026-01-01', '0.000001'],
    ['2026-06-01', '0.000002'],
    ['2026-12-01', '0.000003'],
  ])('uses the price of %s', (startedAt, dollars) => {
    expect(costOf('i1 o0;@2026-06-01 i2 o0;@2026-12-01 i3 o0', { input: 1, output: 0 }, { startedAt })).toBe(
      dollars,
    );
  });

  it.each([
    ['2026-11-20T00:29:59Z', '0.000002'],
    ['2026-11-20T00:30:00Z', '0.000001'],
    ['2026-11-20T16:29:59Z', '0.000001'],
    ['2026-11-20T16:30:00Z', '0.000002'],
    ['1969-12-31T23:00:00Z', '0.000002'],
  ])('uses the price of the hour at %s', (startedAt, dollars) => {
    const tokens = { input: 1, output: 0 };
    expect(costOf('i2 o0;@00:30-16:30 i1 o0', tokens, { startedAt })).toBe(dollars);
    expect(costOf('i1 o0;@16:30-00:30 i2 o0', tokens, { startedAt })).toBe(dollars);
  });

  it('knows no cost of a service tier before its price', () => {
    const price = 'i2 o4|flex @2026-10-12 i1';
    const tokens = { input: 1, output: 1 };
    expect(costOf(price, tokens, { serviceTier: 'flex' })).toBe('0.000005');
    expect(costOf(price, tokens, { serviceTier: 'flex', startedAt: '2026-10-11' })).toBeUndefined();
  });

  it('adds up without drift', () => {
    const price = parsePrice('i0.0375 o0.150001 r0.0009');
    const call = { startedAt: AT, serviceTier: undefined };
    let sum = 0n;
    for (let i = 0; i < 1000; i += 1) {
      sum += tokenCost(price, { ...call, tokens: { input: 7, cacheRead: 3, output: 11 } })?.total ?? 0n;
    }
    expect(sum).toBe(
      tokenCost(price, { ...call, tokens: { input: 7000, cacheRead: 3000, output: 11_000 } })?.total,
    );
  });

  it.each(['x5', 'i', 'i1>5', 'i-1', '@soon i1', 'i0.0000001'])('refuses %s', (text) => {
    expect(() => parsePrice(text)).toThrow(SyntaxError);
  });
});

describe('a price of the workspace', () => {
  const override = (more: Partial<PriceOverride>): PriceOverride => ({
    model: 'gpt-4o',
    provider: undefined,
    rates: { input: 1_000_000n, output: 2_000_000n },
    revision: 7,
    ...more,
  });
  const price = (span: Partial<PricedSpan>, ...overrides: PriceOverride[]) =>
    priceSpan(spanOf({ input: 1, output: 1 }, span), overrides)?.price;

  it.each<[string, Partial<PricedSpan>, Partial<PriceOverride>, boolean]>([
    ['wins over the table', {}, {}, true],
    ['holds for dated names', { model: 'gpt-4o-2024-08-06' }, {}, true],
    ['holds for prefixed names', { model: 'openai/gpt-4o', provider: undefined }, {}, true],
    ['of one date only', {}, { model: 'gpt-4o-2024-08-06' }, false],
    [
      'knows models that the table does not',
      { model: 'house-model', provider: 'vllm' },
      { model: 'House-Model' },
      true,
    ],
    ['of the same provider', { provider: 'azure.ai.openai' }, { provider: 'azure' }, true],
    ['of another provider', {}, { provider: 'azure' }, false],
    ['holds for every service tier', { serviceTier: 'flex' }, {}, true],
  ])('%s', (_, span, more, isUsed) => {
    expect(price(span, override(more)) === `override@7#${more.model ?? 'gpt-4o'}`).toBe(isUsed);
  });

  it('is found by the models of a trace', () => {
    const all = ['gpt-4o', 'gpt-4o-2024-08-06', 'house-model'].map((model) => override({ model }));
    const found = (...models: string[]) => overridesFor(models, all).map(({ model }) => model);
    expect(found('openai/gpt-4o-2024-08-06')).toEqual(['gpt-4o', 'gpt-4o-2024-08-06']);
    expect(found('House-Model', 'gpt-4')).toEqual(['house-model']);
    expect(found()).toEqual([]);
  });

  it('for the provider comes before one for any', () => {
    const any = override({ revision: 1 });
    const own = override({ revision: 2, provider: 'openai' });
    expect(price({}, any, own)).toBe('override@2#gpt-4o');
    expect(price({ provider: 'azure' }, any, own)).toBe('override@1#gpt-4o');
  });
});
