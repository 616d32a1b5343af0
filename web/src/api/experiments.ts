import { queryOptions } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from './client.ts';

export type Experiment = Schemas['Experiment'];

/** As many as are listed at once; who has more searches by name. */
const LISTED = 200;

export const experimentsQuery = (name = '') =>
  queryOptions({
    queryKey: ['experiments', 'list', name],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/v1/experiments', {
          params: {
            query: { limit: LISTED, ...(name !== '' && { filter: `name ILIKE '%${escapeLike(name)}%'` }) },
          },
          signal,
        }),
      ),
  });

export const experimentQuery = (experimentId: string) =>
  queryOptions({
    queryKey: ['experiments', experimentId],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/v1/experiments/{experiment_id}', {
          params: { path: { experiment_id: experimentId } },
          signal,
        }),
      ),
  });

function escapeLike(text: string): string {
  return text.replaceAll("'", "''");
}

export const experimentsInStageQuery = (stage: 'active' | 'deleted') =>
  queryOptions({
    queryKey: ['experiments', 'stage', stage],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/experiments', { params: { query: { stage, limit: LISTED } }, signal })),
  });

/** Which share of an experiment's traces is kept. */
export const samplingQuery = (experimentId: string) =>
  queryOptions({
    queryKey: ['experiments', experimentId, 'sampling'],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/v1/experiments/{id}/sampling', { params: { path: { id: experimentId } }, signal }),
      ),
  });
