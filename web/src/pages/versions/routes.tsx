import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { experimentRoute } from '../../app/experiment-route.tsx';
import { readVersionsSearch } from './versions-search.ts';

export const versionsRoutes = [
  createRoute({
    getParentRoute: () => experimentRoute,
    path: '/versions',
    validateSearch: readVersionsSearch,
    component: lazyRouteComponent(() => import('./versions-page.tsx'), 'VersionsPage'),
  }),
  createRoute({
    getParentRoute: () => experimentRoute,
    path: '/versions/compare',
    validateSearch: readVersionsSearch,
    component: lazyRouteComponent(() => import('./compare-page.tsx'), 'ComparePage'),
  }),
  createRoute({
    getParentRoute: () => experimentRoute,
    path: '/versions/$modelId',
    component: lazyRouteComponent(() => import('./version-page.tsx'), 'VersionPage'),
  }),
] as const;
