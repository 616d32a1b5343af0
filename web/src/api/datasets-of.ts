import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from './client.ts';

const LISTED = 200;

/** Datasets that a form offers. */
export const datasetsOfQuery = (experimentId: string) =>
  queryOptions({
    queryKey: ['datasets', 'of', experimentId],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/v1/datasets', {
          params: { query: { experiment_id: experimentId, limit: LISTED } },
          signal,
        }),
      ),
  });
