import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from './client.ts';
import { DEFAULT_MODEL } from './default-model.ts';

/** Names of models that the workspace has set up: endpoints of the gateway first, then models of providers. */
export const modelNamesQuery = queryOptions({
  queryKey: ['models', 'names'],
  queryFn: async ({ signal }) => {
    const [{ endpoints }, { models }] = await Promise.all([
      dataOf(api.GET('/api/v1/gateway/endpoints', { signal })),
      dataOf(api.GET('/api/v1/gateway/models', { signal })),
    ]);
    const names = [
      ...endpoints.map(({ name }) => `gateway:/${name}`),
      ...models.map(({ provider, model }) => `${provider}:/${model}`),
      DEFAULT_MODEL,
    ];
    return [...new Set(names)];
  },
});
