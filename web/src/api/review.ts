import { queryOptions } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from './client.ts';

export type ReviewQueue = Schemas['ReviewQueue'];
export type ReviewItem = Schemas['ReviewItem'];
export type LabelSchema = Schemas['LabelSchema'];

const LISTED = 100;

export const reviewQueuesQuery = (experimentId: string) =>
  queryOptions({
    queryKey: ['review-queues', 'list', experimentId],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/v1/review-queues', {
          params: { query: { experiment_id: experimentId, limit: LISTED } },
          signal,
        }),
      ),
  });

export const reviewQueueQuery = (id: string) =>
  queryOptions({
    queryKey: ['review-queues', id],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/review-queues/{queue_id}', { params: { path: { queue_id: id } }, signal })),
  });

/** Traces of a queue that nobody has answered for yet. */
export const pendingItemsQuery = (id: string) =>
  queryOptions({
    queryKey: ['review-queues', id, 'pending'],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/v1/review-queues/{queue_id}/items', {
          params: { path: { queue_id: id }, query: { status: 'pending', limit: LISTED } },
          signal,
        }),
      ),
  });

export const labelSchemasQuery = (experimentId: string) =>
  queryOptions({
    queryKey: ['label-schemas', experimentId],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/v1/label-schemas', {
          params: { query: { experiment_id: experimentId, limit: LISTED } },
          signal,
        }),
      ),
  });
