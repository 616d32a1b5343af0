import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from './client.ts';

const LISTED = 30;

/** The latest traces of an experiment, to choose one of. */
export const recentTracesQuery = (experimentId: string) =>
  queryOptions({
    queryKey: ['traces', 'recent', experimentId],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/v1/traces', {
          params: { query: { experiment_id: experimentId, limit: LISTED } },
          signal,
        }),
      ),
  });
