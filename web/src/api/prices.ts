import { queryOptions } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from './client.ts';

export type ModelPrice = Schemas['ModelPrice'];

/** The workspace's own prices, and the version of the table for all other models. */
export const pricesQuery = queryOptions({
  queryKey: ['prices'],
  queryFn: ({ signal }) => dataOf(api.GET('/api/v1/model-prices', { signal })),
});
