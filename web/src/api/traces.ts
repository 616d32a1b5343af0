import { queryOptions } from '@tanstack/react-query';
import type { Traffic } from '../app/use-traffic.ts';
import { api, dataOf, type Schemas } from './client.ts';

export type Trace = Schemas['Trace'];

export const tracesQuery = ({ experimentId, search, filter, bounds }: Traffic) =>
  queryOptions({
    queryKey: ['traces', experimentId, search],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/v1/traces', {
          params: { query: { experiment_id: [experimentId], filter, ...bounds() } },
          signal,
        }),
      ),
  });
