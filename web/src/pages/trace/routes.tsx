import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { outlineQuery } from '../../api/trace-detail.ts';
import { experimentRoute } from '../../app/experiment-route.tsx';
import { queryClient } from '../../app/query-client.ts';
import { rootRoute } from '../../app/root-route.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { readCompareSearch } from './compare/compare-search.ts';
import { readTraceSearch } from './trace-search.ts';

const SOON_MS = 250;

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Needs no experiment: finds the trace's own. */
const traceByIdRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/traces/$traceId',
  validateSearch: readTraceSearch,
  loaderDeps: ({ search }) => search,
  loader: async ({ params: { traceId }, deps }) => {
    const { trace } = await queryClient.ensureQueryData(outlineQuery(traceId));
    throw redirect({
      to: '/experiments/$experimentId/traces/$traceId',
      params: { experimentId: trace.experiment_id, traceId: trace.trace_id },
      search: deps,
      replace: true,
    });
  },
  errorComponent: ({ error, reset }) => <ProblemNotice error={error} onRetry={reset} />,
});

const traceRoute = createRoute({
  getParentRoute: () => experimentRoute,
  path: '/traces/$traceId',
  validateSearch: readTraceSearch,
  // Asked for while the page's code is on its way; the page itself says when it fails. One that comes soon is drawn at once, without
  // a placeholder before it.
  loader: async ({ params: { traceId } }) => {
    await Promise.race([queryClient.prefetchQuery(outlineQuery(traceId)), sleep(SOON_MS)]);
  },
  component: lazyRouteComponent(() => import('./trace-page.tsx'), 'TracePage'),
});

const compareRoute = createRoute({
  getParentRoute: () => experimentRoute,
  path: '/traces/compare',
  validateSearch: readCompareSearch,
  component: lazyRouteComponent(() => import('./compare/compare-page.tsx'), 'CompareTracesPage'),
});

export const traceByIdRoutes = [traceByIdRoute] as const;
export const traceRoutes = [traceRoute, compareRoute] as const;
