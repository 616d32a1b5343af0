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

/** Throws Rejected for a token that is none, or one of another search. */
export function decodePageToken(search: unknown, text: string, valueCount: number): PagePosition {
  const token = parseToken(text);
  if (!token || token.v.length !== valueCount) {
    throw new Rejected('the page token is damaged: begin again without a token');
  }
  if (token.s !== fingerprint(search)) {
    throw new Rejected('the page token belongs to another search: begin again without a token');
  }
  return { values: token.v, traceId: token.t };
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
