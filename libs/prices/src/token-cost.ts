import { LARGEST_COST, type Cost, type TokenUsage } from '@millrace/domain';
import type { ModelPrice, PricePeriod, Rate, Rates } from './parse-price.ts';

/** Words for the tier that everyone gets. */
const STANDARD_TIERS: ReadonlySet<string> = new Set([
  '',
  'default',
  'auto',
  'standard',
  'standard_only',
  'on_demand',
  'scale',
]);
const SAME_TIER: ReadonlyMap<string, string> = new Map([
  ['batches', 'batch'],
  ['batch_api', 'batch'],
]);
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** What decides the price besides the model. */
export interface PricedCall {
  readonly tokens: TokenUsage;
  /** In milliseconds since the epoch: prices change. */
  readonly startedAt: number;
  readonly serviceTier: string | undefined;
}

/** The service tier that `word` means, in the table's words; undefined for the standard one. */
export function serviceTierOf(word: string | undefined): string | undefined {
  if (word === undefined) return undefined;
  const tier = word.trim().toLowerCase();
  return STANDARD_TIERS.has(tier) ? undefined : (SAME_TIER.get(tier) ?? tier);
}

/** What the call cost; undefined when a count or a price that it depends on is not known. */
export function tokenCost(price: ModelPrice, call: PricedCall): Cost | undefined {
  const rates = ratesOf(price, call);
  return rates && costAt(rates, call.tokens);
}

/** What everyone pays at a time; undefined where no price holds. */
export function ratesAt({ periods }: ModelPrice, at: number): Rates | undefined {
  return periods.findLast((period) => holds(period, at))?.rates;
}

function ratesOf(price: ModelPrice, call: PricedCall): Rates | undefined {
  const standard = ratesAt(price, call.startedAt);
  const tier = serviceTierOf(call.serviceTier);
  if (tier === undefined || !standard) return standard;
  const special = price.serviceTiers.get(tier);
  return special && holds(special, call.startedAt) ? { ...standard, ...special.rates } : undefined;
}

function holds({ from, daily }: PricePeriod, at: number): boolean {
  if (from !== undefined) return at >= from;
  if (!daily) return true;
  const minute = Math.floor((((at % DAY_MS) + DAY_MS) % DAY_MS) / MINUTE_MS);
  const [begin, end] = daily;
  return begin <= end ? minute >= begin && minute < end : minute >= begin || minute < end;
}

/** Without a count of input or output nothing is known, but for a model whose output costs nothing (embeddings). */
function costAt(rates: Rates, tokens: TokenUsage): Cost | undefined {
  const { input: inputRate, output: outputRate } = rates;
  const {
    input,
    output,
    cacheRead = 0,
    cacheWrite = 0,
    reasoning = 0,
    inputAudio = 0,
    outputAudio = 0,
  } = tokens;
  const isOutputFree = outputRate === undefined || (outputRate.base === 0 && outputRate.tiers.length === 0);
  if (input === undefined || (output === undefined && !isOutputFree)) return undefined;
  const length = input + cacheRead + cacheWrite + inputAudio;
  const inputCost = plus(
    partCost(inputRate, input, length),
    partCost(rates.inputAudio ?? inputRate, inputAudio, length),
  );
  const cache = plus(
    partCost(rates.cacheRead ?? inputRate, cacheRead, length),
    partCost(rates.cacheWrite ?? inputRate, cacheWrite, length),
  );
  const outputCost = plus(
    plus(
      partCost(outputRate, output ?? 0, length),
      partCost(rates.reasoning ?? outputRate, reasoning, length),
    ),
    partCost(rates.outputAudio ?? outputRate, outputAudio, length),
  );
  const total = plus(plus(inputCost, cache), outputCost);
  if (total === undefined || total > LARGEST_COST) return undefined;
  return {
    input: BigInt(inputCost ?? 0),
    cache: BigInt(cache ?? 0),
    output: BigInt(outputCost ?? 0),
    total: BigInt(total),
  };
}

/** A number as long as it is exact, which is faster. */
type Amount = number | bigint;

/** Undefined where there are tokens without a price. */
function partCost(rate: Rate | undefined, count: number, length: number): Amount | undefined {
  if (count === 0) return 0;
  if (!rate) return undefined;
  const price = priceAt(rate, length);
  const cost = count * price;
  return Number.isSafeInteger(cost) ? cost : BigInt(count) * BigInt(price);
}

function plus(a: Amount | undefined, b: Amount | undefined): Amount | undefined {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    return Number.isSafeInteger(sum) ? sum : BigInt(a) + BigInt(b);
  }
  return a === undefined || b === undefined ? undefined : BigInt(a) + BigInt(b);
}

function priceAt({ base, tiers }: Rate, length: number): number {
  let price = base;
  for (const tier of tiers) if (length > tier.above) price = tier.price;
  return price;
}
