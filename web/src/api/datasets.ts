import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from './client.ts';

export type Dataset = Schemas['Dataset'];

const LISTED = 200;
const PAGE = 100;

export const datasetsQuery = (experimentId: string) =>
  queryOptions({
    queryKey: ['datasets', 'list', experimentId],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/v1/datasets', {
          params: { query: { experiment_id: experimentId, limit: LISTED } },
          signal,
        }),
      ),
  });

export const datasetQuery = (id: string) =>
  queryOptions({
    queryKey: ['datasets', id],
    queryFn: ({ signal }) => dataOf(api.GET('/api/v1/datasets/{id}', { params: { path: { id } }, signal })),
  });

export const recordsQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['datasets', id, 'records'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      dataOf(
        api.GET('/api/v1/datasets/{id}/records', {
          params: {
            path: { id },
            query: { limit: PAGE, ...(pageParam !== undefined && { page_token: pageParam }) },
          },
          signal,
        }),
      ),
    getNextPageParam: ({ next_page_token: next }) => next,
  });

type RecordPage = Awaited<ReturnType<NonNullable<ReturnType<typeof recordsQuery>['queryFn']>>>;
/** An example: inputs, and what is expected of an application that gets them. */
export type DatasetRecord = Extract<RecordPage, { records: unknown }>['records'][number];
