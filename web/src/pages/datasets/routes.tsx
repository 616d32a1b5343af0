import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { experimentRoute } from '../../app/experiment-route.tsx';

export const datasetsRoutes = [
  createRoute({
    getParentRoute: () => experimentRoute,
    path: '/datasets',
    component: lazyRouteComponent(() => import('./datasets-page.tsx'), 'DatasetsPage'),
  }),
  createRoute({
    getParentRoute: () => experimentRoute,
    path: '/datasets/$datasetId',
    component: lazyRouteComponent(() => import('./dataset-page.tsx'), 'DatasetPage'),
  }),
] as const;
