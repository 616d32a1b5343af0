import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { experimentRoute } from '../../app/experiment-route.tsx';

export const overviewRoutes = [
  createRoute({
    getParentRoute: () => experimentRoute,
    path: '/',
    component: lazyRouteComponent(() => import('./overview-page.tsx'), 'OverviewPage'),
  }),
] as const;
