import { createHash } from 'node:crypto';
import { Rejected } from '@millrace/domain';
import type { OrderValue } from './search-order.ts';

/** Where a page ended, bound to the search it belongs to. */
export function encodePageToken(values: readonly OrderValue[], search: unknown): string {
  return Buffer.from(JSON.stringify({ s: fingerprint(search), v: values })).toString('base64url');
}

/** Throws Rejected for a text that is no token of this search with `length` values. */
export function decodePageToken(token: string, search: unknown, length: number): OrderValue[] {
  const values = readValues(token, fingerprint(search));
  if (values?.length === length) return values;
  throw new Rejected('Invalid page token: use the next_page_token of the same search, or start without one.');
}

function readValues(token: string, expected: string): OrderValue[] | undefined {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
    if (typeof parsed !== 'object' || parsed === null) return undefined;
    const values: unknown = Reflect.get(parsed, 'v');
    return Reflect.get(parsed, 's') === expected && areOrderValues(values) ? values : undefined;
  } catch {
    return undefined;
  }
}

function areOrderValues(values: unknown): values is OrderValue[] {
  return Array.isArray(values) && values.every((value) => value === null || typeof value === 'string');
}

function fingerprint(search: unknown): string {
  return createHash('sha256').update(JSON.stringify(search)).digest('base64url').slice(0, 12);
}
