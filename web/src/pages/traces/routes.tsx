import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { experimentRoute } from '../../app/experiment-route.tsx';
import { readTracesSearch } from './traces-search.ts';

export const tracesRoutes = [
  createRoute({
    getParentRoute: () => experimentRoute,
    path: '/traces',
    validateSearch: readTracesSearch,
    component: lazyRouteComponent(() => import('./traces-page.tsx'), 'TracesPage'),
  }),
] as const;
