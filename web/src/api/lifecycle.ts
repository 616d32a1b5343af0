import { queryOptions } from '@tanstack/react-query';
import { api, bytesOf, dataOf, type Schemas } from './client.ts';

export type Erasure = Schemas['Erasure'];
export type LegalHold = Schemas['LegalHold'];
export type Removal = Schemas['Removal'];

/** As many as are shown; the rest is asked for by the API. */
const LISTED = 100;
const WHILE_RUNNING_MS = 2_000;

export const retentionQuery = queryOptions({
  queryKey: ['retention'],
  queryFn: ({ signal }) => dataOf(api.GET('/api/v1/retention', { signal })),
});

export const removalsQuery = queryOptions({
  queryKey: ['removals'],
  queryFn: ({ signal }) =>
    dataOf(api.GET('/api/v1/retention/removals', { params: { query: { limit: LISTED } }, signal })),
});

/** Those in force, then those that were lifted. */
export const holdsQuery = queryOptions({
  queryKey: ['legal-holds'],
  queryFn: ({ signal }) =>
    dataOf(api.GET('/api/v1/legal-holds', { params: { query: { lifted: 'true' } }, signal })),
});

/** Read again while one is under way. */
export const erasuresQuery = queryOptions({
  queryKey: ['erasures'],
  queryFn: ({ signal }) =>
    dataOf(api.GET('/api/v1/erasures', { params: { query: { limit: LISTED } }, signal })),
  refetchInterval: ({ state }) => (state.data?.erasures.some(isUnderWay) === true ? WHILE_RUNNING_MS : false),
});

export function isUnderWay({ state }: Pick<Erasure, 'state'>): boolean {
  return state === 'waiting' || state === 'running';
}

/** The proof as the server writes it. */
export function readProof(erasureId: string): Promise<Blob> {
  return bytesOf(
    api.GET('/api/v1/erasures/{erasure_id}/proof', {
      params: { path: { erasure_id: erasureId } },
      parseAs: 'blob',
    }),
  );
}
