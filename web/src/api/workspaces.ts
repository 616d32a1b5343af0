import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from './client.ts';

export const workspacesQuery = queryOptions({
  queryKey: ['workspaces'],
  queryFn: ({ signal }) => dataOf(api.GET('/api/v1/workspaces', { signal })),
});
