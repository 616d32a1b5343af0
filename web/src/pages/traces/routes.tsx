import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { experimentRoute } from '../../app/experiment-route.tsx';

export const tracesRoutes = [
  createRoute({
    getParentRoute: () => experimentRoute,
    path: '/traces',
    component: lazyRouteComponent(() => import('./traces-page.tsx'), 'TracesPage'),
  }),
] as const;
