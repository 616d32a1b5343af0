import { QueryCache, QueryClient } from '@tanstack/react-query';
import { Problem } from '../api/problem.ts';
import { SIGN_IN_KEY } from '../api/sign-in.ts';

/** A figure may be this old before a page that shows it again asks anew. */
const STALE_MS = 10_000;

/** A session that ended is noticed by whatever is asked next. */
const queryCache = new QueryCache({
  onError: (error) => {
    const hasEnded = error instanceof Problem && error.status === 401;
    if (hasEnded) void queryClient.invalidateQueries({ queryKey: SIGN_IN_KEY });
  },
});

export const queryClient = new QueryClient({
  queryCache,
  defaultOptions: {
    queries: {
      staleTime: STALE_MS,
      // Only what the server calls passing is worth asking again.
      retry: (failures, error) => error instanceof Problem && error.isPassing && failures < 3,
    },
  },
});
