import { infiniteQueryOptions } from '@tanstack/react-query';
import type { TimeBounds } from '../app/traffic-search.ts';
import type { Traffic } from '../app/use-traffic.ts';
import { api, dataOf, type Schemas } from './client.ts';

export type Session = Schemas['Session'];
export type SessionOrder = 'last_activity' | 'traces' | 'tokens' | 'cost';

const PAGE = 100;
const TURNS = 50;

interface SessionPage {
  readonly sessions: readonly Session[];
  readonly bounds: TimeBounds;
  readonly next: string | undefined;
}

/** Page by page; all pages share the bounds of the first one, for a range up to now goes on. */
export const sessionsQuery = ({ experimentId, search, filter, bounds }: Traffic, order: SessionOrder) =>
  infiniteQueryOptions({
    queryKey: ['sessions', experimentId, search, order],
    initialPageParam: undefined as SessionPage | undefined,
    queryFn: async ({ pageParam: before, signal }): Promise<SessionPage> => {
      const shared = before?.bounds ?? bounds();
      const query = {
        experiment_id: [experimentId],
        filter,
        order_by: order,
        limit: PAGE,
        ...shared,
        ...(before?.next !== undefined && { page_token: before.next }),
      };
      const page = await dataOf(api.GET('/api/v1/sessions', { params: { query }, signal }));
      return { sessions: page.sessions, bounds: shared, next: page.next_page_token };
    },
    getNextPageParam: (last) => (last.next === undefined ? undefined : last),
  });

/** A session and its traces, the first one first. */
export const sessionQuery = (experimentId: string, sessionId: string) =>
  infiniteQueryOptions({
    queryKey: ['sessions', experimentId, 'one', sessionId],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => {
      const query = {
        experiment_id: [experimentId],
        limit: TURNS,
        ...(pageParam !== undefined && { page_token: pageParam }),
      };
      const params = { path: { session_id: sessionId }, query };
      return dataOf(api.GET('/api/v1/sessions/{session_id}', { params, signal }));
    },
    getNextPageParam: (last) => last.next_page_token,
  });
