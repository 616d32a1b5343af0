import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.ts';
import { Problem } from '../../api/problem.ts';

/** A range without traces: the server reads the filter and little else. */
const NO_TIME = { from: '2000-01-01T00:00:00Z', to: '2000-01-01T00:00:01Z' };

/** What the server says is wrong with a filter; `''` for one that it takes. Fails where it could not be asked. */
export const filterFaultQuery = (experimentId: string, filter: string) =>
  queryOptions({
    queryKey: ['filter-fault', experimentId, filter],
    staleTime: Infinity,
    queryFn: async ({ signal }): Promise<string> => {
      const query = { experiment_id: [experimentId], filter, limit: 1, ...NO_TIME };
      try {
        await dataOf(api.GET('/api/v1/traces', { params: { query }, signal }));
        return '';
      } catch (error) {
        if (error instanceof Problem && error.status === 400) return error.message;
        throw error;
      }
    },
  });
