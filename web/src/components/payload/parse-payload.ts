/** A value of a payload; whole numbers too large for a number are bigints. */
export type PayloadValue =
  | string
  | number
  | bigint
  | boolean
  | null
  | readonly PayloadValue[]
  | { readonly [key: string]: PayloadValue };

export type PayloadObject = { readonly [key: string]: PayloadValue };

/** Longer texts are shown as they are: reading them would hold up the page. */
export const MOST_PARSED = 2_000_000;
const LONG_NUMBER = /\d{16}/;

/** The value of a JSON text, or the text itself where it is none. */
export function parsePayload(text: string): PayloadValue {
  if (text.length > MOST_PARSED || !/^\s*[[{"\d\-tfn]/.test(text)) return text;
  try {
    return LONG_NUMBER.test(text) ? parseExactly(text) : (JSON.parse(text) as PayloadValue);
  } catch {
    return text;
  }
}

export function isObject(value: PayloadValue | undefined): value is PayloadObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isList(value: PayloadValue | undefined): value is readonly PayloadValue[] {
  return Array.isArray(value);
}

/** The first of the keys that holds a text that is not empty. */
export function textAt(object: PayloadObject, ...keys: readonly string[]): string | undefined {
  return keys
    .map((key) => object[key])
    .find((value): value is string => typeof value === 'string' && value !== '');
}

/** For people: indented JSON, or a text as it is. */
export function payloadText(value: PayloadValue): string {
  if (typeof value === 'string') return value;
  return JSON.stringify(value, (_, each: unknown) => (typeof each === 'bigint' ? String(each) : each), 2);
}

type ReviverContext = { readonly source?: string };

function parseExactly(text: string): PayloadValue {
  const revive = (_: string, value: unknown, context?: ReviverContext): unknown => {
    const isInexact = typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value);
    return isInexact && /^-?\d+$/.test(context?.source ?? '') ? BigInt(context?.source ?? 0) : value;
  };
  return JSON.parse(text, revive) as PayloadValue;
}
