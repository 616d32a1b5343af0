import { queryOptions } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from './client.ts';

export type GatewaySecret = Schemas['GatewaySecret'];
export type GatewayModel = Schemas['GatewayModel'];
export type GatewayEndpoint = Schemas['GatewayEndpoint'];

/** Keys of providers; what is secret in them is masked. */
export const secretsQuery = queryOptions({
  queryKey: ['gateway', 'secrets'],
  queryFn: ({ signal }) => dataOf(api.GET('/api/v1/gateway/secrets', { signal })),
});

export const modelsQuery = queryOptions({
  queryKey: ['gateway', 'models'],
  queryFn: ({ signal }) => dataOf(api.GET('/api/v1/gateway/models', { signal })),
});

export const endpointsQuery = queryOptions({
  queryKey: ['gateway', 'endpoints'],
  queryFn: ({ signal }) => dataOf(api.GET('/api/v1/gateway/endpoints', { signal })),
});
