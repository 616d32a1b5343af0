import { createHash } from 'node:crypto';
import { Rejected } from '@millrace/domain';

/** The last row of a page: its values in the order of the search, and whether it has them. */
export interface PagePosition {
  readonly values: readonly string[];
  readonly traceId: string;
}

interface Token {
  readonly s: string;
  readonly v: readonly string[];
  readonly t: string;
}

/** An opaque token that is of use to the same search only. */
export function encodePageToken(search: unknown, position: PagePosition): string {
  const token: Token = { s: fingerprint(search), v: position.values, t: position.traceId };
  return Buffer.from(JSON.stringify(token)).toString('base64url');
}

/** What a position is of. */
export interface PageShape {
  /** Types of its values in ClickHouse. */
  readonly values: readonly string[];
  /** Form of its id. Absent: any text. */
  readonly id?: RegExp;
}

/** As it is written in hex digits. */
export const TRACE_ID = /^[0-9a-f]{32}$/;
/** Least and greatest; those of times leave room for the nanosecond after. */
const INTEGERS: Readonly<Record<string, readonly [bigint, bigint]>> = {
  UInt8: [0n, 255n],
  UInt32: [0n, 2n ** 32n - 1n],
  UInt64: [0n, 2n ** 64n - 1n],
  Int64: [-(2n ** 63n), 2n ** 63n - 2n],
};
const FORMS: Readonly<Record<string, RegExp>> = {
  'FixedString(8)': /^[0-9a-f]{16}$/,
  'Decimal(38, 12)': /^-?\d{1,26}(\.\d{1,12})?$/,
  String: /^/,
};

/** Throws Rejected for a token that is none, one of another search, or one whose values no row can have. */
export function decodePageToken(search: unknown, text: string, shape: PageShape): PagePosition {
  const token = parseToken(text);
  if (!token || !fits(token, shape)) {
    throw new Rejected('the page token is damaged: begin again without a token');
  }
  if (token.s !== fingerprint(search)) {
    throw new Rejected('the page token belongs to another search: begin again without a token');
  }
  return { values: token.v, traceId: token.t };
}

function fits({ v, t }: Token, { values, id }: PageShape): boolean {
  if (v.length !== values.length || id?.test(t) === false) return false;
  return v.every((value, index) => isOf(values[index] ?? '', value));
}

function isOf(type: string, value: string): boolean {
  const [least, greatest] = INTEGERS[type] ?? [];
  if (least === undefined || greatest === undefined) return FORMS[type]?.test(value) === true;
  return /^-?\d{1,20}$/.test(value) && BigInt(value) >= least && BigInt(value) <= greatest;
}

function parseToken(text: string): Token | undefined {
  try {
    const token = JSON.parse(Buffer.from(text, 'base64url').toString()) as Partial<Token> | null;
    const { s, v, t } = token ?? {};
    const isToken =
      typeof s === 'string' &&
      typeof t === 'string' &&
      Array.isArray(v) &&
      v.every((value) => typeof value === 'string');
    return isToken ? { s, v, t } : undefined;
  } catch {
    return undefined;
  }
}

/** Source ranges are left out: the same filter may be written with other blanks. */
function fingerprint(search: unknown): string {
  const text = JSON.stringify(search, (key, value: unknown) => {
    if (key === 'range') return undefined;
    return typeof value === 'bigint' ? value.toString() : value;
  });
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}
