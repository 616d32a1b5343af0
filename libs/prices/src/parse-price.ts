import { picoDollarsPerToken, type TokenRate } from '@millrace/domain';

/** What a token costs, by the length of the whole input: the highest threshold that is passed counts, for all tokens. */
export interface Rate {
  /** Pico-dollars per token: below 10^12, so a JS number holds it. */
  readonly base: number;
  readonly tiers: readonly { readonly above: number; readonly price: number }[];
}

export type Rates = Readonly<Partial<Record<TokenRate, Rate>>>;

/** Rates and when they hold; without a limit they hold always. */
export interface PricePeriod {
  /** Milliseconds since the epoch. */
  readonly from: number | undefined;
  /** Minutes of the day, UTC: from, and until. */
  readonly daily: readonly [number, number] | undefined;
  readonly rates: Rates;
}

export interface ModelPrice {
  /** Of those that hold the last one counts. */
  readonly periods: readonly PricePeriod[];
  /** By service tier (`batch`, `flex`, `priority`, `fast`): what differs from the period's rates. */
  readonly serviceTiers: ReadonlyMap<string, PricePeriod>;
}

const LETTERS: ReadonlyMap<string, TokenRate> = new Map([
  ['i', 'input'],
  ['r', 'cacheRead'],
  ['w', 'cacheWrite'],
  ['o', 'output'],
  ['t', 'reasoning'],
  ['a', 'inputAudio'],
  ['A', 'outputAudio'],
]);
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const HOURS = /^(\d{2}):(\d{2})-(\d{2}):(\d{2})$/;

/**
 * Reads the text of a price: periods between `;`, then service tiers after `|`, each with its name. A period is its limit
 * (`@2026-10-19` or `@16:30-00:30`), if it has one, and its rates: a letter, dollars per million tokens, `>200000:5` for each
 * tier. Throws SyntaxError for what the generator never writes.
 */
export function parsePrice(text: string): ModelPrice {
  const [standard = '', ...tiers] = text.split('|');
  return {
    periods: standard.split(';').map((period) => parsePeriod(period.split(' '))),
    serviceTiers: new Map(
      tiers.map((tier) => {
        const [name = '', ...words] = tier.split(' ');
        return [name, parsePeriod(words)];
      }),
    ),
  };
}

function parsePeriod(words: readonly string[]): PricePeriod {
  const [first = ''] = words;
  const limit = first.startsWith('@') ? first.slice(1) : undefined;
  const rates: Partial<Record<TokenRate, Rate>> = {};
  for (const word of limit === undefined ? words : words.slice(1)) {
    const rate = LETTERS.get(word.charAt(0));
    if (rate === undefined) throw new SyntaxError(`'${word}' is no rate`);
    rates[rate] = parseRate(word.slice(1));
  }
  return {
    from: limit !== undefined && DAY.test(limit) ? Date.parse(limit) : undefined,
    daily: hoursOf(limit),
    rates,
  };
}

function hoursOf(limit: string | undefined): readonly [number, number] | undefined {
  if (limit === undefined || DAY.test(limit)) return undefined;
  const hours = HOURS.exec(limit);
  if (!hours) throw new SyntaxError(`'${limit}' is neither a day nor hours of the day`);
  const [fromHour = 0, fromMinute = 0, toHour = 0, toMinute = 0] = hours.slice(1).map(Number);
  return [fromHour * 60 + fromMinute, toHour * 60 + toMinute];
}

function parseRate(text: string): Rate {
  const [base = '', ...tiers] = text.split('>');
  return {
    base: priceOf(base),
    tiers: tiers.map((tier) => {
      const [above = '', price = ''] = tier.split(':');
      return { above: Number(above), price: priceOf(price) };
    }),
  };
}

function priceOf(text: string): number {
  const price = picoDollarsPerToken(text);
  if (price === undefined) throw new SyntaxError(`'${text}' is no price`);
  return Number(price);
}
