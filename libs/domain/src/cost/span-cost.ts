/**
 * What a span or a trace cost, in whole pico-dollars (10^-12 US dollars): what a token costs is a whole number of them, so
 * sums never drift. The parts don't overlap; a client may tell a total without them.
 */
export interface Cost {
  /** Input that was neither read from a cache nor written to one. */
  readonly input: bigint;
  /** Input read from a cache or written to one. */
  readonly cache: bigint;
  /** Output with reasoning. */
  readonly output: bigint;
  readonly total: bigint;
}

export interface SpanCost extends Cost {
  /** Which price made it: CLIENT_PRICE, `table@<version>#<provider>/<model>` or `override@<revision>#<model>`. */
  readonly price: string;
}

export interface TraceCost extends Cost {
  /** The prices of its spans, each once. */
  readonly prices: readonly string[];
}

/** The client said itself what it paid. */
export const CLIENT_PRICE = 'client';

/** What a token of each kind costs, in pico-dollars; an absent one costs as its plain kind (cached input as input). */
export type TokenRates = Readonly<Partial<Record<TokenRate, bigint>>>;
export const TOKEN_RATES = [
  'input',
  'cacheRead',
  'cacheWrite',
  'output',
  'reasoning',
  'inputAudio',
  'outputAudio',
] as const;
export type TokenRate = (typeof TOKEN_RATES)[number];

/** A price that a workspace sets for itself. */
export interface PriceOverride {
  /** As a span names it, or its plain form (`gpt-4o` for `openai/gpt-4o-2024-08-06`). */
  readonly model: string;
  /** Only for spans of this provider; absent: of any. */
  readonly provider: string | undefined;
  readonly rates: TokenRates;
  /** Milliseconds since the epoch at which it was set. */
  readonly revision: number;
}
