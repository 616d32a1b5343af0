import { z } from 'zod';
import { formatField } from '../tables/result-formats.ts';

const MAX_QUERY_LENGTH = 100_000;
const MAX_ROWS = 1_000_000;
const NAME = /^[A-Za-z_]\w{0,99}$/;

const parameter = z.union([z.string(), z.number(), z.boolean()]).transform(String);

/** The body of `POST /api/v1/sql`. */
export const sqlRequest = z.strictObject({
  query: z
    .string()
    .min(1)
    .max(MAX_QUERY_LENGTH)
    .describe('One SELECT in the SQL of ClickHouse over the views traces, spans and assessments'),
  parameters: z
    .record(z.string().regex(NAME, 'is not a name'), parameter)
    .default({})
    .describe('Values of the {name:Type} places of the query'),
  format: formatField.optional().describe('Else by the Accept header; JSON by default'),
  max_rows: z
    .int()
    .min(1)
    .max(MAX_ROWS)
    .default(10_000)
    .describe('Rows after it are left out; of a UNION it holds for each part'),
});
export type SqlRequest = z.output<typeof sqlRequest>;
