import { TOKEN_RATES, type PriceOverride, type TokenRate } from '@millrace/domain';

/** A price in JSON: pico-dollars as decimal text. */
export interface WirePrice {
  readonly m: string;
  readonly p?: string;
  readonly v: number;
  readonly r: Readonly<Record<string, string>>;
}

export function toWirePrice({ model, provider, revision, rates }: PriceOverride): WirePrice {
  const told = Object.entries(rates).map(([kind, pico]) => [kind, String(pico)]);
  return {
    m: model,
    ...(provider !== undefined && { p: provider }),
    v: revision,
    r: Object.fromEntries(told) as Record<string, string>,
  };
}

export function fromWirePrice({ m: model, p: provider, v: revision, r }: WirePrice): PriceOverride {
  const rates: Partial<Record<TokenRate, bigint>> = {};
  for (const kind of TOKEN_RATES) {
    const pico = r[kind];
    if (pico !== undefined) rates[kind] = BigInt(pico);
  }
  return { model, provider, revision, rates };
}
