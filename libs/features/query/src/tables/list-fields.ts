import { Rejected } from '@millrace/domain';
import { z } from 'zod';
import { formatField } from './result-formats.ts';

const MOST_OF_PAGE = 500;
/** What can be sorted within the memory of a query. */
const MOST_ROWS = 10_000;

/** Fields that every list has: it answers a page in JSON, or in another format all that it finds as a table. */
export function listFields(usualLimit: number) {
  return {
    format: formatField
      .optional()
      .describe(
        'Other formats than json hold all that is found, as a table (docs/sql.md); else by the Accept header',
      ),
    limit: z.coerce
      .number()
      .int()
      .min(1)
      .max(MOST_ROWS)
      .optional()
      .describe(
        `Of a page in JSON ${usualLimit} unless said, ${MOST_OF_PAGE} at most. A table has the first ones of the list's order, or without it all in no order`,
      ),
    page_token: z.string().optional().describe('next_page_token of the page before; tables have no pages'),
  };
}

interface ListFields {
  readonly limit?: number | undefined;
  readonly page_token?: string | undefined;
}

/** The page that is asked for. Throws Rejected for one too large. */
export function pageOf(
  { limit, page_token: after }: ListFields,
  usualLimit: number,
): { readonly limit: number; readonly after?: string } {
  if (limit !== undefined && limit > MOST_OF_PAGE) {
    throw new Rejected(`limit: a page in JSON has at most ${MOST_OF_PAGE}; take another format, or pages`);
  }
  return { limit: limit ?? usualLimit, ...(after !== undefined && { after }) };
}

/** The rows of a table that are asked for. Throws Rejected for a page of it. */
export function rowsOf({ limit, page_token: after }: ListFields): { readonly limit?: number } {
  if (after !== undefined) {
    throw new Rejected('page_token: only JSON comes in pages; in other formats a list is whole');
  }
  return limit === undefined ? {} : { limit };
}
