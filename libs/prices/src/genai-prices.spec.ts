import { readFileSync } from 'node:fs';
import { picoDollars, type TokenUsage } from '@millrace/domain';
import { expect, it } from 'vitest';
import { findListed } from './price-table.ts';
import { tokenCost } from './token-cost.ts';

interface Sample {
  readonly provider: string;
  readonly model: string;
  readonly at: string;
  readonly tokens: TokenUsage;
  readonly dollars: string;
}

it('costs what the package says that the prices come from', () => {
  const file = `${import.meta.dirname}/testdata/genai-prices.json`;
  const samples = JSON.parse(readFileSync(file, 'utf8')) as Sample[];
  let compared = 0;
  for (const { provider, model, at, tokens, dollars } of samples) {
    const listed = findListed(provider, model.toLowerCase());
    // Left out of the table: not priced by tokens alone.
    if (!listed || listed.model !== model) continue;
    const cost = tokenCost(listed.price, { tokens, startedAt: Date.parse(at), serviceTier: undefined });
    // What has no price costs nothing there, and is unknown here.
    if (!cost) continue;
    compared += 1;
    expect(`${model} ${cost.total}`).toBe(`${model} ${picoDollars(dollars)}`);
  }
  expect(compared).toBeGreaterThan(300);
});
