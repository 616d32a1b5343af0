import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { experimentRoute } from '../../app/experiment-route.tsx';
import { readSessionsSearch } from './sessions-search.ts';

export const sessionsRoutes = [
  createRoute({
    getParentRoute: () => experimentRoute,
    path: '/sessions',
    validateSearch: readSessionsSearch,
    component: lazyRouteComponent(() => import('./sessions-page.tsx'), 'SessionsPage'),
  }),
  createRoute({
    getParentRoute: () => experimentRoute,
    path: '/sessions/$sessionId',
    component: lazyRouteComponent(() => import('./session-page.tsx'), 'SessionPage'),
  }),
] as const;
