import { listNames, findListed } from './price-table.ts';
import { ratesAt } from './token-cost.ts';

/** A model and what a token of it costs. */
export interface PricedModel {
  readonly model: string;
  /** US dollars per token. */
  readonly inputDollars: number | undefined;
  readonly outputDollars: number | undefined;
}

const PICO = 1e12;

/** Every model that the table has of a provider, in the table's words, with its price at a time; by name. */
export function listPricedModels(provider: string, at: number): PricedModel[] {
  const models = new Map<string, PricedModel>();
  for (const name of listNames().get(provider) ?? []) {
    const listed = findListed(provider, name);
    if (!listed || models.has(listed.model)) continue;
    const { input, output } = ratesAt(listed.price, at) ?? {};
    models.set(listed.model, {
      model: listed.model,
      inputDollars: input && input.base / PICO,
      outputDollars: output && output.base / PICO,
    });
  }
  return [...models.values()].sort((a, b) => (a.model < b.model ? -1 : 1));
}
