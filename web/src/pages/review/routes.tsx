import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { experimentRoute } from '../../app/experiment-route.tsx';

export const reviewRoutes = [
  createRoute({
    getParentRoute: () => experimentRoute,
    path: '/review',
    component: lazyRouteComponent(() => import('./queues-page.tsx'), 'QueuesPage'),
  }),
  createRoute({
    getParentRoute: () => experimentRoute,
    path: '/review/$queueId',
    component: lazyRouteComponent(() => import('./queue-page.tsx'), 'QueuePage'),
  }),
] as const;
