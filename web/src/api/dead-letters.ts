import { queryOptions } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from './client.ts';

export type DeadLetter = Schemas['DeadLetter'];

/** As many as one replay may name. */
const LISTED = 500;

/** The newest records of the log that can't be stored. */
export const deadLettersQuery = queryOptions({
  queryKey: ['dead-letters'],
  queryFn: ({ signal }) =>
    dataOf(api.GET('/api/v1/dead-letters', { params: { query: { limit: LISTED } }, signal })),
});
