import { Rejected } from '@millrace/domain';

/** A value of the row that a page ended with. */
export type PageValue = string | number;

/** Where a page ended; `search` tells searches apart. */
export function encodePageToken(search: readonly unknown[], values: readonly PageValue[]): string {
  return Buffer.from(JSON.stringify([search, values])).toString('base64url');
}

/** Throws Rejected for a text that is no token of this search with values like those of `shape`. */
export function decodePageToken<Shape extends readonly PageValue[]>(
  token: string,
  search: readonly unknown[],
  shape: Shape,
): Shape {
  const values = readValues(token, search);
  const fits =
    values?.length === shape.length && values.every((value, index) => typeof value === typeof shape[index]);
  if (!fits) {
    throw new Rejected(
      'Invalid page token: use the next_page_token of the same search, or start without one.',
    );
  }
  return values as unknown as Shape;
}

function readValues(token: string, search: readonly unknown[]): readonly unknown[] | undefined {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
    if (!Array.isArray(parsed)) return undefined;
    const [owner, values]: readonly unknown[] = parsed;
    return JSON.stringify(owner) === JSON.stringify(search) && Array.isArray(values) ? values : undefined;
  } catch {
    return undefined;
  }
}
