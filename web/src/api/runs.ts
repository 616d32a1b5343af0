import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from './client.ts';

export type Run = Schemas['Run'];

/** On the run that an evaluation of the server keeps. */
export const EVALUATION_TAG = 'millrace.evaluation.id';
const PAGE = 100;

/** Runs that a client made, such as `mlflow.genai.evaluate`; those of the server's evaluations are left out. The newest first. */
export const clientRunsQuery = (experimentId: string) =>
  infiniteQueryOptions({
    queryKey: ['runs', 'list', experimentId],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      dataOf(
        api.GET('/api/v1/runs', {
          params: {
            query: {
              experiment_id: experimentId,
              filter: `tags.\`${EVALUATION_TAG}\` IS NULL`,
              order_by: 'start_time DESC',
              limit: PAGE,
              ...(pageParam !== '' && { page_token: pageParam }),
            },
          },
          signal,
        }),
      ),
    getNextPageParam: ({ next_page_token: token }) => token,
  });

export const runQuery = (id: string) =>
  queryOptions({
    queryKey: ['runs', 'one', id],
    queryFn: ({ signal }) => dataOf(api.GET('/api/v1/runs/{id}', { params: { path: { id } }, signal })),
  });

/** Traces that were made in a run or linked to it. */
export const tracesOfRunQuery = (experimentId: string, runId: string) =>
  queryOptions({
    queryKey: ['traces', 'of-run', runId],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/v1/traces', {
          params: {
            query: { experiment_id: experimentId, filter: `run_id = '${runId}'`, limit: PAGE },
          },
          signal,
        }),
      ),
  });
