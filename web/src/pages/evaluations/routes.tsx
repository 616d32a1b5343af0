import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { experimentRoute } from '../../app/experiment-route.tsx';
import { readCompareSearch, readEvaluationsSearch, readItemsSearch } from './evaluations-search.ts';

export const evaluationsRoutes = [
  createRoute({
    getParentRoute: () => experimentRoute,
    path: '/evaluations',
    validateSearch: readEvaluationsSearch,
    component: lazyRouteComponent(() => import('./evaluations-page.tsx'), 'EvaluationsPage'),
  }),
  createRoute({
    getParentRoute: () => experimentRoute,
    path: '/evaluations/compare',
    validateSearch: readCompareSearch,
    component: lazyRouteComponent(() => import('./compare/compare-page.tsx'), 'ComparePage'),
  }),
  createRoute({
    getParentRoute: () => experimentRoute,
    path: '/evaluations/schedules/$scheduleId',
    component: lazyRouteComponent(() => import('./schedule/schedule-page.tsx'), 'SchedulePage'),
  }),
  createRoute({
    getParentRoute: () => experimentRoute,
    path: '/evaluations/$evaluationId',
    validateSearch: readItemsSearch,
    component: lazyRouteComponent(() => import('./evaluation/evaluation-page.tsx'), 'EvaluationPage'),
  }),
  createRoute({
    getParentRoute: () => experimentRoute,
    path: '/runs/$runId',
    component: lazyRouteComponent(() => import('./run/run-page.tsx'), 'RunPage'),
  }),
] as const;
