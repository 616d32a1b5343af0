import { QueryClient } from '@tanstack/react-query';
import { Problem } from '../api/problem.ts';

/** A figure may be this old before a page that shows it again asks anew. */
const STALE_MS = 10_000;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: STALE_MS,
      // Only what the server calls passing is worth asking again.
      retry: (failures, error) => error instanceof Problem && error.isPassing && failures < 3,
    },
  },
});
