import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from './client.ts';

export type LoggedModel = Schemas['LoggedModel'];

const PAGE = 100;

/** Versions of an experiment's application, the newest first. */
export const loggedModelsQuery = (experimentId: string, filter: string) =>
  infiniteQueryOptions({
    queryKey: ['logged-models', experimentId, 'list', filter],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      dataOf(
        api.GET('/api/v1/logged-models', {
          params: {
            query: {
              experiment_id: experimentId,
              limit: PAGE,
              ...(filter !== '' && { filter }),
              ...(pageParam !== '' && { page_token: pageParam }),
            },
          },
          signal,
        }),
      ),
    getNextPageParam: ({ next_page_token: token }) => token,
  });

export const loggedModelQuery = (id: string) =>
  queryOptions({
    queryKey: ['logged-models', 'one', id],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/logged-models/{id}', { params: { path: { id } }, signal })),
  });

export async function deleteLoggedModel(id: string): Promise<void> {
  await dataOf(api.DELETE('/api/v1/logged-models/{id}', { params: { path: { id } } }));
}
