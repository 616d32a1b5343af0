const PICO_DIGITS = 12;
const PICOS = 10n ** BigInt(PICO_DIGITS);
const DECIMAL = /^(\d{1,12})(?:\.(\d*))?$/;
/** From here on nobody paid it for one span or trace; the columns hold less. */
const LIMIT_DOLLARS = 1_000_000;

/** The largest cost that is kept: a pico-dollar less than a million dollars. */
export const LARGEST_COST = BigInt(LIMIT_DOLLARS) * PICOS - 1n;

/** Pico-dollars as a decimal number of dollars, exact: `0.000123`. */
export function dollarsText(picoDollars: bigint): string {
  const digits = String(picoDollars).padStart(PICO_DIGITS + 1, '0');
  const fraction = digits.slice(-PICO_DIGITS).replace(/0+$/, '');
  const whole = digits.slice(0, -PICO_DIGITS);
  return fraction === '' ? whole : `${whole}.${fraction}`;
}

/** Pico-dollars as a JS number of dollars, as MLflow writes costs. */
export function dollarsNumber(picoDollars: bigint): number {
  return Number(dollarsText(picoDollars));
}

/** Dollars, as a client writes them, to the nearest pico-dollar; a decimal text exactly. Undefined for what can't be a cost. */
export function picoDollars(dollars: unknown): bigint | undefined {
  if (typeof dollars === 'string') {
    const exact = shifted(dollars, PICO_DIGITS);
    if (exact !== undefined) return exact <= LARGEST_COST ? exact : undefined;
    if (dollars.trim() === '') return undefined;
  }
  const number = typeof dollars === 'bigint' || typeof dollars === 'string' ? Number(dollars) : dollars;
  if (typeof number !== 'number' || !(number >= 0 && number < LIMIT_DOLLARS)) return undefined;
  return shifted(number.toFixed(PICO_DIGITS), PICO_DIGITS);
}

/** A decimal number of dollars per million tokens as pico-dollars per token; undefined when it is none or too fine. */
export function picoDollarsPerToken(dollarsPerMillion: string): bigint | undefined {
  return shifted(dollarsPerMillion, 6);
}

function shifted(decimal: string, places: number): bigint | undefined {
  const [, whole, fraction = ''] = DECIMAL.exec(decimal) ?? [];
  if (whole === undefined) return undefined;
  const kept = fraction.replace(/0+$/, '');
  return kept.length > places ? undefined : BigInt(whole + kept.padEnd(places, '0'));
}
