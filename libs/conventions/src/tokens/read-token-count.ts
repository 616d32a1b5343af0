import type { AttributeValue } from '@millrace/domain';

/** No call comes near it, and a count up to it fits an unsigned 32-bit column. */
const MAX_TOKENS = 0xffff_ffff;
const DIGITS = /^\s*\d{1,10}\s*$/;

/** A count of tokens, sent as an integer, a whole double or digits; undefined for anything that can't be one. */
export function readTokenCount(value: AttributeValue): number | undefined {
  const count =
    typeof value === 'bigint' || typeof value === 'number'
      ? Number(value)
      : typeof value === 'string' && DIGITS.test(value)
        ? Number(value)
        : -1;
  return Number.isInteger(count) && count >= 0 && count <= MAX_TOKENS ? count : undefined;
}
