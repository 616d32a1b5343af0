import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from './client.ts';

/** A side of a comparison that a form offers. */
export interface ComparableSide {
  readonly value: string;
  readonly label: string;
}

const LISTED = 50;
/** Of each prompt the latest ones. */
const VERSIONS = 10;

export const comparablePromptsQuery = queryOptions({
  queryKey: ['prompts', 'comparable'],
  queryFn: async ({ signal }): Promise<ComparableSide[]> => {
    const { prompts } = await dataOf(
      api.GET('/api/v1/prompts', {
        params: { query: { limit: LISTED, order_by: 'last_updated_timestamp DESC' } },
        signal,
      }),
    );
    return prompts.flatMap(({ name, latest_version: latest }) => {
      const last = latest?.version ?? 0;
      return Array.from({ length: Math.min(last, VERSIONS) }, (_, back) => ({
        value: `prompt:${name}/${last - back}`,
        label: `${name}, version ${last - back}`,
      }));
    });
  },
});

export const comparableModelsQuery = (experimentId: string) =>
  queryOptions({
    queryKey: ['logged-models', 'comparable', experimentId],
    queryFn: async ({ signal }): Promise<ComparableSide[]> => {
      const { models } = await dataOf(
        api.GET('/api/v1/logged-models', {
          params: { query: { experiment_id: experimentId, limit: LISTED } },
          signal,
        }),
      );
      return models.map(({ model_id: id, name }) => ({ value: `model:${id}`, label: name }));
    },
  });
