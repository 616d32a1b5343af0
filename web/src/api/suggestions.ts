import { queryOptions } from '@tanstack/react-query';
import type { TimeBounds } from '../app/traffic-search.ts';
import { api, dataOf } from './client.ts';

export interface SuggestionQuestion extends TimeBounds {
  readonly experimentId: string;
  /** As GET /api/v1/suggestions takes it: `model`, `tags`, `tags.env`. */
  readonly field: string;
  readonly prefix?: string;
  readonly limit?: number;
}

/** Values are good for longer than what is counted of them. */
const STALE_MS = 60_000;

export const suggestionsQuery = ({
  experimentId,
  field,
  prefix = '',
  limit = 12,
  from,
  to,
}: SuggestionQuestion) =>
  queryOptions({
    queryKey: ['suggestions', experimentId, field, prefix, limit],
    staleTime: STALE_MS,
    queryFn: async ({ signal }) => {
      const query = { experiment_id: [experimentId], field, prefix, limit, from, to };
      const { suggestions } = await dataOf(api.GET('/api/v1/suggestions', { params: { query }, signal }));
      return suggestions;
    },
  });
