import { queryOptions } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from './client.ts';

export type ForwardingTarget = Schemas['ForwardingTarget'];

const ASKED_EVERY_MS = 10_000;

export const forwardingTargetsQuery = queryOptions({
  queryKey: ['forwarding'],
  queryFn: ({ signal }) => dataOf(api.GET('/api/v1/forwarding-targets', { signal })),
  refetchInterval: ASKED_EVERY_MS,
});
