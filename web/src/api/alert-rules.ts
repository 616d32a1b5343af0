import { queryOptions } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from './client.ts';

export type AlertRule = Schemas['AlertRule'];

const LISTED = 200;
const CHECKED_EVERY_MS = 15_000;

export const alertRulesQuery = queryOptions({
  queryKey: ['alert-rules', 'list'],
  queryFn: ({ signal }) =>
    dataOf(api.GET('/api/v1/alert-rules', { params: { query: { limit: LISTED } }, signal })),
  refetchInterval: CHECKED_EVERY_MS,
});

export const alertHistoryQuery = (id: string) =>
  queryOptions({
    queryKey: ['alert-rules', id, 'history'],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/alert-rules/{id}/history', { params: { path: { id } }, signal })),
  });
