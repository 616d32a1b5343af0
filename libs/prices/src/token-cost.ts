import { LARGEST_COST, type Cost, type TokenRate, type TokenUsage } from '@millrace/domain';
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
/** A kind of token without a price of its own costs as this one does. */
const PLAIN: Readonly<Partial<Record<TokenRate, TokenRate>>> = {
  cacheRead: 'input',
  cacheWrite: 'input',
  inputAudio: 'input',
  reasoning: 'output',
  outputAudio: 'output',
};
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
  const tier = word?.trim().toLowerCase() ?? '';
  return STANDARD_TIERS.has(tier) ? undefined : (SAME_TIER.get(tier) ?? tier);
}

/** What the call cost; undefined when a count or a price that it depends on is not known. */
export function tokenCost(price: ModelPrice, call: PricedCall): Cost | undefined {
  const rates = ratesOf(price, call);
  return rates && costAt(rates, call.tokens);
}

function ratesOf({ periods, serviceTiers }: ModelPrice, call: PricedCall): Rates | undefined {
  const standard = periods.findLast((period) => holds(period, call.startedAt))?.rates;
  const tier = serviceTierOf(call.serviceTier);
  if (tier === undefined || !standard) return standard;
  const special = serviceTiers.get(tier);
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
  const { output: outputRate } = rates;
  const isOutputFree = outputRate === undefined || (outputRate.base === 0n && outputRate.tiers.length === 0);
  if (tokens.input === undefined || (tokens.output === undefined && !isOutputFree)) return undefined;
  const { input, cacheRead = 0, cacheWrite = 0, inputAudio = 0 } = tokens;
  const length = input + cacheRead + cacheWrite + inputAudio;
  let isKnown = true;
  const costOf = (kind: TokenRate, count: number | undefined): bigint => {
    if (!count) return 0n;
    const rate = rates[kind] ?? rates[PLAIN[kind] ?? kind];
    if (!rate) isKnown = false;
    return rate ? BigInt(count) * priceAt(rate, length) : 0n;
  };
  const inputCost = costOf('input', input) + costOf('inputAudio', inputAudio);
  const cache = costOf('cacheRead', cacheRead) + costOf('cacheWrite', cacheWrite);
  const output =
    costOf('output', tokens.output) +
    costOf('reasoning', tokens.reasoning) +
    costOf('outputAudio', tokens.outputAudio);
  const total = inputCost + cache + output;
  return isKnown && total <= LARGEST_COST ? { input: inputCost, cache, output, total } : undefined;
}

function priceAt({ base, tiers }: Rate, length: number): bigint {
  let price = base;
  for (const tier of tiers) if (length > tier.above) price = tier.price;
  return price;
}
