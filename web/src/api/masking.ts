import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from './client.ts';

/** What is never stored of an experiment. */
export const maskingRulesQuery = (experimentId: string) =>
  queryOptions({
    queryKey: ['experiments', experimentId, 'masking-rules'],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/v1/experiments/{id}/masking-rules', { params: { path: { id: experimentId } }, signal }),
      ),
  });

/** How often each rule masked something in the last week. */
export const maskingCountsQuery = (experimentId: string) =>
  queryOptions({
    queryKey: ['experiments', experimentId, 'masking-counts'],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/v1/masking-counts', { params: { query: { experiment_id: experimentId } }, signal }),
      ),
  });
