import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { experimentRoute } from '../../app/experiment-route.tsx';

export const scorersRoutes = [
  createRoute({
    getParentRoute: () => experimentRoute,
    path: '/scorers',
    component: lazyRouteComponent(() => import('./scorers-page.tsx'), 'ScorersPage'),
  }),
  createRoute({
    getParentRoute: () => experimentRoute,
    // Not below /scorers, where any name may stand.
    path: '/new-scorer',
    validateSearch: ({ kind, name }: Record<string, unknown>): { kind?: string; name?: string } => ({
      ...(typeof kind === 'string' && { kind }),
      // Of a registered scorer, of which this will be a new version.
      ...(typeof name === 'string' && name !== '' && { name }),
    }),
    component: lazyRouteComponent(() => import('./new-scorer-page.tsx'), 'NewScorerPage'),
  }),
  createRoute({
    getParentRoute: () => experimentRoute,
    path: '/scorers/$scorerName',
    component: lazyRouteComponent(() => import('./scorer-page.tsx'), 'ScorerPage'),
  }),
] as const;
