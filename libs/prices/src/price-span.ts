import { TOKEN_RATES, type PriceOverride, type SpanCost, type TokenUsage } from '@millrace/domain';
import { findModel } from './find-model.ts';
import { modelSpellings } from './model-spellings.ts';
import type { ModelPrice, Rate } from './parse-price.ts';
import { providerOf } from './provider-names.ts';
import { serviceTierOf, tokenCost } from './token-cost.ts';

/** What of a span decides its cost. */
export interface PricedSpan {
  readonly model: string | undefined;
  readonly provider: string | undefined;
  readonly tokens: TokenUsage | undefined;
  readonly serviceTier: string | undefined;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
}

/**
 * What a span cost by its tokens, naming the price; undefined for an unknown model or tokens that don't tell. The workspace's
 * own price comes before the table's, whatever the service tier: it says what is really paid.
 */
export function priceSpan(span: PricedSpan, overrides: readonly PriceOverride[]): SpanCost | undefined {
  const { model, provider, tokens } = span;
  if (model === undefined || !tokens) return undefined;
  const override = overrides.length === 0 ? undefined : findOverride(overrides, model, provider);
  if (override) {
    const cost = tokenCost(overridePrice(override), {
      tokens,
      startedAt: span.startedAt,
      serviceTier: undefined,
    });
    const label = `override@${override.revision}#${override.model}`;
    return cost && { ...cost, price: label };
  }
  const listed = findModel(model, provider);
  const cost = listed && tokenCost(listed.price, { ...span, tokens });
  if (!cost) return undefined;
  const tier = serviceTierOf(span.serviceTier);
  return { ...cost, price: tier === undefined ? listed.label : `${listed.label}+${tier}` };
}

/** Those of the overrides that may price a span of one of these models. */
export function overridesFor(
  models: readonly string[],
  overrides: readonly PriceOverride[],
): readonly PriceOverride[] {
  if (overrides.length === 0) return overrides;
  const names = new Set(models.flatMap(namesOf));
  return overrides.filter(({ model }) => names.has(model.toLowerCase()));
}

/** The exact name first, then the other spellings; one for this provider before one for any. */
function findOverride(
  overrides: readonly PriceOverride[],
  model: string,
  provider: string | undefined,
): PriceOverride | undefined {
  const seller = provider === undefined ? undefined : sellerOf(provider);
  for (const name of namesOf(model)) {
    const named = overrides.filter((override) => override.model.toLowerCase() === name);
    const own = named.find(
      (override) => override.provider !== undefined && sellerOf(override.provider) === seller,
    );
    const found = own ?? named.find((override) => override.provider === undefined);
    if (found) return found;
  }
  return undefined;
}

/** With and without the path before it: `openai/gpt-4o` is also `gpt-4o`. */
function namesOf(model: string): readonly string[] {
  const slash = model.lastIndexOf('/');
  return slash === -1
    ? modelSpellings(model)
    : [...modelSpellings(model), ...modelSpellings(model.slice(slash + 1))];
}

function sellerOf(provider: string): string {
  return providerOf(provider) ?? provider.toLowerCase();
}

function overridePrice({ rates }: PriceOverride): ModelPrice {
  const plain: Partial<Record<(typeof TOKEN_RATES)[number], Rate>> = {};
  for (const kind of TOKEN_RATES) {
    const base = rates[kind];
    if (base !== undefined) plain[kind] = { base: Number(base), tiers: [] };
  }
  return { periods: [{ from: undefined, daily: undefined, rates: plain }], serviceTiers: new Map() };
}
