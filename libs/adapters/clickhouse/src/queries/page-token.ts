import { Rejected } from '@millrace/domain';
import { createHash } from 'node:crypto';

/** Opaque to clients: where a page ended, and a mark of the search it belongs to. */
export function encodePageToken(mark: string, values: readonly string[]): string {
  return Buffer.from(JSON.stringify([mark, ...values])).toString('base64url');
}

/** Throws Rejected for a token of another search, or none at all. */
export function decodePageToken(token: string, mark: string, count: number): string[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
  } catch {
    parsed = undefined;
  }
  if (!Array.isArray(parsed) || !parsed.every((part) => typeof part === 'string')) {
    throw new Rejected('the page token is not one that this server gave; leave it out to begin anew');
  }
  const [given, ...values] = parsed;
  if (given !== mark || values.length !== count) {
    throw new Rejected('the page token belongs to another search; leave it out to begin anew');
  }
  return values;
}

/** The same for the same question, whatever the page. */
export function searchMark(question: unknown): string {
  const text = JSON.stringify(question, (_, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
  return createHash('sha256').update(text).digest('base64url').slice(0, 12);
}
